using Approvals.Application.Cases;
using Approvals.Application.Rights;
using Approvals.Workflows;

namespace Approvals.Application.Tasks;

/// <summary>Lets a colleague prepare a task (委派): it comes back with what they propose, and whose task it is decides.</summary>
public sealed class DelegateTask(TaskRunner runner)
{
    /// <param name="Task">The task.</param>
    /// <param name="Etag">The version that was seen.</param>
    /// <param name="To">Who prepares it.</param>
    /// <param name="Note">What they should look at.</param>
    /// <param name="IdempotencyKey">Made for this one click.</param>
    public sealed record Request(Guid Task, string? Etag, Guid To, string? Note, string IdempotencyKey);

    public Task<Result<ActDone>> HandleAsync(Request request, CurrentUser user, CancellationToken cancellationToken) =>
        runner.RunAsync(request.Task, request.Etag, request.IdempotencyKey, user, task => ActAsync(task, request, cancellationToken), cancellationToken);

    private static async Task<Result<Unit>> ActAsync(TaskWork task, Request request, CancellationToken cancellationToken)
    {
        if (task.Refusal(TaskActs.Delegate) is { } refusal)
        {
            return refusal;
        }

        var colleague = await Colleagues.FindAsync(task.Work, request.To, cancellationToken);
        if (!colleague.IsSuccess)
        {
            return colleague.Error;
        }

        var opinion = task.Add(request.IdempotencyKey, OpinionOutcomes.Delegated, request.Note);
        return await task.Work.TakeAsync(new CaseAct(new Delegated(task.Task.Id, task.By, request.To.ToString(), opinion)), cancellationToken);
    }
}
