using System.Text;
using System.Text.Json;
using Approvals.Application.Database;
using Approvals.Application.Rights;
using Approvals.Application.Secrets;
using Approvals.Domain.Forms;

namespace Approvals.Application.Drafts;

/// <summary>Saves answers as one goes. What is wrong with them is said, and never keeps them from being saved.</summary>
public sealed class SaveDraft(DraftLoader loader, DraftEmployer employer, WriteTransaction transaction, Vault vault, TimeProvider time)
{
    /// <summary>More than any form asks; beyond it somebody is not filling in a form.</summary>
    private const int LongestAnswers = 1024 * 1024;

    /// <param name="Draft">The draft.</param>
    /// <param name="Values">Answers by key; what is not named stays, null takes one away.</param>
    /// <param name="Etag">The version that was seen.</param>
    public sealed record Request(Guid Draft, IReadOnlyDictionary<string, JsonElement> Values, string Etag);

    /// <param name="State">How the form stands.</param>
    /// <param name="Etag">The version now.</param>
    /// <param name="SavedAt">When it was saved.</param>
    public sealed record Saved(FormState State, string Etag, DateTimeOffset SavedAt);

    public async Task<Result<Saved>> HandleAsync(Request request, CurrentUser user, CancellationToken cancellationToken)
    {
        var loaded = await loader.LoadAsync(request.Draft, user, cancellationToken);
        if (!loaded.IsSuccess)
        {
            return loaded.Error;
        }

        var draft = loaded.Value;
        if (Decide(draft, request) is { } refused)
        {
            return refused;
        }

        var changed = await employer.WithAsync(draft, request.Values, cancellationToken);
        var answers = Encoding.UTF8.GetBytes(changed.Answers.ToJsonString());
        if (answers.Length > LongestAnswers)
        {
            return new Error("drafts.tooLarge", ErrorKind.TooLarge);
        }

        draft.Row.Payload = await vault.SealAsync(draft.Row.KeyId, answers, LoadedDraft.Place(draft.Row.Id), cancellationToken);
        draft.Row.ServiceVersionId = draft.Service.VersionId;
        draft.Row.FormId = draft.Form.Id;
        draft.Row.UpdatedAt = time.Now();
        return await transaction.CommitAsync(cancellationToken) == CommitOutcome.Committed
            ? new Saved(changed.State, Etag.Of(draft.Row), draft.Row.UpdatedAt)
            : new Error("drafts.changed", ErrorKind.Conflict);
    }

    private static Error? Decide(LoadedDraft draft, Request request) =>
        draft.Row.SubmittedCaseId is not null ? new Error("drafts.submitted", ErrorKind.Conflict)
        : Etag.Matches(draft.Row, request.Etag) ? null
        : new Error("drafts.changed", ErrorKind.Conflict);
}
