using Approvals.Application.Entitlements;
using Approvals.Domain.Calendars;
using Approvals.Domain.Residency;
using Approvals.Feel;

namespace Approvals.Application.Presence;

/// <summary>With what the first form of a check is prefilled; a form takes of it what it has fields for.</summary>
internal static class CheckPrefill
{
    internal static FeelContext Of(Obligation duty, Entitlement right, PresenceRecord ledger, PresenceThreshold? rule, WorkingCalendar calendar)
    {
        var year = ledger.Year(duty.Year);
        return FeelContext.Of(
            ("duty", FeelValue.Of(duty.Type)),
            ("year", FeelValue.Of(duty.Year)),
            ("number", FeelValue.Of(right.Number)),
            ("kind", FeelValue.Of(right.KindName.Zh)),
            ("level", FeelValue.Of(right.Level)),
            ("termFrom", duty.TermFrom is { } from ? FeelValue.Of(from) : FeelValue.Null),
            ("termTo", duty.TermTo is { } to ? FeelValue.Of(to) : FeelValue.Null),
            ("days", FeelValue.Of(PresenceRecord.Counted(year, rule, calendar))),
            ("required", rule is null ? FeelValue.Null : FeelValue.Of(year.Required(rule.Threshold))),
            ("stays", FeelValue.Of(ledger.Entries.Where(e => e.Stay.Days.And(DaySpan.Year(duty.Year)) is not null).Select(e => FeelValue.Of(Stay(e, duty.Year))))));
    }

    /// <summary>An entry, as far as it lies in the year.</summary>
    private static FeelContext Stay(PresenceInterval entry, int year)
    {
        var days = entry.Stay.Days.And(DaySpan.Year(year))!.Value;
        return FeelContext.Of(
            ("from", FeelValue.Of(days.From)),
            ("to", FeelValue.Of(days.To)),
            ("days", FeelValue.Of(days.Days)),
            ("proofs", FeelValue.Of(string.Join("、", entry.Evidence.Select(e => e.Kind).Distinct().Order().Select(kind => PresenceSheet.Word(kind, "zh-CN"))))),
            ("confirmed", FeelValue.Of(entry.ConfirmedAt is not null)));
    }
}
