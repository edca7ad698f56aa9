using System.Text.Json;
using Approvals.Application.Corrections;
using Approvals.Application.Rights;
using Approvals.Application.Tasks;
using Approvals.Workflows;

namespace Approvals.Application.Cases;

/// <summary>Hands in documents that were promised at a conditional acceptance (容缺受理): the files uploaded for them since.</summary>
public sealed class SupplyDocuments(TaskRunner runner, CorrectionLoader loader)
{
    /// <param name="Task">The task of the promise.</param>
    /// <param name="IdempotencyKey">Made for this one click.</param>
    public sealed record Request(Guid Task, string IdempotencyKey);

    public Task<Result<ActDone>> HandleAsync(Request request, CurrentUser user, CancellationToken cancellationToken) =>
        runner.RunAsync(request.Task, null, request.IdempotencyKey, user, task => ActAsync(task, request, user, cancellationToken), cancellationToken);

    private async Task<Result<Unit>> ActAsync(TaskWork task, Request request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (task.Task.Kind != TaskKind.Promise)
        {
            return new Error("tasks.unknownAct", ErrorKind.Conflict);
        }

        var loaded = await loader.OpenAsync(task.Work, task.Row.Id, user, cancellationToken);
        return loaded.IsSuccess
            ? await SubmitCorrection.SendAsync(task, loaded.Value.With(Uploaded(loaded.Value)), request.IdempotencyKey, cancellationToken)
            : loaded.Error;
    }

    /// <summary>The pickers of the promised documents, filled with the files of their types.</summary>
    private static Dictionary<string, JsonElement> Uploaded(LoadedCorrection correction) => correction.Form.All
        .Where(f => f.Key is not null && f.Path == f.Key && f.Rules.Document is { } type && correction.Task.Documents.Contains(type))
        .Select(f => (f.Key, Files: correction.Documents.Where(d => d.DocumentType == f.Rules.Document).Select(d => d.Id.ToString()).ToArray()))
        .Where(f => f.Files.Length > 0)
        .ToDictionary(f => f.Key!, f => JsonSerializer.SerializeToElement(f.Files));
}
