using Approvals.Application.Database;
using Approvals.Application.Rights;
using Approvals.Domain.Calendars;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Calendars;

/// <summary>The working calendars, year by year, with the notices they came from.</summary>
public sealed class CalendarPage(ApprovalsDbContext context, CalendarInForce calendar, TimeProvider clock)
{
    private const int MostRevisions = 200;

    /// <summary>All years and revisions.</summary>
    public async Task<Result<CalendarsDto>> ListAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        if (!AdministrationRights.SeesCalendars(user))
        {
            return Refusals.Forbidden;
        }

        await calendar.RefreshAsync(context, cancellationToken);
        var (working, today) = (calendar.Current, calendar.Today(clock));
        var revisions = await context.CalendarRevisions.AsNoTracking().OrderByDescending(r => r.Number).Take(MostRevisions).ToListAsync(cancellationToken);
        return new CalendarsDto(
            AdministrationRights.KeepsCalendars(user),
            [.. working.Years.Select(y => y.Year).Union([today.Year, today.Year + 1]).Order().Select(y => Describe(y, working))],
            [.. revisions.Select(Describe)]);
    }

    /// <summary>One year, day by day; one without a notice as it is computed.</summary>
    public async Task<Result<CalendarDaysDto>> ReadAsync(int year, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!AdministrationRights.SeesCalendars(user))
        {
            return Refusals.Forbidden;
        }

        await calendar.RefreshAsync(context, cancellationToken);
        var working = calendar.Current;
        return year is < CalendarYear.First or > CalendarYear.Last
            ? Refusals.NotFound
            : new CalendarDaysDto(Describe(year, working), [.. Days(year).Select(d => new CalendarDayDto(d, KindOf(d, working), working.NameOf(d)?.In(user.Language)))]);
    }

    internal static CalendarDayKind KindOf(DateOnly day, WorkingCalendar calendar) =>
        calendar.IsMakeUpDay(day) ? CalendarDayKind.MakeUp
        : calendar.IsHoliday(day) ? CalendarDayKind.Off
        : calendar.IsWorkday(day) ? CalendarDayKind.Work
        : CalendarDayKind.Weekend;

    internal static CalendarRevisionDto Describe(CalendarRevision row) => new(
        row.Number, row.Year, row.Source, row.Notice, row.FileName, row.LoadedAt, row.LoadedByName, row.ChangedDays, row.State, row.Looked, row.Moved, row.Confirmed, row.MovedAt);

    private static CalendarYearDto Describe(int year, WorkingCalendar calendar)
    {
        var notice = calendar.YearOf(year);
        return new CalendarYearDto(
            year, notice is null, notice?.Source, notice?.Notice, notice?.Off.Count ?? 0, notice?.Work.Count ?? 0, Days(year).Count(calendar.IsWorkday));
    }

    private static IEnumerable<DateOnly> Days(int year) =>
        Enumerable.Range(0, DateTime.IsLeapYear(year) ? 366 : 365).Select(new DateOnly(year, 1, 1).AddDays);
}
