using System.Collections.Frozen;

namespace Approvals.Domain.Calendars;

/// <summary>
/// Which days are worked. Years come from the State Council's notices as data; a year without one is computed from weekends
/// and marked provisional, so that it can be recomputed when the notice is out.
/// </summary>
public sealed class WorkingCalendar
{
    private readonly FrozenDictionary<int, CalendarYear> _years;
    private readonly FrozenSet<DateOnly> _off;
    private readonly FrozenSet<DateOnly> _work;

    private WorkingCalendar(IEnumerable<CalendarYear> years, TimeZoneInfo zone)
    {
        _years = years.ToFrozenDictionary(y => y.Year);
        _off = _years.Values.SelectMany(y => y.Off).ToFrozenSet();
        _work = _years.Values.SelectMany(y => y.Work).ToFrozenSet();
        Zone = zone;
    }

    /// <summary>The zone in which days begin and end.</summary>
    public TimeZoneInfo Zone { get; }

    /// <summary>The years that are loaded, in order.</summary>
    public ImmutableArray<CalendarYear> Years => [.. _years.Values.OrderBy(y => y.Year)];

    /// <summary>A calendar of years; a later one of the same year replaces the earlier.</summary>
    public static WorkingCalendar Of(IEnumerable<CalendarYear> years, TimeZoneInfo? zone = null) =>
        new(years.GroupBy(y => y.Year).Select(g => g.Last()), zone ?? TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));

    /// <summary>Whether a day is worked.</summary>
    public bool IsWorkday(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? _work.Contains(day) : !_off.Contains(day);

    /// <summary>Whether a day is off by a notice, not merely a weekend.</summary>
    public bool IsHoliday(DateOnly day) => _off.Contains(day);

    /// <summary>Whether a day of a weekend is worked by a notice.</summary>
    public bool IsMakeUpDay(DateOnly day) => _work.Contains(day);

    /// <summary>What a day is off or worked for; null where the notice names nothing.</summary>
    public LocalText? NameOf(DateOnly day) => _years.GetValueOrDefault(day.Year)?.Names.GetValueOrDefault(day);

    /// <summary>The notice of a year; null where none is loaded.</summary>
    public CalendarYear? YearOf(int year) => _years.GetValueOrDefault(year);

    /// <summary>Whether the day's year has no notice yet.</summary>
    public bool IsProvisional(DateOnly day) => !_years.ContainsKey(day.Year);

    /// <summary>The first working day after a day.</summary>
    public DateOnly NextWorkday(DateOnly after)
    {
        do after = after.AddDays(1);
        while (!IsWorkday(after));
        return after;
    }

    /// <summary>The n-th working day after a day, or before it when n is negative; the day itself when n is 0.</summary>
    public DateOnly AddWorkingDays(DateOnly from, int days)
    {
        var step = Math.Sign(days);
        for (var left = Math.Abs(days); left > 0;)
        {
            from = from.AddDays(step);
            if (IsWorkday(from)) left--;
        }

        return from;
    }

    /// <summary>How many working days lie after one day up to and with another; negative when the other is earlier.</summary>
    public int WorkingDaysBetween(DateOnly after, DateOnly to)
    {
        if (to < after) return -WorkingDaysBetween(to, after);
        var count = 0;
        for (var day = after; day < to;)
        {
            day = day.AddDays(1);
            if (IsWorkday(day)) count++;
        }

        return count;
    }

    /// <summary>The day on which an instant falls here.</summary>
    public DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Zone).DateTime);

    /// <summary>The instant at which a day begins here.</summary>
    public DateTimeOffset StartOf(DateOnly day)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(local, Zone.GetUtcOffset(local));
    }

    /// <summary>The instant at which a day ends here: the first one that is late.</summary>
    public DateTimeOffset EndOf(DateOnly day) => StartOf(day.AddDays(1));
}
