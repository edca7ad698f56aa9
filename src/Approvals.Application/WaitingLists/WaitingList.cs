using Approvals.Application.Database;

namespace Approvals.Application.WaitingLists;

/// <summary>A list in which cases wait for something scarce. Its row stands for the order: whoever changes the order writes it.</summary>
public sealed class WaitingList : IVersioned
{
    public required Guid Id { get; init; }

    /// <summary>Scoped by its service, such as <c>service/list</c>; unique.</summary>
    public required string Code { get; init; }

    public required LocalText Name { get; set; }

    /// <summary>The organisation whose providers make offers from it; null until somebody is named.</summary>
    public Guid? OrganisationId { get; set; }

    public required string RegionCode { get; init; }

    public required string RegionPath { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>No offers are made from it any more.</summary>
    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>How often an offer or a correction touched the order.</summary>
    public long Turns { get; set; }

    public int Version { get; set; }
}
