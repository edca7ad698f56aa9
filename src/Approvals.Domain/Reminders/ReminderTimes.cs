using Approvals.Domain.Calendars;

namespace Approvals.Domain.Reminders;

/// <summary>When a rule reminds: pure arithmetic on the calendar.</summary>
public static class ReminderTimes
{
    /// <summary>When days are counted and no time is given.</summary>
    public static readonly TimeOnly Morning = new(9, 0);

    private const int LongestQuiet = 400;

    /// <summary>When the reminder with an offset is due; the moment itself where nothing is added and no time is given.</summary>
    public static DateTimeOffset Due(this ReminderRule rule, WorkingCalendar calendar, DateTimeOffset moment, int offset) =>
        rule.Unit == LimitUnit.Hours ? moment.AddHours(offset)
        : offset == 0 && rule.At is null && !rule.Repeats ? moment
        : At(calendar, Day(rule, calendar, moment, offset), rule.At ?? Morning);

    /// <summary>
    /// The occurrence that is due at an instant for a moment: the latest one, so that a stop of weeks brings one reminder and not one for
    /// each day; null where none is due yet. A rule that repeats has one each day, numbered by the day; others are numbered by their offset.
    /// </summary>
    public static Occurrence? Latest(this ReminderRule rule, WorkingCalendar calendar, DateTimeOffset moment, DateTimeOffset now)
    {
        if (rule.Repeats)
        {
            return Repeated(rule, calendar, moment, now);
        }

        for (var i = rule.Offsets.Length - 1; i >= 0; i--)
        {
            if (rule.Due(calendar, moment, rule.Offsets[i]) is var due && due <= now)
            {
                return new Occurrence(i, due);
            }
        }

        return null;
    }

    /// <summary>
    /// When it may leave: not in quiet hours, not on a day that is not worked where the rule says so. It is shifted, never dropped.
    /// </summary>
    public static DateTimeOffset Shifted(this ReminderRule rule, WorkingCalendar calendar, DateTimeOffset due)
    {
        for (var i = 0; i < LongestQuiet; i++)
        {
            var local = TimeZoneInfo.ConvertTime(due, calendar.Zone);
            var (day, time) = (DateOnly.FromDateTime(local.DateTime), TimeOnly.FromDateTime(local.DateTime));
            if (rule.WorkingDaysOnly && !calendar.IsWorkday(day))
            {
                due = At(calendar, calendar.NextWorkday(day), rule.At ?? Morning);
            }
            else if (rule.Quiet is { } quiet && quiet.Covers(time))
            {
                due = At(calendar, quiet.From < quiet.To || time < quiet.To ? day : day.AddDays(1), quiet.To);
            }
            else
            {
                return due;
            }
        }

        return due;
    }

    /// <summary>The latest moment whose earliest reminder can be due by an instant: nothing later needs to be looked at.</summary>
    public static DateTimeOffset LatestMoment(this ReminderRule rule, DateTimeOffset now)
    {
        var before = Math.Max(0, -rule.Offsets[0]);
        return rule.Unit switch
        {
            LimitUnit.Hours => now.AddHours(before),
            LimitUnit.Days => now.AddDays(before + 1),
            // Of seven days at least two are worked even around the longest holidays.
            _ => now.AddDays(before * 7 / 2 + 15),
        };
    }

    private static Occurrence? Repeated(ReminderRule rule, WorkingCalendar calendar, DateTimeOffset moment, DateTimeOffset now)
    {
        var first = Day(rule, calendar, moment, rule.Offsets[0]);
        var time = rule.At ?? Morning;
        var day = calendar.DayOf(now);
        day = At(calendar, day, time) > now ? day.AddDays(-1) : day;
        while (rule.Unit == LimitUnit.WorkingDays && day > first && !calendar.IsWorkday(day)) day = day.AddDays(-1);
        var due = At(calendar, day, time);
        return day < first || due < moment || due > now ? null : new Occurrence(day.DayNumber, due);
    }

    private static DateOnly Day(ReminderRule rule, WorkingCalendar calendar, DateTimeOffset moment, int offset)
    {
        // A limit ends with a day: before it is counted from that day, after it from the first one that is late and worked.
        var day = calendar.DayOf(rule.Moment == ReminderMoment.Due && offset < 0 ? moment.AddTicks(-1) : moment);
        return rule.Unit == LimitUnit.Days ? day.AddDays(offset)
            : calendar.AddWorkingDays(offset > 0 && !calendar.IsWorkday(day) ? calendar.NextWorkday(day) : day, offset);
    }

    private static DateTimeOffset At(WorkingCalendar calendar, DateOnly day, TimeOnly time) => calendar.StartOf(day).Add(time.ToTimeSpan());
}

/// <summary>One time at which a rule reminds.</summary>
/// <param name="Number">It tells the occurrences of a rule and a subject apart; later ones have greater numbers.</param>
/// <param name="Due">When it is due, before it is shifted.</param>
public readonly record struct Occurrence(int Number, DateTimeOffset Due);
