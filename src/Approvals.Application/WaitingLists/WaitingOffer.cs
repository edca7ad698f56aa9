using Approvals.Application.Database;

namespace Approvals.Application.WaitingLists;

/// <summary>Where an offer stands.</summary>
public enum OfferState
{
    /// <summary>Waits for an answer; it holds a share of the quota.</summary>
    Open,

    /// <summary>Taken; the share is used.</summary>
    Taken,

    /// <summary>The applicant did not want it.</summary>
    Refused,

    /// <summary>Nobody answered in time.</summary>
    Lapsed,

    /// <summary>Taken back by the provider, or the case left the list.</summary>
    Withdrawn,

    /// <summary>Taken, but the case came to nothing; the share is free again.</summary>
    Returned,
}

/// <summary>Something offered to whoever is next in a list.</summary>
public sealed class WaitingOffer : IVersioned
{
    public required Guid Id { get; init; }

    public required Guid EntryId { get; init; }

    public required Guid ListId { get; init; }

    public required Guid QuotaId { get; init; }

    public required Guid CaseId { get; init; }

    /// <summary>What is offered, for the applicant to read.</summary>
    public string? What { get; init; }

    /// <summary>The very thing that is offered, held as long as the offer is open or taken; null where only a share is.</summary>
    public Guid? ResourceId { get; init; }

    public required OfferState State { get; set; }

    public required Guid MadeByUserId { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>The applicant's task.</summary>
    public Guid? TaskId { get; set; }

    public DateTimeOffset? DueAt { get; set; }

    public Guid? ClosedByUserId { get; set; }

    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>Why it was refused or taken back.</summary>
    public string? Reason { get; set; }

    public int Version { get; set; }
}
