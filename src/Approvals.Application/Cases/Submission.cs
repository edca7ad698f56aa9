namespace Approvals.Application.Cases;

/// <summary>What was filled into a form at one time. Written once, encrypted under the case's key.</summary>
public sealed class Submission
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required string ActivityId { get; init; }

    public required int Round { get; init; }

    public required string FormId { get; init; }

    public required Guid ServiceVersionId { get; init; }

    public required Guid SubmittedByUserId { get; init; }

    public required DateTimeOffset SubmittedAt { get; init; }

    /// <summary>The form's data as JSON, encrypted.</summary>
    public required byte[] Payload { get; init; }

    /// <summary>Hash of the encrypted payload; the event repeats it.</summary>
    public required byte[] Hash { get; init; }
}
