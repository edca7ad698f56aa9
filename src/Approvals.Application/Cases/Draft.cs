using Approvals.Application.Database;

namespace Approvals.Application.Cases;

/// <summary>An application in preparation. It is not a case: it has no number, no clock, no reviewer.</summary>
public sealed class Draft : IVersioned
{
    public required Guid Id { get; init; }

    public required string ServiceCode { get; init; }

    /// <summary>The version whose forms were shown when the draft was last saved.</summary>
    public required Guid ServiceVersionId { get; set; }

    /// <summary>Who prepares it: the applicant, an agent or a counter clerk.</summary>
    public required Guid OwnerUserId { get; init; }

    /// <summary>Who files it for the applicant; null: nobody, the applicant does.</summary>
    public FiledBy? OnBehalf { get; init; }

    public Guid? ApplicantPersonId { get; set; }

    public Guid? OrganisationId { get; set; }

    public string? RegionCode { get; set; }

    /// <summary>The key of the payload and the documents; it becomes the case's.</summary>
    public required Guid KeyId { get; init; }

    public required string FormId { get; set; }

    /// <summary>The form's data as JSON, encrypted.</summary>
    public byte[] Payload { get; set; } = [];

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; set; }

    /// <summary>The task it prepares, when it is a correction of a case under way.</summary>
    public Guid? TaskId { get; init; }

    /// <summary>The case it became; a draft becomes at most one.</summary>
    public Guid? SubmittedCaseId { get; set; }

    public int Version { get; set; }
}
