using Approvals.Domain.Calendars;
using Approvals.Domain.Residency;

namespace Approvals.Application.Presence;

/// <summary>What a year counts to, as it is told.</summary>
internal static class PresenceCounts
{
    internal static PresenceCountDto Of(PresenceYear year, PresenceThreshold? rule, WorkingCalendar calendar)
    {
        var days = PresenceRecord.Counted(year, rule, calendar);
        var required = rule is null ? (int?)null : year.Required(rule.Threshold);
        return new PresenceCountDto(
            days, required, required is { } needed ? Math.Max(0, needed - days) : null, rule?.Threshold, rule?.InWorkdays ?? false, year.ClassA.Count,
            year.ClassB.Count, year.Uncounted.Count, year.Overlapping.Count, year.Outside.Count, year.InForce.Count);
    }

    /// <summary>The stated days of a year in order, each once.</summary>
    internal static IReadOnlyList<PresenceRangeDto> Ranges(PresenceYear year) =>
    [
        .. Named(year.ClassA, PresenceDayKind.ClassA).Concat(Named(year.ClassB, PresenceDayKind.ClassB)).Concat(Named(year.Uncounted, PresenceDayKind.Uncounted))
            .Concat(Named(year.Outside, PresenceDayKind.Outside)).OrderBy(r => r.From),
    ];

    private static IEnumerable<PresenceRangeDto> Named(DaySet days, PresenceDayKind kind) => days.Ranges.Select(r => new PresenceRangeDto(r.From, r.To, kind));
}

/// <summary>The entries of a year as lines: what each adds to the count that those before it did not.</summary>
internal sealed class PresenceLines(PresenceYear year, PresenceReach reach, IReadOnlyDictionary<Guid, string> employers)
{
    private readonly DaySet _whole = DaySet.Of(DaySpan.Year(year.Year));
    private readonly DaySet _counted = year.Counted;

    internal IReadOnlyList<PresenceEntryDto> Of(IEnumerable<PresenceInterval> entries)
    {
        var (lines, before) = (new List<PresenceEntryDto>(), DaySet.None);
        foreach (var entry in entries)
        {
            var days = DaySet.Of(entry.Stay.Days).And(_whole);
            if (days.Count == 0)
            {
                continue;
            }

            lines.Add(Line(entry, days, before));
            before = entry.EndedAt is null ? before.Or(days) : before;
        }

        return lines;
    }

    private PresenceEntryDto Line(PresenceInterval entry, DaySet days, DaySet before)
    {
        var counted = entry.EndedAt is null ? days.And(_counted).Without(before).Count : 0;
        var mine = reach.Writes(entry.OrganisationId) && entry.EndedAt is null;
        return new PresenceEntryDto(
            entry.Id.ToString(), Database.Etag.Of(entry), entry.From, entry.To, days.Count, counted, Best(entry.Stay.Classes), entry.OrganisationId?.ToString(),
            entry.OrganisationId is { } employer ? employers.GetValueOrDefault(employer) : null,
            [.. entry.Evidence.OrderBy(e => e.Kind).ThenBy(e => e.Id).Select(e => new PresenceProofDto(e.Kind, e.DocumentId?.ToString()))],
            State(entry, days), entry.EndedAt is null ? days.And(before).Count : 0, entry.Source, entry.EnteredAt, entry.EndReason, mine,
            mine && !reach.IsOwn && entry.ConfirmedAt is null);
    }

    private PresenceEntryState State(PresenceInterval entry, DaySet days) =>
        entry.EndedAt is not null ? entry.ReplacedById is null ? PresenceEntryState.Withdrawn : PresenceEntryState.Corrected
        : days.And(year.Uncounted).Count > 0 ? PresenceEntryState.ProofMissing
        : entry.ConfirmedAt is null ? PresenceEntryState.Unconfirmed
        : PresenceEntryState.Confirmed;

    private static ProofClasses Best(ProofClasses classes) =>
        classes.HasFlag(ProofClasses.A) ? ProofClasses.A : classes.HasFlag(ProofClasses.B) ? ProofClasses.B : classes & ProofClasses.C;
}
