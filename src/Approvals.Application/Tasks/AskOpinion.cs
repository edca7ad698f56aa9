using Approvals.Application.Cases;
using Approvals.Application.Rights;
using Approvals.Workflows;

namespace Approvals.Application.Tasks;

/// <summary>Asks a colleague for an opinion (征求意见); the step does not wait for it.</summary>
public sealed class AskOpinion(TaskRunner runner)
{
    /// <param name="Task">The asker's task.</param>
    /// <param name="Etag">The version that was seen.</param>
    /// <param name="Of">Who is asked.</param>
    /// <param name="Question">What.</param>
    /// <param name="IdempotencyKey">Made for this one click.</param>
    public sealed record Request(Guid Task, string? Etag, Guid Of, string? Question, string IdempotencyKey);

    public Task<Result<ActDone>> HandleAsync(Request request, CurrentUser user, CancellationToken cancellationToken) =>
        runner.RunAsync(request.Task, request.Etag, request.IdempotencyKey, user, task => ActAsync(task, request, cancellationToken), cancellationToken);

    private static async Task<Result<Unit>> ActAsync(TaskWork task, Request request, CancellationToken cancellationToken)
    {
        if (task.Refusal(TaskActs.AskOpinion) is { } refusal)
        {
            return refusal;
        }

        if (string.IsNullOrWhiteSpace(request.Question))
        {
            return new Error("tasks.needsQuestion") { Fields = [new FieldError("reason", "tasks.needsQuestion")] };
        }

        var colleague = await Colleagues.FindAsync(task.Work, request.Of, cancellationToken);
        if (!colleague.IsSuccess)
        {
            return colleague.Error;
        }

        var question = task.Add(request.IdempotencyKey, OpinionOutcomes.OpinionAsked, request.Question);
        return await task.Work.TakeAsync(new CaseAct(new OpinionAsked(task.Task.Id, task.By, request.Of.ToString(), question)), cancellationToken);
    }
}
