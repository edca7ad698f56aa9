using System.Collections.Immutable;
using System.Text.Json;
using Approvals.Application.Cases;
using Approvals.Application.Rights;
using Approvals.Application.Statements;
using Approvals.Application.Tasks;
using Approvals.Domain.Forms;
using Approvals.Workflows;

namespace Approvals.Application.Corrections;

/// <summary>
/// Sends a correction, promised documents, or a form a step asks the applicant for: a new submission, whose difference to the one
/// before is what reviewers see.
/// </summary>
public sealed class SubmitCorrection(TaskRunner runner, CorrectionLoader loader)
{
    /// <param name="Task">The task.</param>
    /// <param name="Etag">The version of what was saved last; null to send what is given as it is.</param>
    /// <param name="IdempotencyKey">Made for this one click.</param>
    public sealed record Request(Guid Task, string? Etag, string IdempotencyKey)
    {
        /// <summary>Answers beside those saved, by key.</summary>
        public IReadOnlyDictionary<string, JsonElement> Values { get; init; } = ImmutableDictionary<string, JsonElement>.Empty;
    }

    public Task<Result<ActDone>> HandleAsync(Request request, CurrentUser user, CancellationToken cancellationToken) =>
        runner.RunAsync(request.Task, null, request.IdempotencyKey, user, task => ActAsync(task, request, user, cancellationToken), cancellationToken);

    /// <summary>Sends a correction whose answers are known.</summary>
    internal static async Task<Result<Unit>> SendAsync(TaskWork task, LoadedCorrection correction, string key, CancellationToken cancellationToken)
    {
        var answers = FormEvaluator.Submit(correction.Form, correction.Reading, correction.Scope);
        if (!answers.IsSuccess)
        {
            return answers.Error;
        }

        var submission = await SubmissionRows.AddAsync(
            task.Work, task.Task.Activity, task.Task.Round, correction.Form.Id, answers.Value, cancellationToken);
        if (correction.Draft is { } draft)
        {
            task.Work.Context.Drafts.Remove(draft);
        }

        var outcome = task.Task.Kind switch { TaskKind.Promise => "Supplied", TaskKind.Statement => FileStatement.Outcome, _ => "Done" };
        var act = task.Add(key, outcome, null, submission.Id);
        var sent = task.Task.Kind == TaskKind.Statement
            ? new StatementFiled(task.Task.Id, task.By, submission.Reference(), act)
            : Event(task, submission, correction.Form, answers.Value);
        return sent.IsSuccess
            ? await task.Work.TakeAsync(new CaseAct(sent.Value) { Submission = submission, Answers = answers.Value }, cancellationToken)
            : sent.Error;
    }

    private async Task<Result<Unit>> ActAsync(TaskWork task, Request request, CurrentUser user, CancellationToken cancellationToken)
    {
        var loaded = await loader.OpenAsync(task.Work, task.Row.Id, user, cancellationToken);
        if (!loaded.IsSuccess)
        {
            return loaded.Error;
        }

        if (loaded.Value.FirstClosed(request.Values.Keys) is { } closed)
        {
            return new Error("corrections.closedField") { Fields = [new FieldError(closed, "corrections.closedField")] };
        }

        return request.Etag is not null && loaded.Value.Etag != request.Etag
            ? new Error("drafts.changed", ErrorKind.Conflict)
            : await SendAsync(task, loaded.Value.With(request.Values), request.IdempotencyKey, cancellationToken);
    }

    /// <summary>A promise is kept by what has come; nothing come is nothing sent.</summary>
    private static Result<WorkflowEvent> Event(TaskWork task, Submission submission, Form form, FormData answers)
    {
        if (task.Task.Kind != TaskKind.Promise)
        {
            return new TaskCompleted(task.Task.Id, task.By, "Done", submission.Reference());
        }

        ImmutableArray<string> come = [.. task.Task.Documents.Where(type => Files(form, answers, type).Any())];
        return come.IsEmpty
            ? new Error("tasks.stillMissing").With("documents", string.Join(", ", task.Task.Documents))
            : new DocumentsSupplied(task.Task.Id, task.By, submission.Reference()) { Documents = come };
    }

    private static IEnumerable<Feel.FeelValue> Files(Form form, FormData answers, string type) =>
        form.All.Where(f => f.Rules.Document == type && f.Path is not null && !f.Path.Contains('[', StringComparison.Ordinal))
            .SelectMany(f => answers.At(f.Path!).TryGetList(out var list) ? list : Enumerable.Empty<Feel.FeelValue>());
}
