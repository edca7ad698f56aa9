using Approvals.Application.Database;
using Approvals.Application.Policies;
using Approvals.Domain.Calendars;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Calendars;

/// <summary>The working calendar in force, held in memory; loaded at start and whenever a year's notice is loaded.</summary>
public sealed class CalendarInForce
{
    private volatile WorkingCalendar _current = WorkingCalendar.Of([]);

    /// <summary>The calendar in force.</summary>
    public WorkingCalendar Current => _current;

    /// <summary>Today where the product is used.</summary>
    public DateOnly Today(TimeProvider clock) => _current.DayOf(clock.GetUtcNow());

    /// <summary>Reads the greatest revision of each year.</summary>
    public async Task ReadAsync(ApprovalsDbContext context, CancellationToken cancellationToken)
    {
        var days = await context.WorkingCalendarDays.AsNoTracking().ToListAsync(cancellationToken);
        _current = WorkingCalendar.Of(Years(days));
    }

    internal static IEnumerable<CalendarYear> Years(IEnumerable<WorkingCalendarDay> days) =>
        from day in days
        group day by day.Day.Year into year
        let inForce = year.Where(d => d.Revision == year.Max(x => x.Revision)).ToList()
        select new CalendarYear(
            year.Key,
            [.. inForce.Where(d => !d.IsWorkingDay).Select(d => d.Day)],
            [.. inForce.Where(d => d.IsWorkingDay).Select(d => d.Day)]);
}
