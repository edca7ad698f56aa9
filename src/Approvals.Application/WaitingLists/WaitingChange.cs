namespace Approvals.Application.WaitingLists;

public enum WaitingChangeKind
{
    Joined,
    Offered,
    Refused,
    Lapsed,
    OfferWithdrawn,
    Corrected,
    Taken,
    Left,
}

/// <summary>One thing that happened to a place in a list, with its reason; written once, for the applicant to read.</summary>
public sealed class WaitingChange
{
    public required Guid Id { get; init; }

    public required Guid EntryId { get; init; }

    public required WaitingChangeKind Kind { get; init; }

    /// <summary>The place before, from 1; null on joining.</summary>
    public int? From { get; init; }

    /// <summary>The place after; null once it left.</summary>
    public int? To { get; init; }

    /// <summary>In the words of whoever did it; null where the kind says it all.</summary>
    public string? Reason { get; init; }

    public Guid? OfferId { get; init; }

    public Guid? ByUserId { get; init; }

    public required DateTimeOffset At { get; init; }
}
