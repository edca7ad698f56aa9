namespace Approvals.Application.Jobs;

/// <summary>
/// Work that comes round. It goes in chunks, saves its cursor after each, is safe to kill anywhere and harmless to repeat.
/// </summary>
public interface IJob
{
    /// <summary>Its name for ever, such as <c>documents.removeOrphans</c>.</summary>
    public string Name { get; }

    /// <summary>Quartz's cron expression in Asia/Shanghai, unless staff set another.</summary>
    public string DefaultCron { get; }

    public Task RunAsync(JobContext context, CancellationToken cancellationToken);
}

/// <summary>A run as its job sees it.</summary>
public sealed class JobContext(JobRun run, Func<string?, long, CancellationToken, Task> save)
{
    /// <summary>The instant it was due, which may be long ago.</summary>
    public DateTimeOffset ScheduledFor => run.ScheduledFor;

    /// <summary>Where a run that was killed had got to; null at the start.</summary>
    public string? Cursor => run.Cursor;

    /// <summary>How many things were done so far.</summary>
    public long Progress => run.Progress;

    /// <summary>Says where the job is, after each chunk.</summary>
    public Task SaveAsync(string? cursor, long progress, CancellationToken cancellationToken) => save(cursor, progress, cancellationToken);
}
