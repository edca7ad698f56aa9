using Approvals.Application.Cases;
using Approvals.Application.Rights;
using Approvals.Application.Tasks;
using Approvals.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Statements;

/// <summary>
/// The party makes a statement or defends itself (陈述申辩) in its own words, with documents: uploaded for the task beforehand. A step
/// that asks by a form is answered like any other form.
/// </summary>
public sealed class FileStatement(TaskRunner runner)
{
    /// <summary>What it is called among the acts of a step.</summary>
    public const string Outcome = "Stated";

    /// <summary>The type of the documents that come with it.</summary>
    public const string DocumentType = "statement";

    private const int Longest = 5000;

    /// <param name="Task">The task.</param>
    /// <param name="Text">The statement; may be empty when documents speak for themselves.</param>
    /// <param name="IdempotencyKey">Made for this one click.</param>
    public sealed record Request(Guid Task, string? Text, string IdempotencyKey);

    public Task<Result<ActDone>> HandleAsync(Request request, CurrentUser user, CancellationToken cancellationToken) =>
        runner.RunAsync(request.Task, null, request.IdempotencyKey, user, task => ActAsync(task, request, user, cancellationToken), cancellationToken);

    private static async Task<Result<Unit>> ActAsync(TaskWork task, Request request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (task.Task is not { Kind: TaskKind.Statement, Form: null })
        {
            return new Error("tasks.unknownAct", ErrorKind.Conflict);
        }

        if (request.Text is { Length: > Longest })
        {
            return new Error("statements.tooLong") { Fields = [new FieldError("text", "statements.tooLong").With("max", $"{Longest}")] }.With("max", $"{Longest}");
        }

        if (string.IsNullOrWhiteSpace(request.Text) && !await HasDocumentsAsync(task, user, cancellationToken))
        {
            return new Error("statements.empty") { Fields = [new FieldError("text", "statements.empty")] };
        }

        var statement = task.Add(request.IdempotencyKey, Outcome, request.Text);
        return await task.Work.TakeAsync(new CaseAct(new StatementFiled(task.Task.Id, task.By, Opinion: statement)), cancellationToken);
    }

    private static Task<bool> HasDocumentsAsync(TaskWork task, CurrentUser user, CancellationToken cancellationToken) =>
        task.Work.Context.Documents.AnyAsync(
            d => d.CaseId == task.Work.Case.Id && d.DocumentType == DocumentType && d.UploadedByUserId == user.Id && d.RemovedAt == null
                && d.UploadedAt >= task.Row.ReceivedAt,
            cancellationToken);
}
