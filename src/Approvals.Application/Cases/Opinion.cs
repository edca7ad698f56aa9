namespace Approvals.Application.Cases;

/// <summary>What a reviewer decided and wrote.</summary>
public sealed class Opinion
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public Guid? TaskId { get; init; }

    public required string ActivityId { get; init; }

    public required int Round { get; init; }

    public required LocalText StepName { get; init; }

    public required Guid AuthorUserId { get; init; }

    public required string AuthorName { get; init; }

    public Guid? OnBehalfOfUserId { get; init; }

    /// <summary>The outcome or act, such as <c>Approved</c> or <c>return</c>.</summary>
    public required string Outcome { get; init; }

    public string? Text { get; set; }

    /// <summary>What is to be corrected, as JSON by the path of the field; null where nothing is.</summary>
    public string? FieldNotes { get; init; }

    /// <summary>The reviewer's own form, where the step has one.</summary>
    public Guid? SubmissionId { get; init; }

    public required DateTimeOffset At { get; init; }
}
