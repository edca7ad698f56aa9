using Approvals.Application.Cases;
using Approvals.Application.Database;
using Approvals.Application.Rights;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Tasks;

/// <summary>
/// Does one act on several tasks (批量办理), each as it is done alone and in a transaction of its own, so that one that cannot be done does
/// not hold up the others. What decides a step or hands it on is done only where the step allows it for several; taking what is free, letting
/// colleagues know and asking to hurry bind nobody, and are always allowed.
/// </summary>
public sealed class BatchAct(ApprovalsDbContext context, CompleteTask complete, ClaimTask claim, TransferTask transfer, CopyCase copy, UrgeCase urge)
{
    /// <summary>How many at most.</summary>
    public const int Most = 100;

    /// <param name="Tasks">The tasks, each with the version that was seen.</param>
    /// <param name="Act">What is done with each.</param>
    /// <param name="Opinion">The opinion on each.</param>
    /// <param name="IdempotencyKey">Made for this one click.</param>
    public sealed record Request(IReadOnlyList<Item> Tasks, string Act, string? Opinion, string IdempotencyKey)
    {
        /// <summary>Who gets them, where they are handed on.</summary>
        public Guid? To { get; init; }

        /// <summary>To whom the cases are copied.</summary>
        public IReadOnlyList<Guid> People { get; init; } = [];
    }

    /// <param name="Task">The task.</param>
    /// <param name="Etag">The version that was seen.</param>
    public sealed record Item(Guid Task, string Etag);

    /// <param name="Task">The task.</param>
    /// <param name="Refused">Why it was not done; null when it was.</param>
    public sealed record Outcome(Guid Task, Error? Refused);

    public async Task<Result<IReadOnlyList<Outcome>>> HandleAsync(Request request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (request.Tasks.Count is 0 or > Most)
        {
            return new Error("tasks.batchSize").With("most", $"{Most}");
        }

        List<Outcome> outcomes = [];
        foreach (var item in request.Tasks.DistinctBy(t => t.Task))
        {
            outcomes.Add(new Outcome(item.Task, await ActAsync(request, item, user, cancellationToken)));
        }

        return outcomes;
    }

    private async Task<Error?> ActAsync(Request request, Item item, CurrentUser user, CancellationToken cancellationToken) => request.Act switch
    {
        "claim" => (await claim.HandleAsync(new ClaimTask.Request(item.Task), user, cancellationToken)).Error,
        "urge" => await UrgeAsync(item.Task, user, cancellationToken),
        "copy" => (await copy.HandleAsync(new CopyCase.Request(item.Task, item.Etag, request.People, request.Opinion, request.IdempotencyKey), user, cancellationToken)).Error,
        "transfer" => (await transfer.HandleAsync(
            new TransferTask.Request(item.Task, item.Etag, request.To ?? Guid.Empty, request.Opinion, request.IdempotencyKey) { IsBatch = true }, user, cancellationToken)).Error,
        _ => (await complete.HandleAsync(
            new CompleteTask.Request(item.Task, item.Etag, request.Act, request.IdempotencyKey) { Opinion = request.Opinion, IsBatch = true }, user, cancellationToken)).Error,
    };

    private async Task<Error?> UrgeAsync(Guid task, CurrentUser user, CancellationToken cancellationToken) =>
        await context.TaskItems.Where(t => t.Id == task).Select(t => (Guid?)t.CaseId).SingleOrDefaultAsync(cancellationToken) is { } id
            ? (await urge.HandleAsync(new UrgeCase.Request(id), user, cancellationToken)).Error
            : new Error("tasks.unknown", ErrorKind.NotFound);
}
