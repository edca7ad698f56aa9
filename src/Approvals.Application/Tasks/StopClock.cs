using Approvals.Application.Cases;
using Approvals.Application.Rights;
using Approvals.Workflows;

namespace Approvals.Application.Tasks;

/// <summary>Stops the clocks of a case with a reason, and lets them run again (暂停计时, 恢复计时).</summary>
public sealed class StopClock(TaskRunner runner)
{
    /// <param name="Task">The task of whoever orders it.</param>
    /// <param name="Etag">The version that was seen.</param>
    /// <param name="Stop">Whether the clocks stop; otherwise they run again.</param>
    /// <param name="Reason">Why; needed for a stop, and the applicant reads it.</param>
    /// <param name="IdempotencyKey">Made for this one click.</param>
    public sealed record Request(Guid Task, string? Etag, bool Stop, string? Reason, string IdempotencyKey);

    public Task<Result<ActDone>> HandleAsync(Request request, CurrentUser user, CancellationToken cancellationToken) =>
        runner.RunAsync(request.Task, request.Etag, request.IdempotencyKey, user, task => ActAsync(task, request, cancellationToken), cancellationToken);

    private static async Task<Result<Unit>> ActAsync(TaskWork task, Request request, CancellationToken cancellationToken)
    {
        if (task.Refusal(TaskActs.StopClock) is { } refusal)
        {
            return refusal;
        }

        if (request.Stop && string.IsNullOrWhiteSpace(request.Reason))
        {
            return new Error("tasks.needsReason") { Fields = [new FieldError("reason", "tasks.needsReason")] };
        }

        var reason = task.Add(request.IdempotencyKey, request.Stop ? OpinionOutcomes.ClockStopped : OpinionOutcomes.ClockResumed, request.Reason);
        return await task.Work.TakeAsync(
            new CaseAct(request.Stop ? new ClockStopped(task.By, reason) : new ClockResumed(task.By)), cancellationToken);
    }
}
