namespace Approvals.Feel.Tests;

/// <summary>Dates, times and durations: making them, their properties, their functions (DMN 1.5, 10.3.4.1, 10.3.4.8, table 65).</summary>
public sealed class TemporalFunctionTests
{
    public static TheoryData<string, string> Made_FromPartsOrTextRows { get; } = new()
    {
        { "date(\"2026-01-31\")", "@\"2026-01-31\"" },
        { "date(2026, 1, 31)", "@\"2026-01-31\"" },
        { "date(year: 2026, month: 2, day: 28)", "@\"2026-02-28\"" },
        { "date(2026, 2, 29)", "null" },
        { "date(2026, 13, 1)", "null" },
        { "date(\"2026-1-31\")", "null" },
        { "date(\"26-01-31\")", "null" },
        { "date(\"02026-01-31\")", "null" },
        { "date(\"2026-01-31T00:00:00\")", "null" },
        { "date(\"-2021-01-01\").year", "-2021" },
        { "date(\"999999999-12-31\").year", "999999999" },
        { "date(\"9999999999-01-01\")", "null" },
        { "date(@\"2026-01-31T10:00:00Z\")", "@\"2026-01-31\"" },
        { "date(null)", "null" },
        { "date(1)", "null" },
        { "time(\"10:20:30\")", "@\"10:20:30\"" },
        { "time(10, 20, 30)", "@\"10:20:30\"" },
        { "time(10, 20, 30.5)", "@\"10:20:30.5\"" },
        { "time(10, 20, 30, @\"PT8H\")", "@\"10:20:30+08:00\"" },
        { "time(10, 20, 30, null)", "@\"10:20:30\"" },
        { "time(24, 0, 0)", "null" },
        { "time(\"24:00:00\")", "null" },
        { "time(\"10:20\")", "null" },
        { "time(\"10:20:30+19:00\")", "null" },
        { "time(\"10:20:30@Nowhere/Town\")", "null" },
        { "time(@\"2026-01-31T10:00:00Z\")", "@\"10:00:00Z\"" },
        { "date and time(\"2026-01-31T10:20:30\")", "@\"2026-01-31T10:20:30\"" },
        { "date and time(\"2026-01-31\")", "@\"2026-01-31T00:00:00\"" },
        { "date and time(\"2026-12-31T24:00:00\")", "@\"2027-01-01T00:00:00\"" },
        { "date and time(@\"2026-01-31\", @\"10:20:30Z\")", "@\"2026-01-31T10:20:30Z\"" },
        { "date and time(@\"2026-01-31T01:01:01\", @\"10:20:30\")", "@\"2026-01-31T10:20:30\"" },
        { "date and time(2026, 1, 31, 10, 20, 30)", "@\"2026-01-31T10:20:30\"" },
        { "date and time(2026, 1, 31, 10, 20, 30, @\"PT8H\")", "@\"2026-01-31T10:20:30+08:00\"" },
        { "date and time(2026, 1, 31, 10, 20, 30, \"Asia/Shanghai\")", "@\"2026-01-31T10:20:30@Asia/Shanghai\"" },
        { "date and time(\"2026-01-31T10:20:30.123456789Z\").second", "30.123456789" },
        { "date and time(\"x\")", "null" },
        { "duration(\"P1DT2H3M4S\")", "@\"P1DT2H3M4S\"" },
        { "duration(\"PT36H\")", "@\"P1DT12H\"" },
        { "duration(\"P14M\")", "@\"P1Y2M\"" },
        { "duration(\"P\")", "null" },
        { "duration(\"PT\")", "null" },
        { "duration(\"P1Y1D\")", "null" },
        { "duration(\"P1.5D\")", "null" },
        { "duration(\"PT1.5S\")", "@\"PT1.5S\"" },
        { "duration(\"-P1D\")", "@\"-P1D\"" },
        { "duration(\"1D\")", "null" },
        { "years and months duration(@\"2011-12-22\", @\"2013-08-24\")", "@\"P1Y8M\"" },
        { "years and months duration(@\"2013-08-24\", @\"2011-12-22\")", "@\"-P1Y8M\"" },
        { "years and months duration(@\"2026-01-31\", @\"2026-02-28\")", "@\"P0M\"" },
        { "years and months duration(@\"2015-01-01\", @\"2015-01-01\")", "@\"P0M\"" },
        { "years and months duration(@\"2016-01-21T10:00:00\", @\"2016-02-21T09:00:00\")", "@\"P1M\"" },
        { "years and months duration(@\"2015-01-01\", null)", "null" },
    };

    [Theory]
    [MemberData(nameof(Made_FromPartsOrTextRows))]
    public void Made_FromPartsOrText(string text, string expected) => Feel.Same(text, expected);

    public static TheoryData<string, string> Properties_AndFunctionsRows { get; } = new()
    {
        { "@\"2026-01-31\".year", "2026" },
        { "@\"2026-01-31\".month", "1" },
        { "@\"2026-01-31\".day", "31" },
        { "@\"2026-01-31\".weekday", "6" },
        { "@\"2026-02-01\".weekday", "7" },
        { "@\"2026-01-31\".hour", "null" },
        { "@\"2026-01-31T10:20:30Z\".hour", "10" },
        { "@\"2026-01-31T10:20:30Z\".time offset", "@\"PT0S\"" },
        { "@\"2026-01-31T10:20:30+08:00\".time offset", "@\"PT8H\"" },
        { "@\"2026-01-31T10:20:30\".time offset", "null" },
        { "@\"2026-07-01T10:20:30@Europe/Paris\".time offset", "@\"PT2H\"" },
        { "@\"2026-01-31T10:20:30@Europe/Paris\".timezone", "\"Europe/Paris\"" },
        { "@\"2026-01-31T10:20:30Z\".timezone", "null" },
        { "@\"10:20:30.5\".second", "30.5" },
        { "@\"10:20:30\".minute", "20" },
        { "@\"P1Y2M\".years", "1" },
        { "@\"P1Y2M\".months", "2" },
        { "@\"-P1Y2M\".months", "-2" },
        { "@\"P2DT3H4M5.5S\".days", "2" },
        { "@\"P2DT3H4M5.5S\".hours", "3" },
        { "@\"P2DT3H4M5.5S\".minutes", "4" },
        { "@\"P2DT3H4M5.5S\".seconds", "5.5" },
        { "@\"P2DT3H\".years", "null" },
        { "day of year(@\"2019-09-17\")", "260" },
        { "day of week(@\"2019-09-17\")", "\"Tuesday\"" },
        { "month of year(@\"2019-09-17\")", "\"September\"" },
        { "week of year(@\"2019-09-17\")", "38" },
        { "week of year(@\"2003-12-29\")", "1" },
        { "week of year(@\"2004-01-04\")", "1" },
        { "week of year(@\"2005-01-01\")", "53" },
        { "day of week(@\"2026-01-31T23:00:00Z\")", "\"Saturday\"" },
        { "day of week(null)", "null" },
        { "today()", "@\"2026-11-21\"" },
        { "today", "@\"2026-11-21\"" },
        { "today() - today = @\"PT0S\"", "true" },
        { "now().hour", "9" },
        { "(@\"2026-11-21\" - @\"1980-05-06\") > @\"P365D\"", "true" },
        { "years and months duration(@\"1980-05-06\", today).years", "46" },
    };

    [Theory]
    [MemberData(nameof(Properties_AndFunctionsRows))]
    public void Properties_AndFunctions(string text, string expected) => Feel.Same(text, expected, FeelContext.Of(
        ("today", FeelValue.Of(new DateOnly(2026, 11, 21))),
        ("now", FeelValue.Of(new DateTimeOffset(2026, 11, 21, 9, 0, 0, TimeSpan.FromHours(8))))));

    [Fact]
    public void Today_WithoutClock_NullAndReason() => Assert.Equal("feel.noClock", Feel.Run("today()").Diagnostics[0].Code);
}
