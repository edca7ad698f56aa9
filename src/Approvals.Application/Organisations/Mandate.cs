using Approvals.Application.Database;

namespace Approvals.Application.Organisations;

/// <summary>A power of attorney: an agent acts for an organisation or for a person.</summary>
public sealed class Mandate : IVersioned
{
    public required Guid Id { get; init; }

    public required Guid AgentUserId { get; init; }

    public Guid? OrganisationId { get; set; }

    public Guid? PersonId { get; init; }

    public DateTimeOffset ValidFrom { get; set; }

    public DateTimeOffset? ValidTo { get; set; }

    /// <summary>The signed power of attorney (授权委托书).</summary>
    public Guid? ProofDocumentId { get; set; }

    /// <summary>When the agent asked for it; null where it was set up with the data.</summary>
    public DateTimeOffset? AskedAt { get; init; }

    /// <summary>When an officer granted or refused it.</summary>
    public DateTimeOffset? DecidedAt { get; set; }

    public Guid? GrantedByUserId { get; set; }

    public Guid? RefusedByUserId { get; set; }

    public DateTimeOffset? RevokedAt { get; set; }

    public Guid? RevokedByUserId { get; set; }

    /// <summary>Why it was refused or revoked.</summary>
    public string? Reason { get; set; }

    /// <summary>The assignment by which it acts, so that both end together.</summary>
    public Guid? RoleAssignmentId { get; set; }

    public int Version { get; set; }

    /// <summary>Where it stands at an instant.</summary>
    public MandateState StateAt(DateTimeOffset now) =>
        RefusedByUserId is not null ? MandateState.Refused
        : RevokedAt is not null ? MandateState.Revoked
        : AskedAt is not null && DecidedAt is null ? MandateState.Asked
        : ValidTo <= now ? MandateState.Ended
        : ValidFrom > now ? MandateState.Coming
        : MandateState.InForce;
}

/// <summary>Where a mandate stands.</summary>
public enum MandateState
{
    /// <summary>An officer has yet to look at it.</summary>
    Asked,

    /// <summary>It begins later.</summary>
    Coming,

    /// <summary>The agent may act.</summary>
    InForce,

    /// <summary>Its last day is over.</summary>
    Ended,

    /// <summary>The officer said no.</summary>
    Refused,

    /// <summary>It was taken back.</summary>
    Revoked,
}
