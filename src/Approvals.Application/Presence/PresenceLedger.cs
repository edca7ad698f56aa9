using System.Collections.Immutable;
using Approvals.Application.Calendars;
using Approvals.Application.Database;
using Approvals.Application.Rights;
using Approvals.Domain.Residency;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Presence;

/// <summary>A year of a ledger, for the person, the employer's agents and the officers of the region.</summary>
public sealed class PresenceLedger(ApprovalsDbContext context, PresenceRules rules, CalendarInForce calendar, TimeProvider clock)
{
    /// <summary>How many ended entries are shown.</summary>
    private const int MostEnded = 100;

    /// <summary>Years that may be asked for.</summary>
    public static bool IsYear(int year) => year is >= 2000 and <= 2100;

    /// <summary>The reader's own ledger.</summary>
    public async Task<Result<PresenceLedgerDto>> OwnAsync(int? year, CurrentUser user, CancellationToken cancellationToken) =>
        user.PersonId is { } person ? await ReadAsync(person, year, user, cancellationToken) : new Error("presence.noPerson", ErrorKind.NotFound);

    /// <summary>Somebody's ledger; this year's where none is named.</summary>
    public async Task<Result<PresenceLedgerDto>> ReadAsync(Guid person, int? year, CurrentUser user, CancellationToken cancellationToken)
    {
        var today = calendar.Today(clock);
        if (!IsYear(year ?? today.Year))
        {
            return new Error("presence.year");
        }

        if (await PresenceRights.OfAsync(context, user, person, cancellationToken) is not { } reach
            || await context.People.AsNoTracking().SingleOrDefaultAsync(p => p.Id == person && p.ErasedAt == null, cancellationToken) is not { } row)
        {
            return Refusals.NotFound;
        }

        var whole = await PresenceRecord.OfAsync(context, person, cancellationToken);
        var record = whole with { Entries = [.. whole.Entries.Where(reach.Reads)] };
        var shown = year ?? today.Year;
        var rule = await rules.OfAsync(record.Duties.Of(shown), shown, today, cancellationToken);
        var employers = await EmployersAsync(person, reach, record, cancellationToken);
        var lines = new PresenceLines(record.Year(shown), reach, employers);
        return new PresenceLedgerDto(
            person.ToString(), row.MaskedName, shown, record.Years(Math.Max(today.Year, shown)), today,
            [.. record.Duties.Rows.Count == 0 ? [] : DaySet.Of(record.Duties.Terms).Ranges.Select(Term)],
            PresenceCounts.Of(record.Year(shown), rule, calendar.Current), PresenceCounts.Ranges(record.Year(shown)),
            [.. record.Year(shown).Overlapping.Ranges.Select(Term)], lines.Of(record.Entries),
            lines.Of(await EndedAsync(person, shown, reach, cancellationToken)),
            Average(record, shown, today, rule), CheckedOn(record.Duties, shown), !reach.ReadsAll,
            [.. employers.Where(e => reach.Writes(e.Key)).Select(e => new PresenceEmployerDto(e.Key.ToString(), e.Value)).OrderBy(e => e.Name, StringComparer.Ordinal)],
            reach.IsOwn, reach.IsOwn || reach.Employers.Count > 0);
    }

    /// <summary>The three years up to one; the last of them may still run.</summary>
    private PresenceAverageDto? Average(PresenceRecord record, int year, DateOnly today, PresenceThreshold? rule)
    {
        var years = Enumerable.Range(year - PresenceRecord.AverageYears + 1, PresenceRecord.AverageYears).Select(record.Year).ToList();
        if (rule is null || years.Exists(y => y.InForce.Count == 0))
        {
            return null;
        }

        var average = new PresenceAverage([.. years.Select(y => PresenceRecord.Counted(y, rule, calendar.Current))]);
        return new PresenceAverageDto(
            [.. years.Zip(average.Days, (y, days) => new PresenceYearDaysDto(y.Year, days))], average.Value, average.Reaches(rule.Threshold),
            year < today.Year && years.TrueForAll(y => y.InForce.Count == y.Length));
    }

    private static DateOnly? CheckedOn(PresenceDuties duties, int year) => duties.Rows.FirstOrDefault(d => d.Year == year)?.OpensOn;

    private static PresenceTermDto Term(DaySpan days) => new(days.From, days.To == DateOnly.MaxValue ? null : days.To);

    private async Task<List<PresenceInterval>> EndedAsync(Guid person, int year, PresenceReach reach, CancellationToken cancellationToken)
    {
        var (from, to) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var rows = await context.PresenceIntervals.AsNoTracking().Include(p => p.Evidence)
            .Where(p => p.PersonId == person && p.EndedAt != null && p.From <= to && p.To >= from)
            .OrderByDescending(p => p.EndedAt).ThenByDescending(p => p.Id).Take(MostEnded).ToListAsync(cancellationToken);
        return [.. rows.Where(reach.Reads)];
    }

    /// <summary>Names of the employers in the entries, and of those for which somebody may enter days.</summary>
    private async Task<Dictionary<Guid, string>> EmployersAsync(Guid person, PresenceReach reach, PresenceRecord record, CancellationToken cancellationToken)
    {
        var named = record.Entries.Where(e => e.OrganisationId is not null).Select(e => e.OrganisationId!.Value).Concat(reach.Employers).ToHashSet();
        if (reach.IsOwn)
        {
            named.UnionWith(await context.Entitlements.AsNoTracking().Where(e => e.PersonId == person && e.OrganisationId != null)
                .Select(e => e.OrganisationId!.Value).ToListAsync(cancellationToken));
        }

        Guid[] ids = [.. named];
        return await context.Organisations.AsNoTracking().Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, cancellationToken);
    }
}
