using Approvals.Application.Cases;
using Approvals.Application.Rights;
using Approvals.Workflows;

namespace Approvals.Application.Tasks;

/// <summary>Puts a claimed task back into its queue.</summary>
public sealed class ReleaseTask(TaskRunner runner)
{
    /// <param name="Task">The task.</param>
    public sealed record Request(Guid Task);

    public Task<Result<ActDone>> HandleAsync(Request request, CurrentUser user, CancellationToken cancellationToken) =>
        runner.RunAsync(request.Task, null, null, user, task => Decide(task, cancellationToken), cancellationToken);

    private static Task<Result<Unit>> Decide(TaskWork task, CancellationToken cancellationToken) =>
        task.Row.State != TaskItemState.Claimed
            ? Task.FromResult<Result<Unit>>(Unit.Value)
            : task.Work.TakeAsync(new CaseAct(new Reassigned(task.Task.Id, task.By, null)), cancellationToken);
}
