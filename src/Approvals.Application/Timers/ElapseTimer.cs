using Approvals.Application.Cases;
using Approvals.Application.Database;
using Approvals.Workflows;

namespace Approvals.Application.Timers;

/// <summary>Steps the case of a due timer; the row is set in the same transaction, so it fires once.</summary>
public sealed class ElapseTimer(CaseStepper stepper) : ITimerHandler
{
    /// <inheritdoc />
    public async Task<PumpOutcome> HandleAsync(CaseTimer timer, CancellationToken cancellationToken)
    {
        var done = await stepper.RunAsync(timer.CaseId, null, work => ActAsync(work, timer, cancellationToken), cancellationToken);
        return PumpAnswer.Of(done);
    }

    private static async Task<Result<Unit>> ActAsync(CaseWork work, CaseTimer timer, CancellationToken cancellationToken)
    {
        var row = work.Timers.Find(t => t.Id == timer.Id);
        if (row is not { State: TimerState.Pending } || row.ReadyAt > work.Now)
        {
            return Unit.Value;
        }

        (row.State, row.LeaseOwner, row.LeaseUntil) = (TimerState.Fired, null, null);
        return await work.TakeAsync(new CaseAct(new TimerElapsed(row.BookmarkId)), cancellationToken);
    }
}
