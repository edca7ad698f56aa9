using System.Text.Json;
using Approvals.Application.Audit;
using Approvals.Application.Database;
using Approvals.Application.Rights;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Jobs;

/// <summary>Asks for a run at once. While one is queued or runs, asking again asks for the same one.</summary>
public sealed class RunJobNow(ApprovalsDbContext context, WriteTransaction transaction, IEnumerable<IJob> jobs, AuditLog audit, IIdSource ids, TimeProvider time)
{
    /// <summary>The run: the new one, or the one that is there.</summary>
    public async Task<Result<Guid>> HandleAsync(string job, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!JobRights.Acts(user))
        {
            return Refusals.Forbidden;
        }

        if (!jobs.Any(j => j.Name == job))
        {
            return Refusals.NotFound;
        }

        var now = time.Now();
        var open = await context.JobRuns.SingleOrDefaultAsync(r => r.OpenKey == job, cancellationToken);
        if (open is { State: not JobRunState.Failed })
        {
            return open.Id;
        }

        var run = open ?? new JobRun { Id = ids.Next(), Job = job, ScheduledFor = now, State = JobRunState.Queued, StartedAt = now, OpenKey = job, ByUserId = user.Id };
        run.RetryAt = open is null ? null : now;
        context.Update(run).State = open is null ? EntityState.Added : EntityState.Modified;
        audit.Add(user.Id, "jobs.started", "job", job, JsonSerializer.Serialize(new { run = run.Id }));
        if (await transaction.CommitAsync(cancellationToken) == CommitOutcome.Committed)
        {
            return run.Id;
        }

        context.ChangeTracker.Clear();
        return await context.JobRuns.Where(r => r.OpenKey == job).Select(r => (Guid?)r.Id).SingleOrDefaultAsync(cancellationToken) is { } other ? other : Refusals.Stale;
    }
}
