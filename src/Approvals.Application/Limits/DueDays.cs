using Approvals.Domain.Calendars;

namespace Approvals.Application.Limits;

/// <summary>A limit day by day, as a sheet of a calendar shows it.</summary>
internal static class DueDays
{
    /// <summary>So many days are shown at most; a limit of years is told in words.</summary>
    private const int Most = 400;

    /// <summary>The days from receipt to the last one, or to today while the clock stands still.</summary>
    internal static IReadOnlyList<DueDayDto> Of(DueDate due, WorkingCalendar calendar, DateOnly today, string language)
    {
        var why = due.Explanation;
        if (due.Limit.IsByTheClock())
        {
            return [];
        }

        var last = due.On ?? (today > why.Received ? today : why.Received);
        var numbers = why.Counted.Select((day, i) => (day, Number: i + 1)).ToDictionary(d => d.day, d => d.Number);
        return
        [
            .. Enumerable.Range(0, Math.Min(Most, last.DayNumber - why.Received.DayNumber + 1)).Select(why.Received.AddDays).Select(day => new DueDayDto(
                day, KindOf(day, why, numbers, calendar), numbers.TryGetValue(day, out var number) ? number : null, calendar.IsMakeUpDay(day),
                calendar.NameOf(day)?.In(language), calendar.IsProvisional(day))),
        ];
    }

    private static DueDayKind KindOf(DateOnly day, DueExplanation why, Dictionary<DateOnly, int> numbers, WorkingCalendar calendar) =>
        day == why.Received ? DueDayKind.Received
        : numbers.ContainsKey(day) ? DueDayKind.Counted
        : why.Stopped.Any(s => day >= s.First && day <= s.Last) || calendar.IsWorkday(day) ? DueDayKind.Stopped
        : calendar.IsHoliday(day) ? DueDayKind.Off
        : DueDayKind.Weekend;
}
