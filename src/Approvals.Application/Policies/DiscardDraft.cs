using Approvals.Application.Database;
using Approvals.Application.Rights;
using Approvals.Application.Studio;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Policies;

/// <summary>Throws a draft away with its files and their history; that it was there stays in the audit.</summary>
public sealed class DiscardDraft(VersionDesk desk, ApprovalsDbContext context)
{
    public async Task<Result<Unit>> HandleAsync(Guid version, CurrentUser user, CancellationToken cancellationToken) => !PolicyRights.Edits(user)
        ? Refusals.Forbidden
        : await desk.RunAsync(version, "policies.discarded", user, null, row => RemoveAsync(row, cancellationToken), cancellationToken);

    private async Task<Error?> RemoveAsync(ServiceVersion row, CancellationToken cancellationToken)
    {
        if (VersionDesk.Unless(row, ServiceVersionState.Draft) is { } wrong)
        {
            return wrong;
        }

        context.DraftEditFiles.RemoveRange(await context.DraftEditFiles.Where(f => f.ServiceVersionId == row.Id).ToListAsync(cancellationToken));
        context.DraftEdits.RemoveRange(await context.DraftEdits.Where(e => e.ServiceVersionId == row.Id).ToListAsync(cancellationToken));
        var contents = await context.DraftContents.Where(c => c.ServiceVersionId == row.Id).Select(c => c.Hash).ToListAsync(cancellationToken);
        context.DraftContents.RemoveRange(contents.Select(hash => new DraftContent { ServiceVersionId = row.Id, Hash = hash, Packed = [] }));
        context.DraftEditors.RemoveRange(await context.DraftEditors.Where(e => e.ServiceVersionId == row.Id).ToListAsync(cancellationToken));
        context.PackageFiles.RemoveRange(await context.PackageFiles.Where(f => f.ServiceVersionId == row.Id).ToListAsync(cancellationToken));
        context.ServiceVersions.Remove(row);
        return null;
    }
}
