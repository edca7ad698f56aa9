namespace Approvals.Application.Organisations;

/// <summary>What became of an organisation.</summary>
public enum OrganisationChangeKind
{
    Registered,
    Verified,
    Renamed,
    Merged,
    Deregistered,
}

/// <summary>One change in the life of an organisation; never changed itself.</summary>
public sealed class OrganisationChange
{
    public required Guid Id { get; init; }

    public required Guid OrganisationId { get; init; }

    public required OrganisationChangeKind Kind { get; init; }

    /// <summary>The name until then.</summary>
    public required string NameBefore { get; init; }

    /// <summary>The name from then on.</summary>
    public required string NameAfter { get; init; }

    /// <summary>The organisation it was merged into.</summary>
    public Guid? SuccessorId { get; init; }

    /// <summary>The day it counts from.</summary>
    public required DateOnly On { get; init; }

    public string? Reason { get; init; }

    public required Guid ByUserId { get; init; }

    public required DateTimeOffset At { get; init; }
}
