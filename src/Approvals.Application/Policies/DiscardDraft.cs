using Approvals.Application.Database;
using Approvals.Application.Rights;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Policies;

/// <summary>Throws a draft away with its files; that it was there stays in the audit.</summary>
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

        context.PackageFiles.RemoveRange(await context.PackageFiles.Where(f => f.ServiceVersionId == row.Id).ToListAsync(cancellationToken));
        context.ServiceVersions.Remove(row);
        return null;
    }
}
