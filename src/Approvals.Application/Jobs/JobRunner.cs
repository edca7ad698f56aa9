using Approvals.Application.Database;
using Approvals.Application.Metering;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Jobs;

/// <summary>
/// Runs a job for one due instant, once in all: a second node finds the run there; a run that a dead process left goes on
/// from its cursor.
/// </summary>
public sealed class JobRunner(ApprovalsDbContext context, IEnumerable<IJob> jobs, JobLease lease, JobHeart heart, WriteTransaction transaction, TimeProvider time)
{
    /// <summary>Runs it and returns whether this call did. A run of the job that was left half-done is finished first.</summary>
    /// <exception cref="ArgumentException">There is no such job.</exception>
    public async Task<bool> RunAsync(string name, DateTimeOffset scheduledFor, CancellationToken cancellationToken)
    {
        var job = jobs.FirstOrDefault(j => j.Name == name) ?? throw new ArgumentException($"There is no job {name}.", nameof(name));
        var due = scheduledFor.Stored();
        if (await lease.LeftOverAsync(name, due, cancellationToken) is { } left && await lease.TakeAsync(name, left, cancellationToken) is { } dead)
        {
            await WorkAsync(job, dead, cancellationToken);
        }

        return await lease.TakeAsync(name, due, cancellationToken) is { } run && await WorkAsync(job, run, cancellationToken);
    }

    /// <summary>Runs that were begun or asked for, are not over, and that nobody works on, oldest first.</summary>
    public async Task<IReadOnlyList<(string Job, DateTimeOffset ScheduledFor)>> UnfinishedAsync(CancellationToken cancellationToken)
    {
        var open = await context.JobRuns.AsNoTracking()
            .Where(r => r.State == JobRunState.Running || r.State == JobRunState.Queued || (r.State == JobRunState.Failed && r.RetryAt != null))
            .OrderBy(r => r.ScheduledFor).ToListAsync(cancellationToken);
        var now = time.GetUtcNow();
        return [.. open.Where(r => r.IsFree(now)).Select(r => (r.Job, r.ScheduledFor))];
    }

    /// <summary>Gives every run back: where one process alone uses the database, what runs at its start is nobody's.</summary>
    public Task ReleaseAllAsync(CancellationToken cancellationToken) => transaction.RunAsync(
        stop => context.JobRuns.Where(r => r.State == JobRunState.Running).ExecuteUpdateAsync(s => s.SetProperty(r => r.Node, (string?)null), stop),
        cancellationToken);

    private async Task<bool> WorkAsync(IJob job, JobRun run, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var trace = JobTrace.Begin(run);
        var began = TimeProvider.System.GetTimestamp();
        var outcome = "stopped";
        try
        {
            await using (heart.Begin(run, stop))
            {
                await job.RunAsync(new JobContext(run, (stand, saving) => lease.SaveAsync(run, stand, saving)), stop.Token);
            }

            await lease.EndAsync(run, JobRunState.Succeeded);
            outcome = "done";
        }
        catch (OperationCanceledException stopped)
        {
            if (!await StoppedAsync(run, stopped, cancellationToken))
            {
                throw;
            }

            return true;
        }
        catch (Exception exception)
        {
            outcome = "broke";
            await lease.BreakAsync(run, JobBreaks.Of(exception));
            throw;
        }
        finally
        {
            ProductMeter.Ran(job.Name, TimeProvider.System.GetElapsedTime(began), outcome);
        }

        return true;
    }

    /// <summary>Whether the run is settled: an operator stopped it, or another node has it; else it is given back.</summary>
    private async Task<bool> StoppedAsync(JobRun run, OperationCanceledException stopped, CancellationToken cancellationToken)
    {
        context.ChangeTracker.Clear();
        if (stopped is JobStopped { Lost: true })
        {
            return true;
        }

        if (!cancellationToken.IsCancellationRequested && await context.JobRuns.AnyAsync(r => r.Id == run.Id && r.CancelAskedAt != null, CancellationToken.None))
        {
            await lease.EndAsync(run, JobRunState.Cancelled);
            return true;
        }

        await lease.ReleaseAsync(run);
        return false;
    }
}
