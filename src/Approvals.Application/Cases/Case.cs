using Approvals.Application.Database;

namespace Approvals.Application.Cases;

public enum FiledBy
{
    Applicant,
    Agent,
    Counter,
    Job,
}

/// <summary>One application under way or finished, as lists show it. The truth is <see cref="CaseState"/>.</summary>
public sealed class Case : IVersioned
{
    public required Guid Id { get; init; }

    public required string Number { get; init; }

    public required string ServiceCode { get; init; }

    public required LocalText ServiceName { get; init; }

    /// <summary>The snapshot the case is bound to.</summary>
    public required Guid ServiceVersionId { get; set; }

    public required Guid ApplicantPersonId { get; init; }

    /// <summary>The applicant's account, where the applicant has one.</summary>
    public Guid? ApplicantUserId { get; set; }

    public required string ApplicantMaskedName { get; set; }

    public required Guid FiledByUserId { get; init; }

    public required FiledBy FiledBy { get; init; }

    public Guid? OrganisationId { get; set; }

    public string? OrganisationName { get; set; }

    public required string RegionCode { get; set; }

    public required string RegionPath { get; set; }

    /// <summary>The key of everything sensitive in the case.</summary>
    public required Guid KeyId { get; init; }

    /// <summary>A state of the glossary, such as <c>UnderReview</c>, set by the workflow.</summary>
    public required string State { get; set; }

    /// <summary>granted, refused, notAccepted, withdrawn, terminated; null while open.</summary>
    public string? Result { get; set; }

    /// <summary>The step or steps that wait, for people to read.</summary>
    public LocalText? StepName { get; set; }

    /// <summary>Fields the service marks for lists, JSON <c>[{"key","label","value"}]</c>; never sensitive ones.</summary>
    public string? Highlights { get; set; }

    /// <summary>Service and applicant while open, null afterwards: unique, so a second open application is stopped.</summary>
    public string? OpenKey { get; set; }

    public required DateTimeOffset SubmittedAt { get; init; }

    /// <summary>When the last missing document arrived.</summary>
    public DateTimeOffset? CompletedAt { get; set; }

    public DateTimeOffset? AcceptedAt { get; set; }

    /// <summary>The first instant that is late by the service's promise; null before its clock starts and while it stands.</summary>
    public DateTimeOffset? DueAt { get; set; }

    /// <summary>The promised limit with the case's stops as JSON, from which the due instant follows.</summary>
    public string? Limit { get; set; }

    /// <summary>The first instant that is late by the statutory limit.</summary>
    public DateTimeOffset? StatutoryDueAt { get; set; }

    /// <summary>The statutory limit with the case's stops as JSON.</summary>
    public string? StatutoryLimit { get; set; }

    /// <summary>The promised day rests on a calendar that is not published yet.</summary>
    public bool IsProvisional { get; set; }

    public DateTimeOffset? FinishedAt { get; set; }

    public DateOnly? LastUrgedOn { get; set; }

    public DateTimeOffset? ErasedAt { get; set; }

    public int Version { get; set; }
}
