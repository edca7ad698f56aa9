using Approvals.Application.Database;

namespace Approvals.Application.Outbox;

/// <summary>
/// Steps the case an event is sent to. In the step's own transaction it sets the row's state, so it is consumed once.
/// </summary>
public interface IInboundEventHandler
{
    public Task<PumpOutcome> HandleAsync(InboundEvent inbound, CancellationToken cancellationToken);
}
