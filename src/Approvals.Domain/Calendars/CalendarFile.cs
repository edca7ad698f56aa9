using System.Globalization;
using System.Text.Json;

namespace Approvals.Domain.Calendars;

/// <summary>What there is to say about a notice's file.</summary>
/// <param name="What">What.</param>
/// <param name="Line">The line of the file, from 1.</param>
public sealed record CalendarFinding(Error What, int Line);

/// <summary>
/// A file of notices: <c>{ year, source, notice, off, work, holidays }</c>, or <c>{ source, notice, years: { "2026": { off, work, holidays } } }</c>.
/// <c>holidays</c> are spans <c>{ name, from, to }</c>: their days are off and have that name, listed in <c>off</c> or not.
/// </summary>
/// <param name="Years">The years in order.</param>
/// <param name="Problems">Everything that is wrong, in the order of the file; with one of them nothing may be loaded.</param>
/// <param name="Notes">What is odd and does no harm: days off that are days of a weekend anyway.</param>
public sealed record CalendarFile(
    ImmutableArray<CalendarYear> Years, ImmutableArray<CalendarFinding> Problems, ImmutableArray<CalendarFinding> Notes)
{
    /// <summary>The largest file that is read.</summary>
    public const int MostBytes = 256 * 1024;

    /// <summary>Reads a file.</summary>
    public static CalendarFile Read(ReadOnlyMemory<byte> json)
    {
        if (json.Length > MostBytes)
        {
            return Refused(new Error("calendars.tooLarge").With("most", CalendarYear.Text(MostBytes / 1024)), 1);
        }

        try
        {
            return new Reader().Read(LocatedJson.Parse(json.Span is [0xEF, 0xBB, 0xBF, ..] ? json[3..].Span : json.Span));
        }
        catch (JsonException exception)
        {
            return Refused(new Error("calendars.json").With("reason", exception.Message), (int)(exception.LineNumber ?? 0) + 1);
        }
    }

    private static CalendarFile Refused(Error why, int line) => new([], [new CalendarFinding(why, line)], []);

    /// <summary>One reading of one file.</summary>
    private sealed class Reader
    {
        private readonly List<CalendarFinding> _problems = [];
        private readonly List<CalendarFinding> _notes = [];

        internal CalendarFile Read(LocatedJson root)
        {
            List<(CalendarYear Year, int Line)> years = [];
            var entries = Entries(root);
            if (entries.Count == 0)
            {
                Wrong(NotACalendar(), root.Line);
            }

            foreach (var (name, line, element) in entries)
            {
                if (!int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < CalendarYear.First or > CalendarYear.Last)
                {
                    Wrong(new Error("calendars.year").With("value", name).With("first", CalendarYear.Text(CalendarYear.First)).With("last", CalendarYear.Text(CalendarYear.Last)), line);
                }
                else if (years.Exists(y => y.Year.Year == number))
                {
                    Wrong(new Error("calendars.yearTwice").With("year", name), line);
                }
                else
                {
                    years.Add((Year(number, line, element, root), line));
                }
            }

            return new CalendarFile(
                [.. years.Select(y => y.Year).OrderBy(y => y.Year)], [.. _problems.OrderBy(p => p.Line)], [.. _notes.OrderBy(n => n.Line)]);
        }

        private static List<(string Year, int Line, LocatedJson Element)> Entries(LocatedJson root) =>
            root["years"] is { Kind: JsonValueKind.Object } years ? [.. years.Members.Select(m => (m.Name, m.Value.Line, m.Value))]
            : root["year"] is { } year ? [(year.Text, year.Line, root)]
            : [];

        private CalendarYear Year(int number, int line, LocatedJson element, LocatedJson root)
        {
            var (off, work) = (Days(element, "off"), Days(element, "work"));
            var names = Holidays(element, off);
            var year = new CalendarYear(number, [.. off.Keys], [.. work.Keys], Text(element["source"] ?? root["source"]))
            {
                Notice = Text(element["notice"] ?? root["notice"]), Names = names,
            };
            foreach (var error in year.Check())
            {
                var day = error.Data.TryGetValue("day", out var text) ? DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture) : default;
                Wrong(error, work.TryGetValue(day, out var at) || off.TryGetValue(day, out at) ? at : line);
            }

            var idle = off.Where(d => CalendarYear.IsWeekend(d.Key)).OrderBy(d => d.Key).ToList();
            if (idle.Count > 0)
            {
                _notes.Add(new CalendarFinding(
                    new Error("calendars.weekendOff").With("days", string.Join(", ", idle.Select(d => d.Key.ToString("MM-dd", CultureInfo.InvariantCulture)))),
                    idle[0].Value));
            }

            return year;
        }

        /// <summary>The days of a list, each with its line.</summary>
        private Dictionary<DateOnly, int> Days(LocatedJson year, string name)
        {
            Dictionary<DateOnly, int> days = [];
            if (year[name] is not { } list)
            {
                return days;
            }

            if (list.Kind != JsonValueKind.Array)
            {
                Wrong(NotACalendar(), list.Line);
            }

            foreach (var item in list.Items)
            {
                if (Day(item) is { } day && !days.TryAdd(day, item.Line))
                {
                    Wrong(CalendarYear.Wrong("calendars.dayTwice", day), item.Line);
                }
            }

            return days;
        }

        /// <summary>Adds the days of the spans to those off, and returns what each is off for.</summary>
        private ImmutableSortedDictionary<DateOnly, LocalText> Holidays(LocatedJson year, Dictionary<DateOnly, int> off)
        {
            var names = ImmutableSortedDictionary.CreateBuilder<DateOnly, LocalText>();
            foreach (var span in year["holidays"]?.Items ?? [])
            {
                var (first, last, name) = (Day(span["from"] ?? span), Day(span["to"] ?? span["from"] ?? span), Name(span["name"]));
                if (first is not { } from || last is not { } to)
                {
                    continue;
                }

                if (name is null || to < from || to.DayNumber - from.DayNumber >= CalendarYear.MostDaysOff)
                {
                    Wrong(CalendarYear.Wrong(name is null ? "calendars.nameless" : "calendars.span", from), span.Line);
                    continue;
                }

                for (var day = from; day <= to; day = day.AddDays(1))
                {
                    off.TryAdd(day, span.Line);
                    if (!names.TryAdd(day, name))
                    {
                        Wrong(CalendarYear.Wrong("calendars.dayTwice", day), span.Line);
                    }
                }
            }

            return names.ToImmutable();
        }

        private DateOnly? Day(LocatedJson item)
        {
            if (item.Kind == JsonValueKind.String
                && DateOnly.TryParseExact(item.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            {
                return date;
            }

            Wrong(new Error("calendars.date").With("value", item.Kind == JsonValueKind.Object ? "{…}" : item.Text), item.Line);
            return null;
        }

        private static LocalText? Name(LocatedJson? name) => name switch
        {
            { Kind: JsonValueKind.Object } => Text(name["zh-CN"]) is { } zh ? new LocalText(zh, Text(name["en"]) ?? zh) : null,
            _ => Text(name) is { } text ? new LocalText(text, text) : null,
        };

        private static string? Text(LocatedJson? value) =>
            value is { Kind: JsonValueKind.String } && value.Text.Trim() is { Length: > 0 and <= 200 } text ? text : null;

        private void Wrong(Error what, int line) => _problems.Add(new CalendarFinding(what, line));

        private static Error NotACalendar() => new Error("calendars.json").With("reason", "{ year, off, work }");
    }
}
