using Approvals.Workflows;
using Approvals.Domain.Calendars;
using FsCheck;
using FsCheck.Fluent;

namespace Approvals.Domain.Tests.Calendars;

public sealed class DueDatesTests
{
    private static readonly WorkingCalendar Calendar = Calendars.Loaded;

    public static TheoryData<string, int, string> Vectors()
    {
        var data = new TheoryData<string, int, string>();
        foreach (var vector in TestData.Json("data/working-days.json").GetProperty("cases").EnumerateArray())
        {
            data.Add(vector.GetProperty("received").GetString()!, vector.GetProperty("workingDays").GetInt32(), vector.GetProperty("due").GetString()!);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Resolve_Vector_GivesItsDate(string received, int workingDays, string due) =>
        Assert.Equal(Day(due), Calendar.Resolve(Limit.WorkingDays(workingDays), Day(received)).On);

    [Fact]
    public void Resolve_LimitInTime_EndsWithTheDay()
    {
        var due = Calendar.Resolve(Limit.WorkingDays(1), At("2026-09-16T23:59"));

        Assert.Equal(At("2026-09-18T00:00"), due.At);
        Assert.Equal(Light.Yellow, due.LightAt(At("2026-09-17T23:59")));
        Assert.Equal(Light.Red, due.LightAt(At("2026-09-18T00:00")));
    }

    [Theory]
    [InlineData("2026-12-30", 3, "2027-01-04", true)] // New Year 2027 is not published: its 1 January counts as a Friday
    [InlineData("2025-12-30", 3, "2026-01-05", false)] // 1 to 3 January off, 4 January worked
    [InlineData("2024-02-28", 1, "2024-02-29", true)]
    public void Resolve_AtYearsEndAndLeapDay_CountsOn(string received, int workingDays, string due, bool provisional)
    {
        var resolved = Calendar.Resolve(Limit.WorkingDays(workingDays), Day(received));

        Assert.Equal(Day(due), resolved.On);
        Assert.Equal(provisional, resolved.IsProvisional);
    }

    [Theory]
    [InlineData("2026-09-22", 3, "2026-09-28")] // ends on 25 September, which is off until the 27th
    [InlineData("2026-09-14", 6, "2026-09-20")] // a make-up Sunday is a working day
    [InlineData("2024-01-30", 30, "2024-02-29")]
    public void Resolve_NaturalDays_MoveToTheNextWorkingDay(string received, int days, string due) =>
        Assert.Equal(Day(due), Calendar.Resolve(new Limit(days, LimitUnit.Days), Day(received)).On);

    [Fact]
    public void Resolve_ClockStopped_LeavesThoseDaysOut()
    {
        var stop = new ClockStop(At("2026-03-03T10:00"), At("2026-03-10T15:00"));

        var due = Calendar.Resolve(Limit.WorkingDays(5), At("2026-03-02T09:00"), stop);

        Assert.Equal(Day("2026-03-16"), due.On);
        Assert.Equal(new DayRange(Day("2026-03-04"), Day("2026-03-10")), Assert.Single(due.Explanation.Stopped));
    }

    [Fact]
    public void Resolve_ClockStillStopped_HasNoDateButWhatIsLeft()
    {
        var due = Calendar.Resolve(Limit.WorkingDays(5), At("2026-03-02T09:00"), new ClockStop(At("2026-03-04T10:00"), null));

        Assert.Null(due.On);
        Assert.Equal(3, due.Left);
        Assert.Equal(Light.Stopped, due.LightAt(At("2030-01-01T00:00")));
        Assert.Null(Calendar.WorkingDaysLeft(due, Day("2026-03-05")));
    }

    [Fact]
    public void Resolve_StopAfterTheEnd_ChangesNothing() =>
        Assert.Equal(Day("2026-03-09"), Calendar.Resolve(Limit.WorkingDays(5), At("2026-03-02T09:00"), new ClockStop(At("2026-03-09T12:00"), null)).On);

    [Fact]
    public void Resolve_Hours_RunThroughTheNightAndAreHeldUpByStops()
    {
        var stops = new[] { new ClockStop(At("2026-03-02T12:00"), At("2026-03-02T14:00")), new ClockStop(At("2026-03-02T13:00"), At("2026-03-02T15:00")) };

        var due = Calendar.Resolve(new Limit(24, LimitUnit.Hours), At("2026-03-02T10:00"), stops);

        Assert.Equal(At("2026-03-03T13:00"), due.At);
        Assert.Equal(Light.Green, due.LightAt(At("2026-03-03T08:11")));
        Assert.Equal(Light.Yellow, due.LightAt(At("2026-03-03T08:12")));
    }

    [Fact]
    public void Resolve_HoursStillStopped_SayHowMuchIsLeft()
    {
        var due = Calendar.Resolve(new Limit(24, LimitUnit.Hours), At("2026-03-02T10:00"), new ClockStop(At("2026-03-02T14:00"), null));

        Assert.Null(due.At);
        Assert.Equal(20, due.Left);
    }

    [Theory]
    [InlineData(5, "2026-03-05")] // two working days left
    [InlineData(20, "2026-03-24")] // a fifth of twenty
    [InlineData(2, "2026-03-02")]
    public void YellowAt_Limit_IsTwoDaysOrAFifthBefore(int workingDays, string yellow) =>
        Assert.Equal(Calendar.StartOf(Day(yellow)), Calendar.Resolve(Limit.WorkingDays(workingDays), Day("2026-03-02")).YellowAt);

    [Fact]
    public void Describe_Limit_SaysWhyTheDateIsSo()
    {
        var texts = MessageCatalog.Load(typeof(WorkingCalendar).Assembly);
        var due = Calendar.Resolve(Limit.WorkingDays(10), Day("2026-09-18"));

        Assert.Equal("received 2026-09-18, 10 working days, holidays 9/25–27 and 10/1–7, make-up day 9/20 → 2026-10-09", due.Describe(texts, "en"));
        Assert.Equal("2026-09-18 收到，10 个工作日，节假日 9/25–27、10/1–7，调休上班 9/20 → 2026-10-09", due.Describe(texts, "zh-CN"));
    }

    [Fact]
    public void Resolve_AnyLimit_EndsOnAWorkingDayWithSoManyWorkingDaysBetween() =>
        Check.QuickThrowOnFailure(Prop.ForAll(
            ArbMap.Default.ArbFor<int>(), ArbMap.Default.ArbFor<byte>(), (int offset, byte length) =>
            {
                var received = Day("2026-01-01").AddDays(offset % 1500);
                var due = Calendar.Resolve(Limit.WorkingDays(length + 1), received);
                return Calendar.IsWorkday(due.On!.Value)
                    && Calendar.WorkingDaysBetween(received, due.On.Value) == length + 1
                    && due.YellowAt <= due.At;
            }));

    [Fact]
    public void Resolve_WithAStop_IsNeverEarlierThanWithout() =>
        Check.QuickThrowOnFailure(Prop.ForAll(
            ArbMap.Default.ArbFor<byte>(), ArbMap.Default.ArbFor<byte>(), ArbMap.Default.ArbFor<byte>(), (byte length, byte start, byte days) =>
            {
                var from = At("2026-03-02T09:00").AddDays(start);
                var stopped = Calendar.Resolve(Limit.WorkingDays(length), At("2026-03-02T09:00"), new ClockStop(from, from.AddDays(days)));
                return stopped.On >= Calendar.Resolve(Limit.WorkingDays(length), At("2026-03-02T09:00")).On;
            }));

    private static DateOnly Day(string text) => Calendars.Day(text);

    private static DateTimeOffset At(string text) => Calendars.At(text);
}
