namespace Approvals.Application.Jobs;

/// <summary>Where a run stands after a chunk.</summary>
/// <param name="Cursor">The last chunk done, in the job's own words.</param>
/// <param name="Progress">How many things were done so far.</param>
/// <param name="Total">How many there are, where the job knows.</param>
/// <param name="Unit">What they are: the text <c>jobs.unit.</c> with it.</param>
/// <param name="Faults">What went wrong since the chunk before.</param>
public sealed record JobStand(string? Cursor, long Progress, long? Total, string? Unit, IReadOnlyList<(Error Error, string Chunk)> Faults);

/// <summary>A run as its job sees it.</summary>
public sealed class JobContext(JobRun run, Func<JobStand, CancellationToken, Task> save)
{
    private readonly List<(Error, string)> _faults = [];
    private (long? Total, string? Unit) _plan = (run.Total, run.Unit);

    /// <summary>The run.</summary>
    public Guid RunId => run.Id;

    /// <summary>The instant it was due, which may be long ago.</summary>
    public DateTimeOffset ScheduledFor => run.ScheduledFor;

    /// <summary>Where a run that was killed had got to; null at the start.</summary>
    public string? Cursor { get; private set; } = run.Cursor;

    /// <summary>How many things were done so far.</summary>
    public long Progress { get; private set; } = run.Progress;

    /// <summary>Says how much there is to do, for the progress bar; saved with the next chunk.</summary>
    /// <param name="total">How many things, those done before included.</param>
    /// <param name="unit">What they are, such as <c>cases</c>.</param>
    public void Plan(long total, string unit) => _plan = (total, unit);

    /// <summary>Notes that one thing went wrong while the run goes on; saved with the next chunk.</summary>
    /// <param name="error">What went wrong: ids and codes, never personal data.</param>
    /// <param name="chunk">Which thing or chunk.</param>
    public void Report(Error error, string chunk) => _faults.Add((error, chunk));

    /// <summary>
    /// Says where the job is, after each chunk. What the job's context holds is written in the same transaction, so that a chunk
    /// and its cursor are there together or not at all.
    /// </summary>
    /// <exception cref="OperationCanceledException">An operator stopped the run, or another node has it.</exception>
    public async Task SaveAsync(string? cursor, long progress, CancellationToken cancellationToken)
    {
        await save(new JobStand(cursor, progress, _plan.Total, _plan.Unit, [.. _faults]), cancellationToken);
        (Cursor, Progress) = (cursor, progress);
        _faults.Clear();
    }
}
