using Approvals.Application.Cases;
using Approvals.Application.Rights;
using Approvals.Workflows;

namespace Approvals.Application.Tasks;

/// <summary>Lets a colleague sign too (加签): before, after or alongside whoever adds them.</summary>
public sealed class AddSigner(TaskRunner runner)
{
    /// <param name="Task">The task.</param>
    /// <param name="Etag">The version that was seen.</param>
    /// <param name="Signer">Who signs too.</param>
    /// <param name="Place">When.</param>
    /// <param name="Note">Why.</param>
    /// <param name="IdempotencyKey">Made for this one click.</param>
    public sealed record Request(Guid Task, string? Etag, Guid Signer, SignerPlace Place, string? Note, string IdempotencyKey);

    public Task<Result<ActDone>> HandleAsync(Request request, CurrentUser user, CancellationToken cancellationToken) =>
        runner.RunAsync(request.Task, request.Etag, request.IdempotencyKey, user, task => ActAsync(task, request, cancellationToken), cancellationToken);

    private static async Task<Result<Unit>> ActAsync(TaskWork task, Request request, CancellationToken cancellationToken)
    {
        if (task.Refusal(TaskActs.AddSigner) is { } refusal)
        {
            return refusal;
        }

        var colleague = await Colleagues.FindAsync(task.Work, request.Signer, cancellationToken);
        if (!colleague.IsSuccess)
        {
            return colleague.Error;
        }

        var opinion = task.Add(request.IdempotencyKey, OpinionOutcomes.SignerAdded, request.Note);
        return await task.Work.TakeAsync(
            new CaseAct(new SignerAdded(task.Task.Id, task.By, request.Signer.ToString(), request.Place, opinion)), cancellationToken);
    }
}
