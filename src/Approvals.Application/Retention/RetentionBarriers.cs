using Approvals.Application.Calendars;
using Approvals.Application.Database;
using Approvals.Application.Entitlements;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Retention;

/// <summary>What stands against touching finished cases, whatever their term.</summary>
public sealed class RetentionBarriers(ApprovalsDbContext context, CalendarInForce calendar, TimeProvider clock)
{
    /// <summary>The first reason of each case that must not be touched: a hold, an open objection, a request about the person's data, an open case beside it, or what it granted and still holds.</summary>
    internal async Task<IReadOnlyDictionary<Guid, Error>> OfAsync(IReadOnlyCollection<Guid> cases, CancellationToken cancellationToken)
    {
        Dictionary<Guid, Error> found = [];
        void Add(IEnumerable<Guid> ids, string code) => ids.ToList().ForEach(id => found.TryAdd(id, new Error(code, ErrorKind.Conflict)));
        Add(await context.LegalHolds.Where(h => cases.Contains(h.CaseId) && h.LiftedAt == null).Select(h => h.CaseId).ToListAsync(cancellationToken), "retention.held");
        Add(await context.Cases.Where(c => cases.Contains(c.Id) && c.FinishedAt == null).Select(c => c.Id).ToListAsync(cancellationToken), "retention.open");
        Add(await context.Objections.Where(o => cases.Contains(o.CaseId) && o.RuledAt == null).Select(o => o.CaseId).ToListAsync(cancellationToken), "retention.objection");
        Add(
            await context.Cases.Where(c => cases.Contains(c.Id) && context.DataRequests.Any(r => r.PersonId == c.ApplicantPersonId && r.DecidedAt == null && r.WithdrawnAt == null))
                .Select(c => c.Id).ToListAsync(cancellationToken),
            "retention.dataRequest");
        Add(
            await context.ChildCases.Where(c => cases.Contains(c.ParentCaseId) && context.Cases.Any(k => k.Id == c.ChildCaseId && k.FinishedAt == null)).Select(c => c.ParentCaseId)
                .Union(context.ChildCases.Where(c => cases.Contains(c.ChildCaseId) && context.Cases.Any(k => k.Id == c.ParentCaseId && k.FinishedAt == null)).Select(c => c.ChildCaseId))
                .ToListAsync(cancellationToken),
            "retention.related");
        var today = calendar.Today(clock);
        var granted = await context.Entitlements.AsNoTracking().Include(e => e.Suspensions)
            .Where(e => cases.Contains(e.CaseId) && (e.EndedOn == null || e.EndedOn > today) && (e.ValidTo == null || e.ValidTo >= today || e.RenewalFiledOn != null)).ToListAsync(cancellationToken);
        Add(granted.Where(e => e.ValidFrom > today || Validity.On(e, today) is Cards.CardStatus.Valid or Cards.CardStatus.Suspended).Select(e => e.CaseId), "retention.entitled");
        return found;
    }
}
