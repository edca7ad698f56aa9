using Approvals.Application.Cases;
using Approvals.Application.Rights;
using Approvals.Workflows;

namespace Approvals.Application.Tasks;

/// <summary>
/// Takes back a signer one has added, as long as they have not signed (减签). Whose own task was set aside for a signer before
/// them has it again.
/// </summary>
public sealed class RemoveSigner(TaskRunner runner)
{
    /// <param name="Task">The task by which the signer was added, or one that came of it.</param>
    /// <param name="Signer">Who need not sign.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="IdempotencyKey">Made for this one click.</param>
    public sealed record Request(Guid Task, Guid Signer, string? Reason, string IdempotencyKey);

    public Task<Result<ActDone>> HandleAsync(Request request, CurrentUser user, CancellationToken cancellationToken) =>
        runner.RunWaitingAsync(request.Task, request.IdempotencyKey, user, task => ActAsync(task, request, cancellationToken), cancellationToken);

    /// <summary>The signers somebody added at the step of a task who have not signed yet.</summary>
    internal static IEnumerable<AddedSigner> AddedBy(CaseWork work, TaskItem row, Actor by) =>
        work.State.Executions.Where(e => e.Activity == row.ActivityId).Select(e => e.Memory).OfType<ReviewMemory>().SelectMany(m => m.Added).Where(a => by.Is(a.By));

    private static async Task<Result<Unit>> ActAsync(WaitingTask task, Request request, CancellationToken cancellationToken)
    {
        if (AddedBy(task.Work, task.Row, task.By).FirstOrDefault(a => a.User == request.Signer.ToString()) is not { } signer)
        {
            return new Error("workflow.signerGone", ErrorKind.Conflict);
        }

        var opinion = Opinions.Add(task.Work, task.Row, task.By, request.IdempotencyKey, OpinionOutcomes.SignerRemoved, request.Reason);
        return await task.Work.TakeAsync(new CaseAct(new SignerRemoved(signer.Task, task.By, signer.User, opinion)), cancellationToken);
    }
}
