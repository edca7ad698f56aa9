using System.Collections.Frozen;
using Approvals.Application.Cases;
using Approvals.Application.Children;
using Approvals.Application.Database;
using Approvals.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Outbox;

/// <summary>Steps the case an event was sent to, or opens the case it asks for; the row is consumed in the same transaction.</summary>
public sealed class TakeInboundEvent(CaseStepper stepper, OpenChildCase children) : IInboundEventHandler
{
    /// <summary>What the receiver says that does not wait for the event any more: nothing went wrong, and nothing is to be done.</summary>
    private static readonly FrozenSet<string> Past = FrozenSet.ToFrozenSet(
        ["workflow.finished", "workflow.childGone", "workflow.replyGone", "workflow.signalNotAwaited"], StringComparer.Ordinal);

    /// <inheritdoc />
    public async Task<PumpOutcome> HandleAsync(InboundEvent inbound, CancellationToken cancellationToken)
    {
        var @event = WorkflowEvent.FromJson(inbound.Event);
        if (@event is Started)
        {
            return await children.HandleAsync(inbound, cancellationToken);
        }

        var done = await stepper.RunAsync(inbound.TargetCaseId, null, work => ActAsync(work, inbound.Id, @event, cancellationToken), cancellationToken);

        // A child that is not there yet is being opened.
        return done is { IsSuccess: false, Error.Code: "cases.unknown" } ? PumpOutcome.Retry(done.Error.Code) : PumpAnswer.Of(done);
    }

    private static async Task<Result<Unit>> ActAsync(CaseWork work, Guid id, WorkflowEvent @event, CancellationToken cancellationToken)
    {
        var row = await work.Context.InboundEvents.SingleAsync(e => e.Id == id, cancellationToken);
        if (row.State != InboundState.Pending)
        {
            return Unit.Value;
        }

        (row.LeaseOwner, row.LeaseUntil) = (null, null);
        var taken = await work.TakeAsync(new CaseAct(@event), cancellationToken);
        if (!taken.IsSuccess && Past.Contains(taken.Error.Code))
        {
            (row.State, row.LastError) = (InboundState.Refused, taken.Error.Code);
            return Unit.Value;
        }

        row.State = InboundState.Consumed;
        return taken;
    }
}
