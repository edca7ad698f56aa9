using Approvals.Application.Cases;
using Approvals.Application.Rights;
using Approvals.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Tasks;

/// <summary>Hands a task to a colleague for good (转办), whom <see cref="Receivers"/> names.</summary>
public sealed class TransferTask(TaskRunner runner)
{
    /// <param name="Task">The task.</param>
    /// <param name="Etag">The version that was seen.</param>
    /// <param name="To">Who gets it.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="IdempotencyKey">Made for this one click.</param>
    public sealed record Request(Guid Task, string? Etag, Guid To, string? Reason, string IdempotencyKey)
    {
        /// <summary>Whether it is one of several handed on alike; the step must allow that.</summary>
        public bool IsBatch { get; init; }
    }

    public Task<Result<ActDone>> HandleAsync(Request request, CurrentUser user, CancellationToken cancellationToken) =>
        runner.RunAsync(request.Task, request.Etag, request.IdempotencyKey, user, task => ActAsync(task, request, cancellationToken), cancellationToken);

    private static async Task<Result<Unit>> ActAsync(TaskWork task, Request request, CancellationToken cancellationToken)
    {
        if (request.IsBatch && task.Refusal(TaskActs.Batch) is { } single)
        {
            return single;
        }

        var may = await Receivers.Of(task.Work.Context, task.Work, task.Row, task.Task, task.Work.By!).AnyAsync(u => u.Id == request.To, cancellationToken);
        var receiver = may ? await RoleGrants.ReadAsync(task.Work.Context, request.To, task.Work.Now, cancellationToken) : null;
        if (receiver is null || !CaseRights.MayDecide(receiver, task.Work.Case).IsSuccess)
        {
            return new Error("tasks.unknownPerson") { Fields = [new FieldError("to", "tasks.unknownPerson")] };
        }

        var opinion = task.Add(request.IdempotencyKey, OpinionOutcomes.Transferred, request.Reason);
        return await task.Work.TakeAsync(
            new CaseAct(new Transferred(task.Task.Id, task.By, request.To.ToString(), opinion)), cancellationToken);
    }
}
