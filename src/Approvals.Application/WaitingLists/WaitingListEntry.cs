using Approvals.Application.Database;

namespace Approvals.Application.WaitingLists;

/// <summary>Where a place in a list stands.</summary>
public enum WaitingState
{
    /// <summary>In the list, without an open offer.</summary>
    Waiting,

    /// <summary>An offer is open; the place is kept.</summary>
    Offered,

    /// <summary>An offer was taken.</summary>
    Taken,

    /// <summary>It left the list without one.</summary>
    Removed,
}

/// <summary>A case in a waiting list. Its place follows from <see cref="Section"/>, <see cref="OrderKey"/> and <see cref="Standing"/>.</summary>
public sealed class WaitingListEntry : IVersioned
{
    public required Guid Id { get; init; }

    public required Guid ListId { get; init; }

    public required Guid CaseId { get; init; }

    public required string CaseNumber { get; init; }

    /// <summary>The engine's id of the entry within the case.</summary>
    public required string BookmarkId { get; init; }

    public required string ApplicantMaskedName { get; set; }

    public required WaitingState State { get; set; }

    /// <summary>0; who was sent to the end stands in 1, behind all who were not.</summary>
    public required int Section { get; set; }

    /// <summary>What the list is ordered by, as text whose ordinal order is the list's.</summary>
    public required string OrderKey { get; set; }

    /// <summary>Decides between equals, smallest first: the ticks of joining, or of being sent to the end.</summary>
    public required long Standing { get; set; }

    public required DateTimeOffset JoinedAt { get; init; }

    public DateTimeOffset? LeftAt { get; set; }

    public int Version { get; set; }
}
