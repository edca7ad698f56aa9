using Approvals.Application.Database;

namespace Approvals.Application.Entitlements;

public enum ObligationState
{
    Pending,
    Opened,
    Met,
    Cancelled,
}

/// <summary>A duty that comes with an entitlement and opens a case of its own on a day.</summary>
public sealed class Obligation : IVersioned
{
    public required Guid Id { get; init; }

    public required Guid EntitlementId { get; init; }

    public required string Type { get; init; }

    /// <summary>The service whose case checks it.</summary>
    public required string CheckServiceCode { get; init; }

    public required DateOnly OpensOn { get; init; }

    public required ObligationState State { get; set; }

    /// <summary>Whether it asks for days of presence.</summary>
    public bool CountsPresence { get; init; }

    /// <summary>Whether it is checked once, and not every year.</summary>
    public bool IsOnce { get; init; }

    /// <summary>The first day of the contract that it rests on.</summary>
    public DateOnly? TermFrom { get; init; }

    /// <summary>The contract's last day; null without end.</summary>
    public DateOnly? TermTo { get; init; }

    public Guid? OpenedCaseId { get; set; }

    public int Version { get; set; }

    /// <summary>The year that is checked: the one before it opens.</summary>
    public int Year => OpensOn.Year - 1;

    /// <summary>The duty of the year after; null where there is none, as the right or the contract has ended by then.</summary>
    internal Obligation? Next(Guid id, Entitlement held)
    {
        var opens = OpensOn.AddYears(1);
        var begins = new DateOnly(Year + 1, 1, 1);
        return IsOnce || held.ValidTo < begins || held.EndedOn is not null || TermTo < begins ? null : new Obligation
        {
            Id = id, EntitlementId = EntitlementId, Type = Type, CheckServiceCode = CheckServiceCode, OpensOn = opens, State = ObligationState.Pending,
            CountsPresence = CountsPresence, IsOnce = IsOnce, TermFrom = TermFrom, TermTo = TermTo,
        };
    }
}
