using System.Globalization;
using Approvals.Domain.Calendars;

namespace Approvals.Domain.Tests.Calendars;

internal static class Calendars
{
    internal static WorkingCalendar Loaded { get; } = WorkingCalendar.Of(CalendarYear.Read(TestData.Bytes("data/holidays.json")).Value);

    internal static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    internal static DateTimeOffset At(string text) => DateTimeOffset.Parse(text + "+08:00", CultureInfo.InvariantCulture);
}
