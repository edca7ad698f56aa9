using Approvals.Application.Cases;
using Approvals.Application.Database;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Retention;

/// <summary>
/// Makes cases nobody's: their keys are destroyed, and with them answers, documents, letters, decisions' inputs and the archived
/// bundle; what lists and searches showed in the clear is emptied. Events, by ids and hashes, stay, so that the audit proves itself.
/// </summary>
public sealed class EraseCases(ApprovalsDbContext context, TimeProvider clock)
{
    /// <summary>Destroys the keys; runs inside the caller's transaction.</summary>
    internal Task<int> DestroyKeysAsync(IQueryable<Case> erased, CancellationToken cancellationToken)
    {
        var now = clock.Now();
        byte[] nothing = [];
        return context.ContentKeys.Where(k => erased.Any(c => c.KeyId == k.Id))
            .ExecuteUpdateAsync(s => s.SetProperty(k => k.WrappedKey, nothing).SetProperty(k => k.DestroyedAt, now), cancellationToken);
    }

    /// <summary>Empties what is shown in the clear; runs inside the caller's transaction.</summary>
    internal async Task ClearAsync(IQueryable<Case> erased, CancellationToken cancellationToken)
    {
        var cases = erased.Select(c => c.Id);
        var now = clock.Now();
        await context.SearchValues.Where(v => cases.Contains(v.CaseId)).ExecuteDeleteAsync(cancellationToken);
        await context.DocumentTicks.Where(t => cases.Contains(t.CaseId)).ExecuteUpdateAsync(s => s.SetProperty(t => t.Reason, (string?)null), cancellationToken);
        await context.Opinions.Where(o => cases.Contains(o.CaseId))
            .ExecuteUpdateAsync(s => s.SetProperty(o => o.Text, (string?)null).SetProperty(o => o.FieldNotes, (string?)null), cancellationToken);
        await context.Comments.Where(c => cases.Contains(c.CaseId)).ExecuteUpdateAsync(s => s.SetProperty(c => c.Text, (string?)null), cancellationToken);
        await context.PublicNotices.Where(n => cases.Contains(n.CaseId)).ExecuteUpdateAsync(s => s.SetProperty(n => n.Fields, (string?)null), cancellationToken);
        await context.Objections.Where(o => cases.Contains(o.CaseId)).ExecuteUpdateAsync(s => s.SetProperty(o => o.Ruling, (string?)null), cancellationToken);
        await context.TaskItems.Where(t => cases.Contains(t.CaseId))
            .ExecuteUpdateAsync(s => s.SetProperty(t => t.ApplicantMaskedName, "").SetProperty(t => t.Highlights, (string?)null), cancellationToken);
        await erased.ExecuteUpdateAsync(
            s => s.SetProperty(c => c.ApplicantMaskedName, "").SetProperty(c => c.Highlights, (string?)null).SetProperty(c => c.ErasedAt, now)
                .SetProperty(c => c.Version, c => c.Version + 1), cancellationToken);
    }
}
