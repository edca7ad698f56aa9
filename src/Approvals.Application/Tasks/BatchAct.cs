using Approvals.Application.Rights;

namespace Approvals.Application.Tasks;

/// <summary>
/// Decides several tasks alike (批量办理), where their steps allow it: each in a transaction of its own, so that one that cannot
/// be decided does not hold up the others.
/// </summary>
public sealed class BatchAct(CompleteTask complete)
{
    /// <summary>How many at most.</summary>
    public const int Most = 100;

    /// <param name="Tasks">The tasks, each with the version that was seen.</param>
    /// <param name="Act">What is done with each.</param>
    /// <param name="Opinion">The opinion on each.</param>
    /// <param name="IdempotencyKey">Made for this one click.</param>
    public sealed record Request(IReadOnlyList<Item> Tasks, string Act, string? Opinion, string IdempotencyKey);

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
            var done = await complete.HandleAsync(
                new CompleteTask.Request(item.Task, item.Etag, request.Act, request.IdempotencyKey) { Opinion = request.Opinion, IsBatch = true }, user, cancellationToken);
            outcomes.Add(new Outcome(item.Task, done.Error));
        }

        return outcomes;
    }
}
