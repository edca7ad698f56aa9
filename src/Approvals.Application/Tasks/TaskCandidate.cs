namespace Approvals.Application.Tasks;

/// <summary>
/// Who may take a task: a user or a role of an office, never expanded into users. It repeats what the inbox
/// sorts and filters by, so that a page of it is one walk along one index.
/// </summary>
public sealed class TaskCandidate
{
    public required Guid TaskId { get; init; }

    /// <summary>See <see cref="CandidateKey"/>.</summary>
    public required string Key { get; init; }

    /// <summary>The task's service; an assignment may be limited to one.</summary>
    public required string ServiceCode { get; init; }

    /// <summary>True while the task can be seen in an inbox.</summary>
    public required bool IsOpen { get; set; }

    /// <summary>The due instant, <see cref="Paused"/> or <see cref="NoLimit"/>: never null, so that keyset order is total.</summary>
    public required DateTimeOffset DueAt { get; set; }

    /// <summary>From when on little time is left, or <see cref="NoLimit"/>.</summary>
    public required DateTimeOffset YellowAt { get; set; }

    /// <summary>Sorts tasks whose clock is stopped after those with a due instant.</summary>
    public static DateTimeOffset Paused { get; } = new(9999, 12, 30, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Sorts tasks without a limit last.</summary>
    public static DateTimeOffset NoLimit { get; } = new(9999, 12, 31, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Repeats what the inbox sorts and filters by.</summary>
    public void Follow(TaskItem task)
    {
        IsOpen = task.State is TaskItemState.Open or TaskItemState.Claimed;
        DueAt = task.DueAt ?? (task.Limit is null ? NoLimit : Paused);
        YellowAt = task.YellowAt ?? NoLimit;
    }
}
