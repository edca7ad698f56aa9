using Approvals.Application.Database;

namespace Approvals.Application.Jobs;

public enum JobRunState
{
    Running,
    Succeeded,
    Failed,
}

/// <summary>One run of a job: where it is, so that a killed one goes on from there.</summary>
public sealed class JobRun : IVersioned
{
    public required Guid Id { get; init; }

    public required string Job { get; init; }

    /// <summary>The instant it was due; unique with the job, so that two nodes run it once.</summary>
    public required DateTimeOffset ScheduledFor { get; init; }

    public required JobRunState State { get; set; }

    public required DateTimeOffset StartedAt { get; set; }

    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>The last chunk done, in the job's own words.</summary>
    public string? Cursor { get; set; }

    /// <summary>How many things were done so far.</summary>
    public long Progress { get; set; }

    public string? Error { get; set; }

    public int Version { get; set; }
}

/// <summary>When a job runs; staff may change or stop it.</summary>
public sealed class JobSchedule : IVersioned
{
    public required string Job { get; init; }

    /// <summary>Quartz's cron expression, in Asia/Shanghai.</summary>
    public required string Cron { get; set; }

    public bool IsEnabled { get; set; } = true;

    /// <summary>The last instant it was due and started; a gap since then is a misfire.</summary>
    public DateTimeOffset? LastScheduledFor { get; set; }

    public int Version { get; set; }
}
