namespace Approvals.Application.Cases;

/// <summary>
/// One event a case has seen with everything replay needs; it holds ids, never personal data.
/// Written once; each carries the hash of the one before.
/// </summary>
public sealed class CaseEvent
{
    public required Guid CaseId { get; init; }

    /// <summary>1, 2, 3, … within the case.</summary>
    public required int Number { get; init; }

    /// <summary>The event's name, such as <c>TaskCompleted</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The event as the engine writes it.</summary>
    public required string Event { get; init; }

    /// <summary>The facts the step asked for, personal ones by the ids of immutable rows.</summary>
    public required string Facts { get; init; }

    /// <summary>What the step led to, as the engine writes it.</summary>
    public required string Effects { get; init; }

    public required Guid ServiceVersionId { get; init; }

    public required int EngineBehaviour { get; init; }

    public Guid? SubmissionId { get; init; }

    public byte[]? SubmissionHash { get; init; }

    public Guid? ActorUserId { get; init; }

    public Guid? OnBehalfOfUserId { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The day in Asia/Shanghai that expressions saw as today.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>Filled by <see cref="Audit.CaseEventChain"/>.</summary>
    public byte[] PreviousHash { get; set; } = [];

    public byte[] Hash { get; set; } = [];
}
