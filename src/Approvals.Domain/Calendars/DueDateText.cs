using System.Globalization;

namespace Approvals.Domain.Calendars;

/// <summary>Explains a due date in words.</summary>
public static class DueDateText
{
    /// <summary>"Received 2026-09-18, 10 working days, holidays 9/25–27 and 10/1–7, make-up day 9/20 → 2026-10-09".</summary>
    public static string Describe(this DueDate due, MessageCatalog texts, string? language)
    {
        var why = due.Explanation;
        var unit = char.ToLowerInvariant($"{due.Limit.Unit}"[0]) + $"{due.Limit.Unit}"[1..];
        string[] parts =
        [
            Say("due.received", Iso(why.Received)),
            Say("due." + unit, due.Limit.Length.ToString(CultureInfo.InvariantCulture)),
            .. Listed("due.holidays", [.. why.Holidays.Select(Short)]),
            .. Listed("due.makeUpDays", [.. why.MakeUpDays.Select(Short)]),
            .. Listed("due.stopped", [.. why.Stopped.Select(Short)]),
            .. why.MovedFrom is { } moved ? new[] { Say("due.moved", Short(moved)) } : [],
            .. Listed("due.provisional", [.. why.ProvisionalYears.Select(y => y.ToString(CultureInfo.InvariantCulture))]),
        ];
        var sentence = string.Join(Say("due.comma", ""), parts);
        return due.On is { } on ? $"{sentence} → {Iso(on)}" : $"{sentence} → {Say("due.open." + unit, $"{due.Left}")}";

        string Say(string code, string value) =>
            texts.Format(code, ImmutableSortedDictionary<string, string>.Empty.Add("value", value), language);

        string[] Listed(string code, string[] values) => values.Length == 0 ? [] : [Say(code, string.Join(Say("due.and", ""), values))];
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Short(DateOnly day) => day.ToString("M/d", CultureInfo.InvariantCulture);

    private static string Short(DayRange range) =>
        range.First == range.Last ? Short(range.First)
        : range.First.Month == range.Last.Month ? $"{Short(range.First)}–{range.Last.Day}"
        : $"{Short(range.First)}–{Short(range.Last)}";
}
