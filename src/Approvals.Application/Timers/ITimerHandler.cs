using Approvals.Application.Database;

namespace Approvals.Application.Timers;

/// <summary>Steps the case of a due timer. In the step's own transaction it sets the timer's state, so it fires once.</summary>
public interface ITimerHandler
{
    public Task<PumpOutcome> HandleAsync(CaseTimer timer, CancellationToken cancellationToken);
}
