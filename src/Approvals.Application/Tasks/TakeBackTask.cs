using Approvals.Application.Cases;
using Approvals.Application.Rights;
using Approvals.Workflows;

namespace Approvals.Application.Tasks;

/// <summary>Takes a delegated task back before whoever prepares it is done (收回委派).</summary>
public sealed class TakeBackTask(TaskRunner runner)
{
    /// <param name="Task">The task.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="IdempotencyKey">Made for this one click.</param>
    public sealed record Request(Guid Task, string? Reason, string IdempotencyKey);

    public Task<Result<ActDone>> HandleAsync(Request request, CurrentUser user, CancellationToken cancellationToken) =>
        runner.RunWaitingAsync(request.Task, request.IdempotencyKey, user, task => ActAsync(task, request, cancellationToken), cancellationToken);

    private static Task<Result<Unit>> ActAsync(WaitingTask task, Request request, CancellationToken cancellationToken)
    {
        var opinion = Opinions.Add(task.Work, task.Row, task.By, request.IdempotencyKey, OpinionOutcomes.TakenBack, request.Reason);
        return task.Work.TakeAsync(new CaseAct(new Delegated(task.Row.BookmarkId, task.By, null, opinion)), cancellationToken);
    }
}
