using Approvals.Application.Cases;
using Approvals.Application.Database;
using Approvals.Application.Entitlements;
using Approvals.Feel;
using Approvals.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Replay;

/// <summary>
/// What an applicant held when a case began: the entitlements of then with the end they had then. What other cases did to them later counts from
/// its own day on, as it did; what the case itself did is left out, as it is done again.
/// </summary>
internal static class PastRights
{
    internal static async Task<FeelValue> OfAsync(ApprovalsDbContext context, Case row, CancellationToken cancellationToken)
    {
        var rights = await context.Entitlements.AsNoTracking().Include(e => e.Suspensions)
            .Where(e => e.PersonId == row.ApplicantPersonId && e.GrantedAt < row.SubmittedAt && e.CaseId != row.Id).OrderBy(e => e.GrantedAt).ThenBy(e => e.Id).ToListAsync(cancellationToken);
        Guid[] ids = [.. rights.Select(e => e.Id)];
        var changes = (await context.EntitlementChanges.AsNoTracking().Where(c => ids.Contains(c.EntitlementId)).OrderBy(c => c.At).ToListAsync(cancellationToken))
            .ToLookup(c => c.EntitlementId);
        return FeelValue.Of(rights.Select(e => FeelValue.Of(Then(e, [.. changes[e.Id]], row))));
    }

    /// <summary>An entitlement as it was at a case's submission: pure.</summary>
    internal static FeelContext Then(Entitlement right, IReadOnlyList<ChangeOfEntitlement> changes, Case row)
    {
        var own = changes.Where(c => c.CaseId == row.Id).ToList();
        var end = changes.FirstOrDefault(c => c.Change == EntitlementChange.Extend && c.At >= row.SubmittedAt) is { } later ? later.ValidToBefore : right.ValidTo;
        var ended = own.Exists(c => c.Change == EntitlementChange.Revoke) ? null : right.EndedOn;
        var suspensions = right.Suspensions.Where(s => !own.Exists(c => c.Change == EntitlementChange.Suspend && c.From == s.From)).OrderBy(s => s.From)
            .Select(s => (s.From, To: own.Exists(c => c.Change == EntitlementChange.Resume && c.From.AddDays(-1) == s.To) ? null : s.To));
        return FeelContext.Of(
            ("id", FeelValue.Of(right.Id.ToString())), ("kind", FeelValue.Of(right.Kind)), ("level", FeelValue.Of(right.Level)), ("number", FeelValue.Of(right.Number)),
            ("service", FeelValue.Of(right.ServiceCode)), ("validFrom", FeelValue.Of(right.ValidFrom)), ("validTo", Day(end)), ("endedOn", Day(ended)),
            ("suspensions", FeelValue.Of(suspensions.Select(s => FeelValue.Of(FeelContext.Of(("from", FeelValue.Of(s.From)), ("to", Day(s.To))))))),
            ("items", FeelValue.Of(EntitlementItems.Read(right.Items).Select(i => FeelValue.Of(i.Code)))));
    }

    private static FeelValue Day(DateOnly? day) => day is { } known ? FeelValue.Of(known) : FeelValue.Null;
}
