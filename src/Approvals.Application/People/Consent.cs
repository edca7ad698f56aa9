namespace Approvals.Application.People;

/// <summary>A consent or an acknowledged notice, with the wording it was given to.</summary>
public sealed class Consent
{
    public required Guid Id { get; init; }

    public required Guid PersonId { get; init; }

    /// <summary>What for, such as <c>sensitive</c> or <c>publicNotice</c>.</summary>
    public required string Purpose { get; init; }

    /// <summary>Hash or number of the wording.</summary>
    public required string Wording { get; init; }

    public Guid? DraftId { get; init; }

    public Guid? CaseId { get; set; }

    public required Guid GivenByUserId { get; init; }

    public required DateTimeOffset GivenAt { get; init; }

    public DateTimeOffset? WithdrawnAt { get; set; }
}
