using Approvals.Application.Cases;
using Approvals.Application.Entitlements;
using Approvals.Domain.Residency;
using Approvals.Feel;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Presence;

/// <summary>
/// What expressions see as <c>applicant.presence</c>: the years of the ledger, newest first, and the duty that the case checks. Numbers and
/// days, nothing of where somebody was.
/// </summary>
internal static class PresenceFacts
{
    internal static async Task<FeelValue> OfAsync(CaseWork work, CancellationToken cancellationToken)
    {
        var record = await PresenceRecord.OfAsync(work.Context, work.Case.ApplicantPersonId, cancellationToken);
        var duty = await work.Context.Obligations.AsNoTracking().Where(o => o.OpenedCaseId == work.Case.Id).OrderBy(o => o.Id).FirstOrDefaultAsync(cancellationToken);
        var held = duty is null ? null : await work.Context.Entitlements.AsNoTracking().SingleAsync(e => e.Id == duty.EntitlementId, cancellationToken);
        // The year that a case checks is read anew at each step, so that what is supplied meanwhile counts.
        return FeelValue.Of(FeelContext.Of(
            ("years", FeelValue.Of(record.Years(work.Today.Year).Union(duty is null ? [] : [duty.Year]).OrderDescending().Select(year => FeelValue.Of(Year(record, year, work))))),
            ("duty", duty is null || held is null ? FeelValue.Null : FeelValue.Of(Duty(duty, held)))));
    }

    private static FeelContext Year(PresenceRecord record, int number, CaseWork work)
    {
        var year = record.Year(number);
        return FeelContext.Of(
            ("year", FeelValue.Of(number)),
            ("days", FeelValue.Of(year.Days)),
            ("workdays", FeelValue.Of(year.DaysAmong(PresenceRecord.Workdays(number, work.Calendar)))),
            ("classA", FeelValue.Of(year.ClassA.Count)),
            ("classB", FeelValue.Of(year.ClassB.Count)),
            ("uncounted", FeelValue.Of(year.Uncounted.Count)),
            ("inForce", FeelValue.Of(year.InForce.Count)),
            ("daysInYear", FeelValue.Of(year.Length)),
            ("complete", FeelValue.Of(year.InForce.Count == year.Length && number < work.Today.Year)),
            ("unconfirmed", FeelValue.Of(record.Entries.Count(e => e.ConfirmedAt is null && new DaySpan(e.From, e.To).And(DaySpan.Year(number)) is not null))));
    }

    private static FeelContext Duty(Obligation duty, Entitlement held) => FeelContext.Of(
        ("type", FeelValue.Of(duty.Type)),
        ("year", FeelValue.Of(duty.Year)),
        ("opensOn", FeelValue.Of(duty.OpensOn)),
        ("from", duty.TermFrom is { } from ? FeelValue.Of(from) : FeelValue.Null),
        ("to", duty.TermTo is { } to ? FeelValue.Of(to) : FeelValue.Null),
        ("entitlement", FeelValue.Of(held.Id.ToString())),
        ("number", FeelValue.Of(held.Number)),
        ("kind", FeelValue.Of(held.Kind)),
        ("kindName", FeelValue.Of(held.KindName.Zh)),
        ("level", FeelValue.Of(held.Level)));
}
