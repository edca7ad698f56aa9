using Approvals.Application.Rights;
using Approvals.Domain.Forms;

namespace Approvals.Application.Drafts;

/// <summary>Says everything that is wrong or missing, as a submit would.</summary>
public sealed class CheckDraft(DraftLoader loader)
{
    /// <param name="Draft">The draft.</param>
    public sealed record Request(Guid Draft);

    public async Task<Result<FormState>> HandleAsync(Request request, CurrentUser user, CancellationToken cancellationToken) =>
        (await loader.LoadAsync(request.Draft, user, cancellationToken)).Map(draft => draft.State);
}
