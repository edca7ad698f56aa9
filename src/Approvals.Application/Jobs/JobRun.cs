using Approvals.Application.Database;

namespace Approvals.Application.Jobs;

public enum JobRunState
{
    /// <summary>Asked for by a person; the next free node begins.</summary>
    Queued,

    Running,

    Succeeded,

    /// <summary>It broke; while it has an instant to try again it is not given up.</summary>
    Failed,

    /// <summary>An operator stopped it.</summary>
    Cancelled,
}

/// <summary>One run of a job: where it is, so that a killed one goes on from there.</summary>
public sealed class JobRun : IVersioned
{
    /// <summary>A run whose node was silent for longer is dead, not slow.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromSeconds(8);

    public required Guid Id { get; init; }

    public required string Job { get; init; }

    /// <summary>The instant it was due; unique with the job, so that two nodes run it once.</summary>
    public required DateTimeOffset ScheduledFor { get; init; }

    public required JobRunState State { get; set; }

    /// <summary>The start of the last attempt.</summary>
    public required DateTimeOffset StartedAt { get; set; }

    /// <summary>What was done before the last attempt began.</summary>
    public long StartedWith { get; set; }

    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>The job's name while the run is queued, runs or waits to be tried again: there is one such run of a job at most.</summary>
    public string? OpenKey { get; set; }

    /// <summary>The node that works on it; none when a node stopped and gave it back.</summary>
    public string? Node { get; set; }

    /// <summary>When that node was last heard of.</summary>
    public DateTimeOffset? HeardAt { get; set; }

    public int Attempts { get; set; }

    /// <summary>When a run that broke is tried again.</summary>
    public DateTimeOffset? RetryAt { get; set; }

    /// <summary>Who asked for it; null for the schedule.</summary>
    public Guid? ByUserId { get; set; }

    /// <summary>When an operator asked it to stop.</summary>
    public DateTimeOffset? CancelAskedAt { get; set; }

    /// <summary>The last chunk done, in the job's own words.</summary>
    public string? Cursor { get; set; }

    /// <summary>How many things were done so far.</summary>
    public long Progress { get; set; }

    /// <summary>How many there are, where the job knows.</summary>
    public long? Total { get; set; }

    /// <summary>What they are: the text <c>jobs.unit.</c> with it.</summary>
    public string? Unit { get; set; }

    /// <summary>How many things went wrong while it ran.</summary>
    public int Faults { get; set; }

    /// <summary>The code of what broke it.</summary>
    public string? Error { get; set; }

    public int Version { get; set; }

    /// <summary>Whether nobody works on it though it is not over.</summary>
    public bool IsFree(DateTimeOffset now) => State switch
    {
        JobRunState.Queued => true,
        JobRunState.Running => Node is null || HeardAt is null || now - HeardAt > Silence,
        JobRunState.Failed => RetryAt <= now,
        _ => false,
    };
}

/// <summary>One thing that went wrong in a run.</summary>
public sealed class JobFault
{
    public required Guid Id { get; init; }

    public required Guid RunId { get; init; }

    public required string Job { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Key of its text.</summary>
    public required string Code { get; init; }

    /// <summary>Values for the placeholders, as JSON; ids and codes, never personal data.</summary>
    public required string Data { get; init; }

    /// <summary>Which thing or chunk.</summary>
    public string? Chunk { get; init; }

    /// <summary>Whether it ended the attempt.</summary>
    public bool BrokeRun { get; init; }
}

/// <summary>When a job runs; staff may change or stop it.</summary>
public sealed class JobSchedule : IVersioned
{
    public required string Job { get; init; }

    /// <summary>Quartz's cron expression, in Asia/Shanghai.</summary>
    public required string Cron { get; set; }

    /// <summary>Whether days that are no working days are passed over.</summary>
    public bool OnWorkingDays { get; set; }

    public bool IsEnabled { get; set; } = true;

    /// <summary>The last instant it was due and started; a gap since then is a misfire.</summary>
    public DateTimeOffset? LastScheduledFor { get; set; }

    public int Version { get; set; }
}
