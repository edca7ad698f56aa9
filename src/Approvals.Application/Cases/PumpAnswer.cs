using Approvals.Application.Database;

namespace Approvals.Application.Cases;

/// <summary>What a pump does after a step that nobody asked for.</summary>
internal static class PumpAnswer
{
    internal static PumpOutcome Of<T>(Result<T> done) => done switch
    {
        { IsSuccess: true } => PumpOutcome.Settled,
        { Error.Code: "cases.busy" } => PumpOutcome.Retry(done.Error.Code),
        // However long an operator takes to mend the step, it is not lost.
        { Error.Code: "workflow.incidentOpen" } => PumpOutcome.Park(done.Error.Code),
        _ => PumpOutcome.GiveUp(done.Error.Code),
    };
}
