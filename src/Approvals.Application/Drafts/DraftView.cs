using Approvals.Application.Database;
using Approvals.Application.Documents;
using Approvals.Application.Forms;
using Approvals.Application.Rights;

namespace Approvals.Application.Drafts;

/// <summary>A draft as its page shows it.</summary>
public sealed class DraftView(DraftLoader loader, DocumentDescription documents, MessageCatalog texts)
{
    private static readonly Dictionary<string, string> None = [];

    /// <summary>The draft with form, answers and documents.</summary>
    public async Task<Result<DraftDto>> ReadAsync(Guid id, CurrentUser user, CancellationToken cancellationToken)
    {
        var loaded = await loader.LoadAsync(id, user, cancellationToken);
        if (!loaded.IsSuccess)
        {
            return loaded.Error;
        }

        var draft = loaded.Value;
        if (draft.Row.SubmittedCaseId is not null)
        {
            return new Error("drafts.submitted", ErrorKind.Conflict).With("case", $"{draft.Row.SubmittedCaseId}");
        }

        var state = draft.State;
        return new DraftDto(
            draft.Row.Id.ToString(),
            draft.Service.Code,
            draft.Service.Service.Name.In(user.Language),
            draft.Service.Number,
            FormDescription.Of(draft.Form, state, draft.Service.Service, user.Language),
            FormStateDescription.Of(draft.Form, state, draft.Answers, texts, user.Language),
            await documents.OfAsync(draft.Documents, draft.Service.Package, user.Language, cancellationToken),
            draft.Row.UpdatedAt,
            Etag.Of(draft.Row),
            draft.HasNewVersion ? [texts.Format("drafts.newVersion", None, user.Language)] : null);
    }

    /// <summary>How the answers stand.</summary>
    public async Task<Result<FormStateDto>> StateAsync(Guid id, CurrentUser user, CancellationToken cancellationToken) =>
        (await loader.LoadAsync(id, user, cancellationToken))
        .Map(draft => FormStateDescription.Of(draft.Form, draft.State, draft.Answers, texts, user.Language));
}
