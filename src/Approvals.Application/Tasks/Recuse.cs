using Approvals.Application.Cases;
using Approvals.Application.Rights;
using Approvals.Workflows;

namespace Approvals.Application.Tasks;

/// <summary>Steps aside (回避) as related or otherwise partial.</summary>
public sealed class Recuse(TaskRunner runner)
{
    /// <param name="Task">The task.</param>
    /// <param name="Etag">The version that was seen.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="IdempotencyKey">Made for this one click.</param>
    public sealed record Request(Guid Task, string? Etag, string? Reason, string IdempotencyKey);

    public Task<Result<ActDone>> HandleAsync(Request request, CurrentUser user, CancellationToken cancellationToken) =>
        runner.RunAsync(request.Task, request.Etag, request.IdempotencyKey, user, task => ActAsync(task, request, cancellationToken), cancellationToken);

    private static async Task<Result<Unit>> ActAsync(TaskWork task, Request request, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(request.Reason))
        {
            return new Error("tasks.needsOpinion") { Fields = [new FieldError("reason", "tasks.needsOpinion")] };
        }

        var opinion = task.Add(request.IdempotencyKey, OpinionOutcomes.Recused, request.Reason);
        return await task.Work.TakeAsync(new CaseAct(new Recused(task.Task.Id, task.By, opinion)), cancellationToken);
    }
}
