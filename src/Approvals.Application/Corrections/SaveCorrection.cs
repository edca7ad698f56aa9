using System.Text;
using System.Text.Json;
using Approvals.Application.Cases;
using Approvals.Application.Database;
using Approvals.Application.Drafts;
using Approvals.Application.Rights;
using Approvals.Domain.Forms;

namespace Approvals.Application.Corrections;

/// <summary>Saves a correction as one goes; only the named fields take answers.</summary>
public sealed class SaveCorrection(CorrectionLoader loader, WriteTransaction transaction)
{
    /// <param name="Task">The task.</param>
    /// <param name="Values">Answers by key.</param>
    /// <param name="Etag">The version that was seen.</param>
    public sealed record Request(Guid Task, IReadOnlyDictionary<string, JsonElement> Values, string Etag);

    /// <param name="State">How the form stands.</param>
    /// <param name="Etag">The version now.</param>
    /// <param name="SavedAt">When it was saved.</param>
    public sealed record Saved(FormState State, string Etag, DateTimeOffset SavedAt);

    public async Task<Result<Saved>> HandleAsync(Request request, CurrentUser user, CancellationToken cancellationToken)
    {
        var loaded = await loader.LoadAsync(request.Task, user, cancellationToken);
        if (!loaded.IsSuccess)
        {
            return loaded.Error;
        }

        if (loaded.Value.FirstClosed(request.Values.Keys) is { } closed)
        {
            return new Error("corrections.closedField") { Fields = [new FieldError(closed, "corrections.closedField")] };
        }

        if (loaded.Value.Etag != request.Etag)
        {
            return new Error("drafts.changed", ErrorKind.Conflict);
        }

        var changed = loaded.Value.With(request.Values);
        var draft = changed.Draft ?? Begin(changed, user);
        var answers = Encoding.UTF8.GetBytes(changed.Answers.ToJsonString());
        draft.Payload = await changed.Work.Vault.SealAsync(draft.KeyId, answers, LoadedDraft.Place(draft.Id), cancellationToken);
        draft.UpdatedAt = changed.Work.Now;
        return await transaction.CommitAsync(cancellationToken) == CommitOutcome.Committed
            ? new Saved(changed.State, Etag.Of(draft), draft.UpdatedAt)
            : new Error("drafts.changed", ErrorKind.Conflict);
    }

    private static Draft Begin(LoadedCorrection correction, CurrentUser user)
    {
        var work = correction.Work;
        var draft = new Draft
        {
            Id = work.Ids.Next(), ServiceCode = work.Service.Code, ServiceVersionId = work.Service.VersionId, OwnerUserId = user.Id,
            ApplicantPersonId = work.Case.ApplicantPersonId, KeyId = work.KeyId, FormId = correction.Form.Id, TaskId = correction.Row.Id,
            CreatedAt = work.Now, UpdatedAt = work.Now, Version = 1,
        };
        work.Context.Drafts.Add(draft);
        return draft;
    }
}
