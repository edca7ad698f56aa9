using System.Text.Json;
using Approvals.Application.Audit;
using Approvals.Application.Database;
using Approvals.Application.Rights;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Jobs;

/// <summary>
/// Stops the run of a job after the chunk it is at: what is done stays done. One that waits for its turn or for another attempt, or whose
/// node died, is over at once.
/// </summary>
public sealed class StopRun(ApprovalsDbContext context, WriteTransaction transaction, IEnumerable<IJob> jobs, AuditLog audit, TimeProvider time)
{
    public async Task<Result<Unit>> HandleAsync(string job, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!JobRights.Acts(user))
        {
            return Refusals.Forbidden;
        }

        if (!jobs.Any(j => j.Name == job))
        {
            return Refusals.NotFound;
        }

        if (await context.JobRuns.SingleOrDefaultAsync(r => r.OpenKey == job, cancellationToken) is not { CancelAskedAt: null } run)
        {
            return new Error("jobs.over", ErrorKind.Conflict);
        }

        var now = time.Now();
        run.CancelAskedAt = now;
        if (run.IsFree(now) || run.State == JobRunState.Failed)
        {
            (run.State, run.FinishedAt, run.OpenKey, run.RetryAt, run.Node) = (JobRunState.Cancelled, now, null, null, null);
        }

        audit.Add(user.Id, "jobs.stopped", "job", run.Job, JsonSerializer.Serialize(new { run = run.Id }));
        return await transaction.CommitAsync(cancellationToken) == CommitOutcome.Committed ? Unit.Value : Refusals.Stale;
    }
}
