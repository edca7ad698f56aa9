using System.Globalization;

namespace Approvals.Domain.Calendars;

/// <summary>The days of one year as its notice sets them.</summary>
/// <param name="Year">The year.</param>
/// <param name="Off">Days off, those on a weekend included.</param>
/// <param name="Work">Make-up workdays: days of a weekend that are worked.</param>
/// <param name="Source">Which notice it is.</param>
public sealed record CalendarYear(int Year, ImmutableSortedSet<DateOnly> Off, ImmutableSortedSet<DateOnly> Work, string? Source = null)
{
    /// <summary>The first year whose calendar can be loaded.</summary>
    public const int First = 1949;

    /// <summary>The last year whose calendar can be loaded.</summary>
    public const int Last = 2199;

    /// <summary>No year has more days off by notice.</summary>
    public const int MostDaysOff = 120;

    /// <summary>The notice's number, such as 国办发明电〔2025〕7号; null where the file gives none.</summary>
    public string? Notice { get; init; }

    /// <summary>What the days are off or worked for, by day; days without a name are missing.</summary>
    public ImmutableSortedDictionary<DateOnly, LocalText> Names { get; init; } = ImmutableSortedDictionary<DateOnly, LocalText>.Empty;

    /// <summary>
    /// What is wrong with the notice: dates of another year, days that are both, make-up days that are worked anyway, no day off at all,
    /// or more than a year can have.
    /// </summary>
    public ImmutableArray<Error> Check() =>
    [
        .. Off.Union(Work).Where(d => d.Year != Year).Select(d => Wrong("calendars.otherYear", d).With("year", Text(Year))),
        .. Off.Intersect(Work).Select(d => Wrong("calendars.both", d)),
        .. Work.Where(d => !IsWeekend(d)).Select(d => Wrong("calendars.workedAnyway", d)),
        .. Off.IsEmpty ? new[] { new Error("calendars.empty").With("year", Text(Year)) } : [],
        .. Off.Count > MostDaysOff ? new[] { new Error("calendars.tooMany").With("year", Text(Year)).With("most", Text(MostDaysOff)) } : [],
    ];

    /// <summary>Whether both have the same days off and worked; names and notices aside.</summary>
    public bool HasDaysOf(CalendarYear other) => Year == other.Year && Off.SetEquals(other.Off) && Work.SetEquals(other.Work);

    /// <summary>Whether a day is worked by this notice.</summary>
    public bool IsWorkday(DateOnly day) => IsWeekend(day) ? Work.Contains(day) : !Off.Contains(day);

    /// <summary>The days of the year that are worked here and off there, or the other way round; without another year, by weekends alone.</summary>
    public ImmutableArray<DateOnly> DaysUnlike(CalendarYear? other) =>
    [
        .. Off.Union(Work).Union(other?.Off ?? []).Union(other?.Work ?? []).Where(d => IsWorkday(d) != (other?.IsWorkday(d) ?? !IsWeekend(d))),
    ];

    /// <summary>Reads a notice and checks it; see <see cref="CalendarFile"/>.</summary>
    /// <returns>The years in order, or the first finding.</returns>
    public static Result<ImmutableArray<CalendarYear>> Read(ReadOnlyMemory<byte> json)
    {
        var file = CalendarFile.Read(json);
        return file.Problems is [var first, ..] ? first.What.With("line", Text(first.Line)) : file.Years;
    }

    internal static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    internal static Error Wrong(string code, DateOnly day) => new Error(code).With("day", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    internal static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
