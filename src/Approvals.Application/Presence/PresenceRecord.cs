using Approvals.Application.Database;
using Approvals.Domain.Calendars;
using Approvals.Domain.Residency;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Presence;

/// <summary>A person's ledger with the terms of the contracts: what years are counted from.</summary>
/// <param name="Entries">The entries that count.</param>
/// <param name="Duties">The duties.</param>
internal sealed record PresenceRecord(IReadOnlyList<PresenceInterval> Entries, PresenceDuties Duties)
{
    /// <summary>How many years back an average reads.</summary>
    public const int AverageYears = 3;

    /// <summary>The whole ledger of a person.</summary>
    public static async Task<PresenceRecord> OfAsync(ApprovalsDbContext context, Guid person, CancellationToken cancellationToken) => new(
        await context.PresenceIntervals.AsNoTracking().Include(p => p.Evidence).Where(p => p.PersonId == person && p.EndedAt == null)
            .OrderBy(p => p.From).ThenBy(p => p.Id).ToListAsync(cancellationToken),
        await PresenceDuties.OfAsync(context, person, cancellationToken));

    /// <summary>The ledgers of several people, read at once.</summary>
    public static async Task<IReadOnlyDictionary<Guid, PresenceRecord>> OfManyAsync(ApprovalsDbContext context, IReadOnlyCollection<Guid> people, CancellationToken cancellationToken)
    {
        Guid[] ids = [.. people];
        var entries = (await context.PresenceIntervals.AsNoTracking().Include(p => p.Evidence).Where(p => ids.Contains(p.PersonId) && p.EndedAt == null)
            .OrderBy(p => p.From).ThenBy(p => p.Id).ToListAsync(cancellationToken)).ToLookup(p => p.PersonId);
        var duties = (await (
            from duty in context.Obligations.AsNoTracking()
            join held in context.Entitlements.AsNoTracking() on duty.EntitlementId equals held.Id
            where ids.Contains(held.PersonId) && duty.CountsPresence
            orderby duty.OpensOn, duty.Id
            select new { held.PersonId, duty }).ToListAsync(cancellationToken)).ToLookup(d => d.PersonId, d => d.duty);
        return ids.Distinct().ToDictionary(id => id, id => new PresenceRecord([.. entries[id]], new PresenceDuties([.. duties[id]])));
    }

    /// <summary>A year of it.</summary>
    public PresenceYear Year(int year) => PresenceYear.Of(year, Entries.Select(e => e.Stay), Duties.Terms);

    /// <summary>What a year counts to, in days or working days.</summary>
    public static int Counted(PresenceYear year, PresenceThreshold? rule, WorkingCalendar calendar) =>
        rule?.InWorkdays == true ? year.DaysAmong(Workdays(year.Year, calendar)) : year.Days;

    /// <summary>The working days of a year.</summary>
    public static DaySet Workdays(int year, WorkingCalendar calendar)
    {
        List<DaySpan> days = [];
        for (var day = new DateOnly(year, 1, 1); day.Year == year; day = day.AddDays(1))
        {
            if (calendar.IsWorkday(day))
            {
                days.Add(new DaySpan(day, day));
            }
        }

        return DaySet.Of(days);
    }

    /// <summary>The years that have entries or days in force, up to one, at most the latest ten.</summary>
    public IReadOnlyList<int> Years(int upTo)
    {
        const int most = 10;
        var first = Entries.Select(e => e.From.Year).Concat(Duties.Rows.Where(o => o.TermFrom is not null).Select(o => o.TermFrom!.Value.Year)).Append(upTo).Min();
        return [.. Enumerable.Range(Math.Max(first, upTo - most + 1), upTo - Math.Max(first, upTo - most + 1) + 1).Reverse()];
    }
}
