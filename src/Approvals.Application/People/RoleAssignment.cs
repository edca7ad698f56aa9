using Approvals.Application.Database;

namespace Approvals.Application.People;

/// <summary>A role of a user, within a region subtree and, where set, one organisation and one service.</summary>
public sealed class RoleAssignment : IVersioned
{
    public required Guid Id { get; init; }

    public required Guid UserId { get; init; }

    /// <summary>One of <see cref="Rights.Roles"/>.</summary>
    public required string Role { get; init; }

    public required string RegionCode { get; init; }

    /// <summary>The region's path at the time of writing; kept in step when the tree changes.</summary>
    public required string RegionPath { get; set; }

    public Guid? OrganisationId { get; init; }

    /// <summary>Null for every service.</summary>
    public string? ServiceCode { get; init; }

    public DateTimeOffset ValidFrom { get; init; }

    public DateTimeOffset? ValidTo { get; set; }

    public Guid? GrantedByUserId { get; init; }

    /// <summary>Why it was given, in words; null for what an installation begins with.</summary>
    public string? Reason { get; init; }

    /// <summary>Who set its end after it was given, and why.</summary>
    public Guid? EndedByUserId { get; set; }

    public string? EndReason { get; set; }

    public int Version { get; set; }
}
