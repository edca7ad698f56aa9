using Approvals.Application.Audit;
using Approvals.Application.Database;
using Approvals.Application.Rights;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Replay;

/// <summary>Cancels a run before its next case; what was played stays to be read.</summary>
public sealed class CancelReplay(ApprovalsDbContext context, WriteTransaction transaction, AuditLog audit, TimeProvider time)
{
    public async Task<Result<Unit>> HandleAsync(Guid run, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!PolicyRights.Replays(user))
        {
            return Refusals.Forbidden;
        }

        if (!await context.ReplayRuns.AnyAsync(r => r.Id == run, cancellationToken))
        {
            return Refusals.NotFound;
        }

        // Written past the row's lease, which belongs to the pump.
        var (now, cancelled) = (time.Now(), 0);
        await transaction.RunAsync(
            async stop =>
            {
                cancelled = await context.ReplayRuns.Where(r => r.Id == run && r.State == ReplayState.Pending)
                    .ExecuteUpdateAsync(set => set.SetProperty(r => r.State, ReplayState.Cancelled).SetProperty(r => r.FinishedAt, now), stop);
                if (cancelled > 0)
                {
                    audit.Add(user.Id, "replay.cancelled", "replayRun", run.ToString(), "{}");
                }
            },
            cancellationToken);
        return cancelled > 0 ? Unit.Value : new Error("replay.over", ErrorKind.Conflict);
    }
}
