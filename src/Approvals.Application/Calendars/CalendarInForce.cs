using Approvals.Application.Database;
using Approvals.Application.Policies;
using Approvals.Domain.Calendars;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Calendars;

/// <summary>
/// The working calendar in force, held in memory: read at start, when a notice is loaded here, and when a look at the newest revision shows
/// that one was loaded elsewhere.
/// </summary>
public sealed class CalendarInForce
{
    private volatile Held _held = new(WorkingCalendar.Of([]), 0);

    /// <summary>The calendar in force.</summary>
    public WorkingCalendar Current => _held.Calendar;

    /// <summary>The newest revision it rests on; 0 where none is known.</summary>
    public int Revision => _held.Revision;

    /// <summary>Today where the product is used.</summary>
    public DateOnly Today(TimeProvider clock) => Current.DayOf(clock.GetUtcNow());

    /// <summary>Reads the greatest revision of each year.</summary>
    public async Task ReadAsync(ApprovalsDbContext context, CancellationToken cancellationToken)
    {
        // First the number: one that is loaded in between is found at the next look.
        var revisions = await context.CalendarRevisions.AsNoTracking().ToListAsync(cancellationToken);
        var days = await context.WorkingCalendarDays.AsNoTracking().ToListAsync(cancellationToken);
        _held = new Held(WorkingCalendar.Of(Years(days, revisions)), revisions.Select(r => r.Number).DefaultIfEmpty().Max());
    }

    /// <summary>Reads it again where another node has loaded a notice; one look at one number otherwise.</summary>
    /// <returns>Whether it was read again.</returns>
    public async Task<bool> RefreshAsync(ApprovalsDbContext context, CancellationToken cancellationToken)
    {
        if (await context.CalendarRevisions.MaxAsync(r => (int?)r.Number, cancellationToken) is not { } newest || newest == Revision)
        {
            return false;
        }

        await ReadAsync(context, cancellationToken);
        return true;
    }

    internal static IEnumerable<CalendarYear> Years(IEnumerable<WorkingCalendarDay> days, IReadOnlyCollection<CalendarRevision> revisions) =>
        from day in days
        group day by day.Day.Year into year
        let number = year.Max(d => d.Revision)
        let notice = revisions.FirstOrDefault(r => r.Number == number)
        select Year(year.Key, [.. year.Where(d => d.Revision == number)], notice);

    internal static CalendarYear Year(int year, IReadOnlyList<WorkingCalendarDay> days, CalendarRevision? notice) =>
        new(year, [.. days.Where(d => !d.IsWorkingDay).Select(d => d.Day)], [.. days.Where(d => d.IsWorkingDay).Select(d => d.Day)], notice?.Source)
        {
            Notice = notice?.Notice,
            Names = System.Collections.Immutable.ImmutableSortedDictionary.CreateRange(
                days.Where(d => d.Name.Length > 0).Select(d => KeyValuePair.Create(d.Day, new LocalText(d.Name, d.NameEn.Length > 0 ? d.NameEn : d.Name)))),
        };

    private sealed record Held(WorkingCalendar Calendar, int Revision);
}
