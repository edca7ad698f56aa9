using Approvals.Application.Cases;
using Approvals.Application.Database;
using Approvals.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Outbox;

/// <summary>Steps the case an event was sent to; the row is consumed in the same transaction.</summary>
public sealed class TakeInboundEvent(CaseStepper stepper) : IInboundEventHandler
{
    /// <inheritdoc />
    public async Task<PumpOutcome> HandleAsync(InboundEvent inbound, CancellationToken cancellationToken)
    {
        var done = await stepper.RunAsync(inbound.TargetCaseId, null, work => ActAsync(work, inbound.Id, cancellationToken), cancellationToken);
        return PumpAnswer.Of(done);
    }

    private static async Task<Result<Unit>> ActAsync(CaseWork work, Guid id, CancellationToken cancellationToken)
    {
        var row = await work.Context.InboundEvents.SingleAsync(e => e.Id == id, cancellationToken);
        if (row.State != InboundState.Pending)
        {
            return Unit.Value;
        }

        (row.State, row.LeaseOwner, row.LeaseUntil) = (InboundState.Consumed, null, null);
        return await work.TakeAsync(new CaseAct(WorkflowEvent.FromJson(row.Event)), cancellationToken);
    }
}
