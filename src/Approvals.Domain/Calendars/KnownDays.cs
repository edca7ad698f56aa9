using System.Globalization;

namespace Approvals.Domain.Calendars;

/// <summary>Days that may come from outside: they lie where calendars reach and can be counted on, a century back and two ahead.</summary>
public static class KnownDays
{
    /// <summary>The first one.</summary>
    public static DateOnly First { get; } = new(1900, 1, 1);

    /// <summary>The last one.</summary>
    public static DateOnly Last { get; } = new(2199, 12, 31);

    /// <summary>Whether a day is one of them.</summary>
    public static bool Contains(DateOnly day) => day >= First && day <= Last;

    /// <summary>A day as spreadsheets and forms write it, <c>yyyy-MM-dd</c>; null when it is not written so, or none of them.</summary>
    public static DateOnly? Read(string text) =>
        DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && Contains(day) ? day : null;
}
