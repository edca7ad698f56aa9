namespace Approvals.Application.Jobs;

/// <summary>A job with its plan and its last run.</summary>
/// <param name="Name">Its name for ever.</param>
/// <param name="Title">What it does, in the reader's language.</param>
/// <param name="Words">When it runs, in words.</param>
/// <param name="Cron">The same as Quartz's cron expression.</param>
/// <param name="Paused">Whether it rests.</param>
/// <param name="NextAt">When it is due next; null while it rests.</param>
/// <param name="Last">The run that is not over, else the last one.</param>
/// <param name="Etag">For changing the plan.</param>
public sealed record JobDto(string Name, string Title, string Words, string Cron, bool Paused, DateTimeOffset? NextAt, JobRunDto? Last, string Etag);

/// <summary>A run of a job.</summary>
/// <param name="Id">Its id.</param>
/// <param name="State">queued, running, silent (its node is dead), succeeded, retrying, failed or cancelled.</param>
/// <param name="ScheduledFor">The instant it was due.</param>
/// <param name="StartedAt">The start of the last attempt.</param>
/// <param name="FinishedAt">The end.</param>
/// <param name="ByName">Who asked for it; null for the schedule.</param>
/// <param name="Node">The node that works on it.</param>
/// <param name="HeardAt">When that node was last heard of.</param>
/// <param name="Attempts">How many attempts there were.</param>
/// <param name="RetryAt">When it is tried again.</param>
/// <param name="Stopping">Whether an operator asked it to stop.</param>
/// <param name="Cursor">The last chunk done, in the job's own words.</param>
/// <param name="Progress">How many things were done.</param>
/// <param name="Total">How many there are, where the job knows.</param>
/// <param name="Unit">What they are, in the reader's language.</param>
/// <param name="PerSecond">How many things a second since the attempt began.</param>
/// <param name="ExpectedEnd">When it is likely to end.</param>
/// <param name="Faults">How many things went wrong.</param>
/// <param name="Error">What broke it, in the reader's language.</param>
public sealed record JobRunDto(
    string Id, string State, DateTimeOffset ScheduledFor, DateTimeOffset StartedAt, DateTimeOffset? FinishedAt, string? ByName, string? Node, DateTimeOffset? HeardAt,
    int Attempts, DateTimeOffset? RetryAt, bool Stopping, string? Cursor, long Progress, long? Total, string? Unit, decimal PerSecond, DateTimeOffset? ExpectedEnd,
    int Faults, string? Error);

/// <summary>One thing that went wrong in a run.</summary>
/// <param name="Run">The run.</param>
/// <param name="Job">The job's title, in the reader's language.</param>
/// <param name="At">When.</param>
/// <param name="Code">The code.</param>
/// <param name="Message">What went wrong, in the reader's language.</param>
/// <param name="Chunk">Which thing or chunk.</param>
/// <param name="BrokeRun">Whether it ended the attempt.</param>
public sealed record JobFaultDto(string Run, string Job, DateTimeOffset At, string Code, string Message, string? Chunk, bool BrokeRun);

/// <summary>A job's past runs, latest first, with what went wrong in them.</summary>
/// <param name="Runs">At most fifty.</param>
/// <param name="Faults">At most a hundred.</param>
public sealed record JobHistoryDto(IReadOnlyList<JobRunDto> Runs, IReadOnlyList<JobFaultDto> Faults);

/// <summary>What a plan in words means.</summary>
/// <param name="Words">The words in the reader's language.</param>
/// <param name="Cron">Quartz's cron expression.</param>
/// <param name="Next">The next instants it is due, as the working calendar has them.</param>
public sealed record ReadScheduleDto(string Words, string Cron, IReadOnlyList<DateTimeOffset> Next);
