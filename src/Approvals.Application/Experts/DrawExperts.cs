using Approvals.Application.Cases;
using Approvals.Application.Rights;
using Approvals.Application.Tasks;
using Approvals.Workflows;

namespace Approvals.Application.Experts;

/// <summary>Draws experts for the empty seats of a panel.</summary>
public sealed class DrawExperts(TaskRunner runner)
{
    /// <param name="Task">The task of the draw.</param>
    /// <param name="Etag">The version that was seen.</param>
    /// <param name="Without">Users drawn before who have not answered and are not waited for.</param>
    /// <param name="Reason">Why it is drawn again; a first draw needs none.</param>
    /// <param name="IdempotencyKey">Made for this one click.</param>
    public sealed record Request(Guid Task, string? Etag, IReadOnlyList<Guid> Without, string? Reason, string IdempotencyKey);

    public Task<Result<ActDone>> HandleAsync(Request request, CurrentUser user, CancellationToken cancellationToken) =>
        runner.RunAsync(request.Task, request.Etag, request.IdempotencyKey, user, task => ActAsync(task, request, cancellationToken), cancellationToken);

    private static async Task<Result<Unit>> ActAsync(TaskWork task, Request request, CancellationToken cancellationToken)
    {
        if (task.Task.Kind != TaskKind.Draw)
        {
            return new Error("experts.noDraw", ErrorKind.Conflict);
        }

        var memory = task.Work.State.Executions.Where(e => e.Id == task.Task.Execution).Select(e => e.Memory).OfType<VoteMemory>().Single();
        if (memory.Draw!.Number > 0 && string.IsNullOrWhiteSpace(request.Reason))
        {
            return new Error("tasks.drawReason") { Fields = [new FieldError("reason", "tasks.drawReason")] };
        }

        var opinion = task.Add(request.IdempotencyKey, OpinionOutcomes.Drawn, request.Reason);
        return await task.Work.TakeAsync(
            new CaseAct(new ExpertsDrawn(task.Task.Id, task.By, opinion) { Without = [.. request.Without.Select(u => u.ToString()).Distinct()] }), cancellationToken);
    }
}
