using Approvals.Application.Database;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Jobs;

/// <summary>
/// Runs a job for one due instant, once in all: a second node finds the run there; a run that a dead process left goes on
/// from its cursor.
/// </summary>
public sealed class JobRunner(
    ApprovalsDbContext context, WriteTransaction transaction, IEnumerable<IJob> jobs, IIdSource ids, TimeProvider time)
{
    private const int LongestError = 1000;

    /// <summary>Runs it and returns whether this call did.</summary>
    /// <exception cref="ArgumentException">There is no such job.</exception>
    public async Task<bool> RunAsync(string name, DateTimeOffset scheduledFor, CancellationToken cancellationToken)
    {
        var job = jobs.FirstOrDefault(j => j.Name == name) ?? throw new ArgumentException($"There is no job {name}.", nameof(name));
        if (await TakeAsync(name, scheduledFor.Stored(), cancellationToken) is not { } id)
        {
            return false;
        }

        var run = await context.JobRuns.AsNoTracking().SingleAsync(r => r.Id == id, cancellationToken);
        try
        {
            await job.RunAsync(new JobContext(run, (cursor, progress, stop) => SaveAsync(id, cursor, progress, stop)), cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            await EndAsync(id, JobRunState.Failed, exception.GetType().Name, cancellationToken);
            throw;
        }

        await EndAsync(id, JobRunState.Succeeded, null, cancellationToken);
        return true;
    }

    /// <summary>Runs that were begun and never ended, oldest first.</summary>
    public async Task<IReadOnlyList<(string Job, DateTimeOffset ScheduledFor)>> UnfinishedAsync(CancellationToken cancellationToken) =>
        [.. (await context.JobRuns.AsNoTracking()
            .Where(r => r.State == JobRunState.Running)
            .OrderBy(r => r.ScheduledFor)
            .Select(r => new { r.Job, r.ScheduledFor })
            .ToListAsync(cancellationToken)).Select(r => (r.Job, r.ScheduledFor))];

    private async Task<Guid?> TakeAsync(string name, DateTimeOffset scheduledFor, CancellationToken cancellationToken)
    {
        var run = await context.JobRuns.SingleOrDefaultAsync(r => r.Job == name && r.ScheduledFor == scheduledFor, cancellationToken);
        if (run is { State: JobRunState.Succeeded })
        {
            return null;
        }

        if (run is null)
        {
            run = new JobRun
            {
                Id = ids.Next(),
                Job = name,
                ScheduledFor = scheduledFor,
                State = JobRunState.Running,
                StartedAt = time.GetUtcNow(),
            };
            context.JobRuns.Add(run);
        }

        (run.State, run.StartedAt, run.Error) = (JobRunState.Running, time.GetUtcNow(), null);
        var outcome = await transaction.CommitAsync(cancellationToken);
        context.ChangeTracker.Clear();
        return outcome == CommitOutcome.Committed ? run.Id : null;
    }

    private async Task SaveAsync(Guid id, string? cursor, long progress, CancellationToken cancellationToken)
    {
        var run = await context.JobRuns.SingleAsync(r => r.Id == id, cancellationToken);
        (run.Cursor, run.Progress) = (cursor, progress);
        await transaction.CommitAsync(cancellationToken);
        context.ChangeTracker.Clear();
    }

    private async Task EndAsync(Guid id, JobRunState state, string? error, CancellationToken cancellationToken)
    {
        context.ChangeTracker.Clear();
        var run = await context.JobRuns.SingleAsync(r => r.Id == id, cancellationToken);
        run.State = state;
        run.FinishedAt = time.GetUtcNow();
        run.Error = error is { Length: > LongestError } ? error[..LongestError] : error;
        await transaction.CommitAsync(cancellationToken);
        context.ChangeTracker.Clear();
    }
}
