using Approvals.Application.Cases;
using Approvals.Application.Rights;
using Approvals.Workflows;

namespace Approvals.Application.Tasks;

/// <summary>Takes a task out of a queue (签收); others see who has it.</summary>
public sealed class ClaimTask(TaskRunner runner)
{
    /// <param name="Task">The task.</param>
    public sealed record Request(Guid Task);

    public Task<Result<ActDone>> HandleAsync(Request request, CurrentUser user, CancellationToken cancellationToken) =>
        runner.RunAsync(request.Task, null, null, user, task => Decide(task, cancellationToken), cancellationToken);

    /// <summary>Claiming what one has already changes nothing.</summary>
    private static Task<Result<Unit>> Decide(TaskWork task, CancellationToken cancellationToken) =>
        task.Row.State == TaskItemState.Claimed
            ? Task.FromResult<Result<Unit>>(Unit.Value)
            : task.Work.TakeAsync(new CaseAct(new TaskClaimed(task.Task.Id, task.By)), cancellationToken);
}
