using Approvals.Application.Database;
using Approvals.Application.Rights;
using Approvals.Application.Secrets;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Drafts;

/// <summary>Throws a draft away: its key is destroyed, so answers and files are gone at once.</summary>
public sealed class DeleteDraft(ApprovalsDbContext context, WriteTransaction transaction, Vault vault, TimeProvider time)
{
    /// <param name="Draft">The draft.</param>
    public sealed record Request(Guid Draft);

    public async Task<Result<Unit>> HandleAsync(Request request, CurrentUser user, CancellationToken cancellationToken)
    {
        var row = await DraftLoader.Whose(context.Drafts, user).SingleOrDefaultAsync(d => d.Id == request.Draft, cancellationToken);
        if (row is null)
        {
            return new Error("drafts.unknown", ErrorKind.NotFound);
        }

        if (row.SubmittedCaseId is not null)
        {
            return new Error("drafts.submitted", ErrorKind.Conflict);
        }

        var documents = await context.Documents.Where(d => d.DraftId == row.Id && d.RemovedAt == null).ToListAsync(cancellationToken);
        documents.ForEach(d => d.RemovedAt = time.Now());
        // A consent to nothing is none: begun again, the same draft asks for it anew.
        context.Consents.RemoveRange(await context.Consents.Where(c => c.DraftId == row.Id && c.CaseId == null).ToListAsync(cancellationToken));
        context.Drafts.Remove(row);
        await vault.DestroyAsync(row.KeyId, cancellationToken);
        return await transaction.CommitAsync(cancellationToken) == CommitOutcome.Committed
            ? Unit.Value
            : new Error("drafts.changed", ErrorKind.Conflict);
    }
}
