using Approvals.Application.Database;

namespace Approvals.Application.Entitlements;

/// <summary>Something a case granted. Whether it is valid follows from its dates and from how it ended.</summary>
public sealed class Entitlement : IVersioned
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required string CaseNumber { get; init; }

    public required string ServiceCode { get; init; }

    /// <summary>The kind with its service, <c>service/kind</c>.</summary>
    public required string Kind { get; init; }

    public required LocalText KindName { get; init; }

    public required Guid PersonId { get; init; }

    public required string HolderMaskedName { get; set; }

    public Guid? OrganisationId { get; init; }

    public string? Level { get; init; }

    public LocalText? LevelName { get; init; }

    public required string Number { get; init; }

    public required DateOnly ValidFrom { get; init; }

    /// <summary>The last valid day; null without end.</summary>
    public DateOnly? ValidTo { get; set; }

    /// <summary>Items as JSON.</summary>
    public string? Items { get; set; }

    /// <summary>Random, unguessable, behind the QR code.</summary>
    public required string VerificationToken { get; init; }

    public required string RegionCode { get; init; }

    public required string RegionPath { get; init; }

    public required DateTimeOffset GrantedAt { get; init; }

    public DateOnly? EndedOn { get; set; }

    /// <summary>Why it ended before its last day, in words for its holder.</summary>
    public string? EndReason { get; set; }

    /// <summary>When a case changed it last.</summary>
    public DateTimeOffset? LastChangedAt { get; set; }

    /// <summary>The case that asked in time for its renewal; null where none did.</summary>
    public Guid? RenewalCaseId { get; set; }

    /// <summary>The day on which that was asked: from then on it stays valid until the case is over.</summary>
    public DateOnly? RenewalFiledOn { get; set; }

    /// <summary>The day on which that case was over.</summary>
    public DateOnly? RenewalDecidedOn { get; set; }

    public List<EntitlementSuspension> Suspensions { get; init; } = [];

    public int Version { get; set; }
}

/// <summary>Days on which an entitlement does not count.</summary>
public sealed class EntitlementSuspension
{
    public required Guid Id { get; init; }

    public required Guid EntitlementId { get; init; }

    public required DateOnly From { get; init; }

    public DateOnly? To { get; set; }

    public required string Reason { get; init; }
}
