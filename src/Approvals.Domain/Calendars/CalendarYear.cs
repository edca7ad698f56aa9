using System.Globalization;
using System.Text.Json;

namespace Approvals.Domain.Calendars;

/// <summary>The days of one year as its notice sets them.</summary>
/// <param name="Year">The year.</param>
/// <param name="Off">Days off, those on a weekend included.</param>
/// <param name="Work">Make-up workdays: days of a weekend that are worked.</param>
/// <param name="Source">Which notice it is.</param>
public sealed record CalendarYear(int Year, ImmutableSortedSet<DateOnly> Off, ImmutableSortedSet<DateOnly> Work, string? Source = null)
{
    /// <summary>What is wrong with the notice: dates of another year, days that are both, make-up days that are worked anyway.</summary>
    public ImmutableArray<Error> Check() =>
    [
        .. Off.Union(Work).Where(d => d.Year != Year).Select(d => Wrong("calendars.otherYear", d)),
        .. Off.Intersect(Work).Select(d => Wrong("calendars.both", d)),
        .. Work.Where(d => d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)).Select(d => Wrong("calendars.workedAnyway", d)),
    ];

    /// <summary>Reads <c>{ year, off, work }</c>, or <c>{ years: { "2026": { off, work } } }</c>, and checks it.</summary>
    /// <returns>The years in order, or <c>calendars.json</c>, <c>calendars.date</c> or the first finding of <see cref="Check"/>.</returns>
    public static Result<ImmutableArray<CalendarYear>> Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(WithoutMark(json));
            return ReadRoot(document.RootElement);
        }
        catch (JsonException exception)
        {
            return new Error("calendars.json").With("reason", exception.Message);
        }
    }

    private static Result<ImmutableArray<CalendarYear>> ReadRoot(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object) return NotACalendar();
        var source = root.TryGetProperty("source", out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;
        var years = ImmutableArray.CreateBuilder<CalendarYear>();
        foreach (var (name, element) in Entries(root))
        {
            if (!int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 1949 or > 2999)
            {
                return new Error("calendars.year").With("value", name);
            }

            var off = Days(element, "off");
            var work = Days(element, "work");
            if ((off.Error ?? work.Error) is { } error) return error;
            var year = new CalendarYear(number, off.Value, work.Value, source);
            if (year.Check() is [var first, ..]) return first;
            years.Add(year);
        }

        return years.Count == 0 ? NotACalendar() : years.OrderBy(y => y.Year).ToImmutableArray();
    }

    private static List<(string Year, JsonElement Element)> Entries(JsonElement root) =>
        root.TryGetProperty("years", out var years) && years.ValueKind == JsonValueKind.Object
            ? years.EnumerateObject().Select(p => (p.Name, p.Value)).ToList()
            : root.TryGetProperty("year", out var year) ? [(year.ToString(), root)] : [];

    private static Result<ImmutableSortedSet<DateOnly>> Days(JsonElement year, string name)
    {
        if (year.ValueKind != JsonValueKind.Object || !year.TryGetProperty(name, out var days)) return ImmutableSortedSet<DateOnly>.Empty;
        if (days.ValueKind != JsonValueKind.Array) return NotACalendar();
        var read = ImmutableSortedSet.CreateBuilder<DateOnly>();
        foreach (var day in days.EnumerateArray())
        {
            if (!DateOnly.TryParseExact(day.ToString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            {
                return new Error("calendars.date").With("value", day.ToString());
            }

            read.Add(date);
        }

        return read.ToImmutable();
    }

    private static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> json) =>
        json.Span is [0xEF, 0xBB, 0xBF, ..] ? json[3..] : json;

    private static Error NotACalendar() => new Error("calendars.json").With("reason", "{ year, off, work }");

    private static Error Wrong(string code, DateOnly day) => new Error(code).With("day", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
}
