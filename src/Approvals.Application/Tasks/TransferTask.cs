using Approvals.Application.Cases;
using Approvals.Application.Rights;
using Approvals.Workflows;

namespace Approvals.Application.Tasks;

/// <summary>Hands a task to a colleague for good (转办): somebody whom the queue would have reached as well.</summary>
public sealed class TransferTask(TaskRunner runner)
{
    /// <param name="Task">The task.</param>
    /// <param name="Etag">The version that was seen.</param>
    /// <param name="To">Who gets it.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="IdempotencyKey">Made for this one click.</param>
    public sealed record Request(Guid Task, string? Etag, Guid To, string? Reason, string IdempotencyKey);

    public Task<Result<ActDone>> HandleAsync(Request request, CurrentUser user, CancellationToken cancellationToken) =>
        runner.RunAsync(request.Task, request.Etag, request.IdempotencyKey, user, task => ActAsync(task, request, cancellationToken), cancellationToken);

    private static async Task<Result<Unit>> ActAsync(TaskWork task, Request request, CancellationToken cancellationToken)
    {
        var receiver = await RoleGrants.ReadAsync(task.Work.Context, request.To, task.Work.Now, cancellationToken);
        if (receiver is null || !MayReceive(receiver, task) || receiver.Id == task.Work.By?.Id)
        {
            return new Error("tasks.unknownPerson") { Fields = [new FieldError("to", "tasks.unknownPerson")] };
        }

        var opinion = task.Add(request.IdempotencyKey, OpinionOutcomes.Transferred, request.Reason);
        return await task.Work.TakeAsync(
            new CaseAct(new Transferred(task.Task.Id, task.By, request.To.ToString(), opinion)), cancellationToken);
    }

    /// <summary>A task that was passed on already is for one person only; then a colleague is who shares an office with its holder.</summary>
    private static bool MayReceive(CurrentUser receiver, TaskWork task) =>
        TaskRights.IsCandidate(receiver, task.Row)
        || (task.Task.Candidates.All(c => c is UserCandidate) && task.Work.By is { } holder
            && receiver.Roles.Any(r => holder.Roles.Any(h => (h.Role, h.Region, h.OrganisationKind) == (r.Role, r.Region, r.OrganisationKind))));
}
