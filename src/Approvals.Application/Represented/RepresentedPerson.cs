using Approvals.Application.Database;

namespace Approvals.Application.Represented;

/// <summary>How somebody stands to being represented by an employer.</summary>
public enum RepresentationState
{
    /// <summary>The person has yet to answer, or a signed consent to be handed in.</summary>
    Asked,

    /// <summary>The employer may file.</summary>
    Agreed,

    Refused,

    /// <summary>The person took the consent back.</summary>
    Withdrawn,
}

/// <summary>A person whom an employer recommends and, once they have agreed, files for.</summary>
public sealed class RepresentedPerson : IVersioned
{
    public required Guid Id { get; init; }

    public required Guid OrganisationId { get; set; }

    public required Guid PersonId { get; init; }

    /// <summary>Who at the employer named the person.</summary>
    public required Guid NamedByUserId { get; init; }

    public required DateTimeOffset NamedAt { get; init; }

    public RepresentationState State { get; set; }

    public DateTimeOffset? AnsweredAt { get; set; }

    /// <summary>The recorded consent, once there is one.</summary>
    public Guid? ConsentId { get; set; }

    /// <summary>The signed paper, where the person has no account to agree with.</summary>
    public Guid? ProofDocumentId { get; set; }

    public int Version { get; set; }
}
