using System.Text;
using Approvals.Domain.Calendars;
using FsCheck;
using FsCheck.Fluent;

namespace Approvals.Domain.Tests.Calendars;

public sealed class WorkingCalendarTests
{
    private static readonly WorkingCalendar Calendar = Calendars.Loaded;

    [Theory]
    [InlineData("2026-09-20", true)] // make-up Sunday
    [InlineData("2026-02-14", true)] // make-up Saturday
    [InlineData("2026-10-01", false)]
    [InlineData("2026-09-19", false)]
    [InlineData("2026-09-21", true)]
    [InlineData("2028-02-29", true)] // a Tuesday of a year without notice
    [InlineData("2027-10-01", true)] // provisional: weekends only
    public void IsWorkday_Day_FollowsTheNotice(string day, bool worked) => Assert.Equal(worked, Calendar.IsWorkday(Day(day)));

    [Fact]
    public void IsProvisional_YearWithoutNotice_IsTrue()
    {
        Assert.True(Calendar.IsProvisional(Day("2027-01-01")));
        Assert.False(Calendar.IsProvisional(Day("2026-12-31")));
    }

    [Fact]
    public void DayOf_InstantInTheEveningUtc_IsTheNextDayHere() =>
        Assert.Equal(Day("2026-01-01"), Calendar.DayOf(new DateTimeOffset(2025, 12, 31, 16, 0, 0, TimeSpan.Zero)));

    [Fact]
    public void EndOf_Day_IsMidnightHere() =>
        Assert.Equal(new DateTimeOffset(2026, 1, 1, 16, 0, 0, TimeSpan.Zero), Calendar.EndOf(Day("2026-01-01")).ToUniversalTime());

    [Fact]
    public void Of_SameYearTwice_TakesTheLater()
    {
        var corrected = WorkingCalendar.Of([.. Calendar.Years, new CalendarYear(2026, [Day("2026-12-31")], [])]);

        Assert.True(corrected.IsWorkday(Day("2026-10-01")));
        Assert.False(corrected.IsWorkday(Day("2026-12-31")));
    }

    [Fact]
    public void AddWorkingDays_ThereAndBack_ComesBack() =>
        Check.QuickThrowOnFailure(Prop.ForAll(
            ArbMap.Default.ArbFor<int>(), ArbMap.Default.ArbFor<byte>(), (int offset, byte days) =>
            {
                var from = Calendar.NextWorkday(Day("2026-01-01").AddDays(offset % 900));
                var to = Calendar.AddWorkingDays(from, days);
                return Calendar.AddWorkingDays(to, -days) == from
                    && Calendar.WorkingDaysBetween(from, to) == days
                    && Calendar.WorkingDaysBetween(to, from) == -days;
            }));

    [Theory]
    [InlineData("""{ "year": 2026, "off": ["2025-12-31"] }""", "calendars.otherYear")]
    [InlineData("""{ "year": 2026, "work": ["2026-09-21"] }""", "calendars.workedAnyway")]
    [InlineData("""{ "year": 2026, "off": ["2026-09-20"], "work": ["2026-09-20"] }""", "calendars.both")]
    [InlineData("""{ "year": 2026, "off": ["2026-02-30"] }""", "calendars.date")]
    [InlineData("""{ "year": 2026, "off": "2026-02-28" }""", "calendars.json")]
    [InlineData("""{ "year": "MMXXVI" }""", "calendars.year")]
    [InlineData("""{ "years": {} }""", "calendars.json")]
    [InlineData("""[]""", "calendars.json")]
    [InlineData("""{ "year": 2026""", "calendars.json")]
    public void Read_BrokenNotice_IsRefused(string json, string code) =>
        Assert.Equal(code, CalendarYear.Read(Encoding.UTF8.GetBytes(json)).Error?.Code);

    [Fact]
    public void Read_OneYearWithByteOrderMark_IsRead() =>
        Assert.Equal(2027, Assert.Single(CalendarYear.Read(Encoding.UTF8.GetBytes("\uFEFF{ \"year\": 2027, \"off\": [\"2027-01-01\"] }")).Value).Year);

    private static DateOnly Day(string text) => Calendars.Day(text);
}
