using Approvals.Application.Database;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Studio;

/// <summary>What somebody may take back or make again: their own changes, whatever session they were made in.</summary>
public sealed class DraftSteps(ApprovalsDbContext context)
{
    /// <summary>The revision to take back, and the one to make again; null where there is none.</summary>
    internal async Task<(int? Undo, int? Redo)> OfAsync(Guid draft, Guid user, CancellationToken cancellationToken)
    {
        var own = context.DraftEdits.AsNoTracking()
            .Where(e => e.ServiceVersionId == draft && e.UserId == user && (e.Kind == DraftEditKind.Edit || e.Kind == DraftEditKind.Restore));
        var undo = await own.Where(e => e.TakenBackBy == null).MaxAsync(e => (int?)e.Revision, cancellationToken);
        var latest = await own.MaxAsync(e => (int?)e.Revision, cancellationToken) ?? 0;

        // A new change ends what could be made again.
        var redo = await own.Where(e => e.TakenBackBy > latest).OrderByDescending(e => e.TakenBackBy).Select(e => (int?)e.Revision).FirstOrDefaultAsync(cancellationToken);
        return (undo, redo);
    }
}
