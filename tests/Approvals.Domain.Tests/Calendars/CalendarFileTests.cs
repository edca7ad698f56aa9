using System.Text;
using Approvals.Domain.Calendars;

namespace Approvals.Domain.Tests.Calendars;

public sealed class CalendarFileTests
{
    [Theory]
    [InlineData("{\n \"year\": 2027,\n \"off\": [\n  \"2026-12-31\"\n ]\n}", "calendars.otherYear", 4)]
    [InlineData("{\n \"year\": 2027,\n \"off\": [\"2027-01-01\"],\n \"work\": [\n  \"2027-01-04\"\n ]\n}", "calendars.workedAnyway", 5)]
    [InlineData("{\n \"year\": 2027,\n \"off\": [\"2027-01-02\"],\n \"work\": [\"2027-01-02\"]\n}", "calendars.both", 4)]
    [InlineData("{\n \"year\": 2027,\n \"off\": [\"2027-01-01\",\n  \"2027-01-01\"]\n}", "calendars.dayTwice", 4)]
    [InlineData("{\n \"year\": 2027,\n \"off\": [\"2027-02-29\", \"2027-01-01\"]\n}", "calendars.date", 3)]
    [InlineData("{\n \"year\": 2027,\n \"off\": []\n}", "calendars.empty", 2)]
    [InlineData("{\n \"year\": 1948,\n \"off\": [\"1948-01-01\"]\n}", "calendars.year", 2)]
    [InlineData("{\n \"year\": 2200,\n \"off\": [\"2200-01-01\"]\n}", "calendars.year", 2)]
    [InlineData("{ \"years\": {\n \"2027\": { \"off\": [\"2027-01-01\"] },\n \"2027\": { \"off\": [\"2027-01-01\"] } } }", "calendars.yearTwice", 3)]
    [InlineData("{\n \"year\": 2027, \"off\": [\"2027-01-01\"],\n \"holidays\": [\n  { \"from\": \"2027-01-01\" } ]\n}", "calendars.nameless", 4)]
    [InlineData("{\n \"year\": 2027, \"off\": [\"2027-01-01\"],\n \"holidays\": [\n  { \"name\": \"x\", \"from\": \"2027-01-03\", \"to\": \"2027-01-01\" } ]\n}", "calendars.span", 4)]
    [InlineData("{\n \"year\": 2027,\n \"off\": [\"2027-01-01\",]\n}", "calendars.json", 3)]
    public void Read_MistakeInANotice_NamesItsLine(string json, string code, int line)
    {
        var found = Read(json).Problems[0];

        Assert.Equal((code, line), (found.What.Code, found.Line));
    }

    [Fact]
    public void Read_SeveralMistakes_NamesAllInTheOrderOfTheFile() => Assert.Equal(
        [("calendars.date", 3), ("calendars.otherYear", 4), ("calendars.workedAnyway", 6)],
        Read("{\n \"year\": 2027, \"off\": [\n  \"soon\",\n  \"2028-01-01\"],\n \"work\": [\n  \"2027-01-04\"]\n}").Problems.Select(p => (p.What.Code, p.Line)));

    [Fact]
    public void Read_DayOffOnAWeekend_IsNotedAndLoaded()
    {
        var file = Read("{\n \"year\": 2027,\n \"off\": [\"2027-01-01\",\n \"2027-01-02\"]\n}");

        Assert.Equal(("calendars.weekendOff", 4, "01-02"), (file.Notes[0].What.Code, file.Notes[0].Line, file.Notes[0].What.Data["days"]));
        Assert.Empty(file.Problems);
        Assert.Equal(2, Assert.Single(file.Years).Off.Count);
    }

    [Fact]
    public void Read_Holidays_AreOffAndKeepTheirNamesAndTheNoticesNumber()
    {
        var year = Assert.Single(Read(
            """{ "year": 2027, "notice": "No. 7", "off": ["2027-01-01"], "holidays": [{ "name": { "zh-CN": "元旦", "en": "New Year" }, "from": "2027-01-01", "to": "2027-01-03" }] }""").Years);

        Assert.Equal(("No. 7", 3, new LocalText("元旦", "New Year")), (year.Notice, year.Off.Count, year.Names[Calendars.Day("2027-01-03")]));
    }

    [Fact]
    public void Read_FileBeyondTheBound_IsRefused() => Assert.Equal(
        "calendars.tooLarge", Assert.Single(Read(new string(' ', CalendarFile.MostBytes + 1)).Problems).What.Code);

    [Fact]
    public void Read_MoreDaysOffThanAYearHas_IsRefused()
    {
        var days = string.Join(',', Enumerable.Range(0, CalendarYear.MostDaysOff + 1).Select(d => $"\"{Calendars.Day("2027-01-01").AddDays(d):yyyy-MM-dd}\""));

        Assert.Contains(Read($$"""{ "year": 2027, "off": [{{days}}] }""").Problems, p => p.What.Code == "calendars.tooMany");
    }

    [Theory]
    [InlineData("data/calendars/2025.json", 2025, 28, 5)]
    [InlineData("data/calendars/2026.json", 2026, 33, 6)]
    public void Read_NoticeOfTheProduct_NamesEveryHoliday(string file, int number, int off, int work)
    {
        var read = CalendarFile.Read(TestData.Bytes(file));
        var year = Assert.Single(read.Years);

        Assert.Empty(read.Problems);
        Assert.Equal((number, off, work), (year.Year, year.Off.Count, year.Work.Count));
        Assert.All(year.Off, d => Assert.True(year.Names.ContainsKey(d), $"{d} has no name"));
        Assert.NotNull(year.Notice);
    }

    [Fact]
    public void DaysUnlike_FirstNoticeOfAYear_AreThoseThatWeekendsGetWrong()
    {
        var year = Calendars.Loaded.YearOf(2026)!;

        Assert.DoesNotContain(Calendars.Day("2026-01-03"), year.DaysUnlike(null)); // off, and a Saturday anyway
        Assert.Contains(Calendars.Day("2026-09-20"), year.DaysUnlike(null));
        Assert.Empty(year.DaysUnlike(year));
    }

    private static CalendarFile Read(string json) => CalendarFile.Read(Encoding.UTF8.GetBytes(json));
}
