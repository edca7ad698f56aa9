namespace Approvals.Domain.Calendars;

/// <summary>Resolves limits into dates.</summary>
public static class DueDates
{
    /// <summary>
    /// When a limit ends that was received at an instant. Day limits start the day after; a day on which the clock stopped counts,
    /// the day on which it ran again does not, as with receipt.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The limit is not valid.</exception>
    public static DueDate Resolve(
        this WorkingCalendar calendar, Limit limit, DateTimeOffset received, params IReadOnlyList<ClockStop> stops)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(limit.IsValid(), true);
        return limit.IsByTheClock()
            ? ClockCount.Resolve(calendar, limit, received, stops)
            : new DayCount(calendar, limit, calendar.DayOf(received), [.. stops.Select(s => Stopped(calendar, s))]).Resolve();
    }

    /// <summary>When a limit ends that was received on a day.</summary>
    public static DueDate Resolve(this WorkingCalendar calendar, Limit limit, DateOnly received, params IReadOnlyList<ClockStop> stops) =>
        calendar.Resolve(limit, calendar.StartOf(received), stops);

    /// <summary>When a limit ends that the engine holds.</summary>
    public static DueDate Resolve(this WorkingCalendar calendar, PendingLimit pending) =>
        calendar.Resolve(pending.Limit, pending.ReceivedOn, pending.Stops);

    /// <summary>Working days left after today; negative when overdue; null while the clock stands still.</summary>
    public static int? WorkingDaysLeft(this WorkingCalendar calendar, DueDate due, DateOnly today) =>
        due.On is { } on ? calendar.WorkingDaysBetween(today, on) : null;

    /// <summary>How many working days of a limit had been used at an instant: those after receipt on which its clock ran.</summary>
    public static int WorkingDaysUsed(this WorkingCalendar calendar, PendingLimit pending, DateTimeOffset at)
    {
        var (day, last, used) = (calendar.DayOf(pending.ReceivedOn), calendar.DayOf(at), 0);
        var stops = pending.Stops.Select(s => Stopped(calendar, s)).ToList();
        while (day < last)
        {
            day = day.AddDays(1);
            used += calendar.IsWorkday(day) && !stops.Exists(s => day > s.From && day <= s.To) ? 1 : 0;
        }

        return used;
    }

    private static (DateOnly From, DateOnly To) Stopped(WorkingCalendar calendar, ClockStop stop) =>
        (calendar.DayOf(stop.From), stop.To is { } to ? calendar.DayOf(to) : DateOnly.MaxValue);
}
