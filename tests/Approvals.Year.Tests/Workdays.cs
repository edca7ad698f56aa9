using System.Globalization;
using System.Text.Json;
using Approvals.TestKit.Cases;

namespace Approvals.Year.Tests;

/// <summary>Working days, counted by the test itself: the notice is read as data, nothing of the product's calendar is used.</summary>
internal sealed class Workdays
{
    private readonly HashSet<DateOnly> _off = [];
    private readonly HashSet<DateOnly> _work = [];

    private Workdays(IEnumerable<string> files)
    {
        foreach (var file in files)
        {
            using var notice = JsonDocument.Parse(File.ReadAllBytes(file));
            _off.UnionWith(Days(notice, "off"));
            _work.UnionWith(Days(notice, "work"));
        }
    }

    public static Workdays Noticed { get; } = new(Directory.EnumerateFiles(Path.Combine(CaseHost.Root(), "data", "calendars"), "*.json"));

    public bool Is(DateOnly day) => _work.Contains(day) || (!_off.Contains(day) && day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));

    /// <summary>The working day so many after a day (or before it), which itself does not count.</summary>
    public DateOnly After(DateOnly day, int count)
    {
        for (var left = Math.Abs(count); left > 0; left -= Is(day) ? 1 : 0)
        {
            day = day.AddDays(Math.Sign(count));
        }

        return day;
    }

    /// <summary>The day itself if it is worked, else the first after it that is.</summary>
    public DateOnly OnOrAfter(DateOnly day) => Is(day) ? day : After(day, 1);

    private static IEnumerable<DateOnly> Days(JsonDocument notice, string name) =>
        notice.RootElement.GetProperty(name).EnumerateArray().Select(d => DateOnly.ParseExact(d.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture));
}
