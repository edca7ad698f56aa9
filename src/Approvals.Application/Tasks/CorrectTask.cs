using Approvals.Application.Cases;
using Approvals.Application.Rights;
using Approvals.Workflows;

namespace Approvals.Application.Tasks;

/// <summary>Asks the applicant, once, for everything that has to be corrected before acceptance (补正, 行政许可法 32).</summary>
public sealed class CorrectTask(TaskRunner runner)
{
    /// <param name="Task">The task of acceptance.</param>
    /// <param name="Etag">The version that was seen.</param>
    /// <param name="Opinion">The explanation in the notice.</param>
    /// <param name="IdempotencyKey">Made for this one click.</param>
    public sealed record Request(Guid Task, string? Etag, string? Opinion, string IdempotencyKey)
    {
        /// <summary>Paths of the fields to correct; only these open.</summary>
        public IReadOnlyList<string> Fields { get; init; } = [];

        /// <summary>What is to be corrected, by field.</summary>
        public IReadOnlyDictionary<string, string> FieldNotes { get; init; } = new Dictionary<string, string>();

        /// <summary>Types of documents to bring.</summary>
        public IReadOnlyList<string> Documents { get; init; } = [];
    }

    public Task<Result<ActDone>> HandleAsync(Request request, CurrentUser user, CancellationToken cancellationToken) =>
        runner.RunAsync(request.Task, request.Etag, request.IdempotencyKey, user, task => ActAsync(task, request, cancellationToken), cancellationToken);

    private static async Task<Result<Unit>> ActAsync(TaskWork task, Request request, CancellationToken cancellationToken)
    {
        if (request.Fields.Count == 0 && request.Documents.Count == 0)
        {
            return new Error("tasks.needsFields") { Fields = [new FieldError("fields", "tasks.needsFields")] };
        }

        var opinion = task.Add(request.IdempotencyKey, TaskOutcomes.Correction, request.Opinion, notes: request.FieldNotes);
        return await task.Work.TakeAsync(
            new CaseAct(new TaskCompleted(task.Task.Id, task.By, TaskOutcomes.Correction, null, opinion)
            {
                Fields = [.. request.Fields], Documents = [.. request.Documents],
            }),
            cancellationToken);
    }
}
