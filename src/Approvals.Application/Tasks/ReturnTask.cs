using Approvals.Application.Cases;
using Approvals.Application.Rights;
using Approvals.Workflows;

namespace Approvals.Application.Tasks;

/// <summary>Sends a case back (退回): to an earlier step, or to named fields of the applicant inside this one.</summary>
public sealed class ReturnTask(TaskRunner runner)
{
    /// <summary>The target that means the applicant inside the step.</summary>
    public const string ToApplicant = "applicant";

    /// <param name="Task">The reviewer's task.</param>
    /// <param name="Etag">The version that was seen.</param>
    /// <param name="Target">The activity to return to, or <see cref="ToApplicant"/>.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="IdempotencyKey">Made for this one click.</param>
    public sealed record Request(Guid Task, string? Etag, string Target, string? Reason, string IdempotencyKey)
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
        if (string.IsNullOrWhiteSpace(request.Reason))
        {
            return new Error("tasks.needsOpinion") { Fields = [new FieldError("reason", "tasks.needsOpinion")] };
        }

        var opinion = task.Add(request.IdempotencyKey, "Returned", request.Reason, notes: request.FieldNotes);
        var target = request.Target == ToApplicant ? null : request.Target;
        return await task.Work.TakeAsync(
            new CaseAct(new Returned(task.Task.Id, task.By, target, opinion) { Fields = [.. request.Fields], Documents = [.. request.Documents] }),
            cancellationToken);
    }
}
