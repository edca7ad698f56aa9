using System.Collections.Frozen;
using System.Globalization;

namespace Approvals.Workflows;

/// <summary>
/// A cron expression of five fields (minute, hour, day of month, month, day of week) or six (second first): <c>*</c>, <c>?</c>, lists,
/// ranges, steps, names of months and days. Where both days are given, either will do.
/// </summary>
internal sealed class CronSchedule
{
    private const int YearsAhead = 8; // 29 February comes again within eight years, even over 2100

    private static readonly ImmutableArray<(int First, int Last)> Bounds = [(0, 59), (0, 59), (0, 23), (1, 31), (1, 12), (0, 7)];

    private static readonly FrozenDictionary<string, int> Names =
        new[] { "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC" }.Select((n, i) => KeyValuePair.Create(n, i + 1))
            .Concat(new[] { "SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT" }.Select((n, i) => KeyValuePair.Create(n, i)))
            .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private readonly ImmutableArray<ulong> _fields;
    private readonly bool _anyDay;
    private readonly bool _anyWeekday;

    private CronSchedule(ImmutableArray<ulong> fields, bool anyDay, bool anyWeekday) => (_fields, _anyDay, _anyWeekday) = (fields, anyDay, anyWeekday);

    /// <summary>Null when it is not a cron expression of this kind.</summary>
    public static CronSchedule? Parse(string text)
    {
        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (parts.Length is not (5 or 6))
        {
            return null;
        }

        string[] six = parts.Length == 6 ? parts : ["0", .. parts];
        var fields = six.Select((part, i) => Field(part, Bounds[i].First, Bounds[i].Last)).ToList();
        if (fields.Contains(0))
        {
            return null;
        }

        fields[5] |= (fields[5] & (1UL << 7)) != 0 ? 1UL : 0; // 7 is Sunday too
        return new CronSchedule([.. fields], six[3] is "*" or "?", six[5] is "*" or "?");
    }

    /// <summary>The first instant after the given one, in its offset; null when none comes.</summary>
    public DateTimeOffset? Next(DateTimeOffset after)
    {
        var start = after.AddTicks(-(after.Ticks % TimeSpan.TicksPerSecond)).AddSeconds(1);
        var last = start.AddYears(YearsAhead);
        for (var day = start.Date; day <= last.Date; day = day.AddDays(1))
        {
            if (!Has(4, day.Month))
            {
                day = new DateTime(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month), 0, 0, 0, DateTimeKind.Unspecified);
            }
            else if (Fits(day) && Time(day == start.Date ? start.TimeOfDay : TimeSpan.Zero) is { } time)
            {
                return new DateTimeOffset(day.Add(time), after.Offset);
            }
        }

        return null;
    }

    private bool Fits(DateTime day)
    {
        var (date, weekday) = (Has(3, day.Day), Has(5, (int)day.DayOfWeek));
        return _anyDay || _anyWeekday ? date && weekday : date || weekday;
    }

    private TimeSpan? Time(TimeSpan from)
    {
        for (var hour = from.Hours; hour < 24; hour++)
        {
            for (var minute = Has(2, hour) ? hour == from.Hours ? from.Minutes : 0 : 60; minute < 60; minute++)
            {
                var first = hour == from.Hours && minute == from.Minutes ? from.Seconds : 0;
                for (var second = Has(1, minute) ? first : 60; second < 60; second++)
                {
                    if (Has(0, second))
                    {
                        return new TimeSpan(hour, minute, second);
                    }
                }
            }
        }

        return null;
    }

    private bool Has(int field, int value) => (_fields[field] & (1UL << value)) != 0;

    /// <summary>The values of a field as bits; none when it is not readable.</summary>
    private static ulong Field(string text, int first, int last)
    {
        var bits = 0UL;
        foreach (var part in text.Split(','))
        {
            var step = part.Split('/');
            var range = step[0].Split('-');
            var every = 1;
            if (step.Length > 2 || range.Length > 2 || (step.Length == 2 && (!int.TryParse(step[1], NumberStyles.None, CultureInfo.InvariantCulture, out every) || every < 1)))
            {
                return 0;
            }

            var (from, to) = step[0] is "*" or "?" ? (first, first == 0 && last == 7 ? 6 : last)
                : (Value(range[0]), range.Length == 2 ? Value(range[1]) : step.Length == 2 ? last : Value(range[0]));
            if (from < first || to > last || from > to)
            {
                return 0;
            }

            for (var value = from; value <= to; value += every)
            {
                bits |= 1UL << value;
            }
        }

        return bits;
    }

    private static int Value(string text) => Names.TryGetValue(text, out var named) ? named
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}

/// <summary>The time of the office: China has one, without summer time.</summary>
internal static class OfficeTime
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    public static DateTimeOffset Of(DateTimeOffset instant) => instant.ToOffset(Offset);

    /// <summary>A wall clock's date and time in the office.</summary>
    public static DateTimeOffset At(DateTime local) => new(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), Offset);
}
