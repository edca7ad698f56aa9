using Approvals.Application.Database;

namespace Approvals.Application.Quotas;

/// <summary>So many of something that a waiting list gives out, such as one batch.</summary>
public sealed class Quota : IVersioned
{
    public required Guid Id { get; init; }

    public required Guid ListId { get; init; }

    public required LocalText Name { get; set; }

    public required int Total { get; set; }

    /// <summary>Held by open offers, or used by taken ones; never more than <see cref="Total"/>.</summary>
    public int Taken { get; set; }

    /// <summary>Who took the last share, to be named to whoever comes too late.</summary>
    public Guid? LastTakenByUserId { get; set; }

    public DateTimeOffset? LastTakenAt { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Nothing more is offered from it.</summary>
    public DateTimeOffset? ClosedAt { get; set; }

    public int Version { get; set; }
}
