using Approvals.Domain.Calendars;
using Approvals.Domain.Reminders;
using Approvals.Workflows;

namespace Approvals.Domain.Tests.Reminders;

/// <summary>When rules remind, around the National Day holiday of 2026: 1 to 7 October are off, Saturday 10 October is worked.</summary>
public sealed class ReminderTimesTests
{
    private static readonly WorkingCalendar Calendar = WorkingCalendar.Of(
        [new CalendarYear(2026, [.. Enumerable.Range(1, 7).Select(d => new DateOnly(2026, 10, d))], [new DateOnly(2026, 10, 10)])]);

    private static readonly ReminderRule Rule = new()
    {
        Id = "r", Name = new("提醒", "Reminder"), About = ReminderSubject.OfficeTask, Moment = ReminderMoment.Due, To = [ReminderRecipient.Holder], Channels = ["mail"], Template = "t",
    };

    [Theory]
    [InlineData(1, "2026-09-24", "2026-09-28 09:00")]
    [InlineData(1, "2026-10-08", "2026-10-10 09:00")]
    [InlineData(-1, "2026-09-29", "2026-09-28 09:00")]
    [InlineData(-3, "2026-09-29", "2026-09-24 09:00")]
    public void Due_WorkingDaysFromALimit_AreCountedFromItsLastDayOrTheFirstLateOne(int offset, string lastDay, string expected)
    {
        var rule = Rule with { Offsets = [offset], At = new TimeOnly(9, 0) };

        Assert.Equal(At(expected), rule.Due(Calendar, Calendar.EndOf(DateOnly.Parse(lastDay, System.Globalization.CultureInfo.InvariantCulture)), offset));
    }

    [Fact]
    public void Due_LimitThatEndsBeforeAHoliday_LeavesAWorkingDayBeforeTheLeadIsTold()
    {
        var rule = Rule with { Offsets = [1], At = new TimeOnly(9, 0) };

        Assert.Equal(At("2026-10-09 09:00"), rule.Due(Calendar, Calendar.EndOf(new DateOnly(2026, 9, 30)), 1));
    }

    [Theory]
    [InlineData("2026-05-01 08:59", null)]
    [InlineData("2026-06-01 00:00", null)]
    [InlineData("2026-07-03 09:00", 0)]
    [InlineData("2026-09-02 10:00", 1)]
    [InlineData("2026-09-24 08:59", 1)]
    [InlineData("2026-09-24 09:00", 2)]
    [InlineData("2026-09-30 23:00", 2)]
    public void Latest_AfterAnyStop_IsTheLatestOccurrenceAlone(string now, int? expected)
    {
        var rule = Rule with { About = ReminderSubject.Entitlement, Moment = ReminderMoment.Ends, Offsets = [-90, -30, -7], Unit = LimitUnit.Days, At = new TimeOnly(9, 0) };

        Assert.Equal(expected, rule.Latest(Calendar, Calendar.StartOf(new DateOnly(2026, 10, 1)), At(now))?.Number);
    }

    [Theory]
    [InlineData("2026-09-30 09:00", "2026-09-30 09:00")]
    [InlineData("2026-09-30 08:59", "2026-09-29 09:00")]
    [InlineData("2026-10-05 12:00", "2026-09-30 09:00")]
    [InlineData("2026-10-10 09:30", "2026-10-10 09:00")]
    public void Latest_EachWorkingDay_ComesOnWorkedDaysOnly(string now, string expected)
    {
        var rule = Rule with { About = ReminderSubject.Case, Moment = ReminderMoment.Accepted, Repeats = true, At = new TimeOnly(9, 0) };

        Assert.Equal(At(expected), rule.Latest(Calendar, At("2026-09-21 14:00"), At(now))!.Value.Due);
    }

    [Fact]
    public void Latest_EachWorkingDay_BeginsAfterTheMoment()
    {
        var rule = Rule with { About = ReminderSubject.Case, Moment = ReminderMoment.Accepted, Repeats = true, At = new TimeOnly(9, 0) };

        Assert.Null(rule.Latest(Calendar, At("2026-09-21 14:00"), At("2026-09-21 15:00")));
        Assert.NotNull(rule.Latest(Calendar, At("2026-09-21 14:00"), At("2026-09-22 09:00")));
    }

    [Theory]
    [InlineData("2026-09-29 20:59", "2026-09-29 20:59")]
    [InlineData("2026-09-29 21:00", "2026-09-30 08:00")]
    [InlineData("2026-09-29 07:59", "2026-09-29 08:00")]
    [InlineData("2026-09-30 23:30", "2026-10-08 09:00")]
    [InlineData("2026-10-03 12:00", "2026-10-08 09:00")]
    [InlineData("2026-10-10 12:00", "2026-10-10 12:00")]
    public void Shifted_QuietHoursAndDaysOff_AreShiftedAndNeverDropped(string due, string expected)
    {
        var rule = Rule with { Quiet = new QuietHours(new TimeOnly(21, 0), new TimeOnly(8, 0)), WorkingDaysOnly = true };

        Assert.Equal(At(expected), rule.Shifted(Calendar, At(due)));
    }

    [Theory]
    [InlineData("""{"id":"A b"}""", "/reminders/0/id", "reminders.id")]
    [InlineData("""{"moment":"ends"}""", "/reminders/0/moment", "reminders.moment")]
    [InlineData("""{"to":["applicant"]}""", "/reminders/0/to", "reminders.to")]
    [InlineData("""{"to":[]}""", "/reminders/0/to", "reminders.to")]
    [InlineData("""{"channels":["sms"]}""", "/reminders/0/channels", "reminders.smsInDigest")]
    [InlineData("""{"channels":["pigeon"]}""", "/reminders/0/channels", "package.json.choice")]
    [InlineData("""{"unit":"minutes"}""", "/reminders/0/unit", "package.json.choice")]
    [InlineData("""{"at":"9"}""", "/reminders/0/at", "reminders.time")]
    [InlineData("""{"unit":"hours","at":"09:00"}""", "/reminders/0/at", "reminders.atWithHours")]
    [InlineData("""{"repeats":true,"offsets":[1,2]}""", "/reminders/0/offsets", "reminders.repeatsOnce")]
    [InlineData("""{"offsets":[]}""", "/reminders/0/offsets", "reminders.offsets")]
    [InlineData("""{"offsets":[99999]}""", "/reminders/0/offsets", "reminders.offsets")]
    [InlineData("""{"quiet":{"from":"08:00","to":"08:00"}}""", "/reminders/0/quiet", "reminders.quiet")]
    [InlineData("""{"kinds":["card"]}""", "/reminders/0/kinds", "reminders.kinds")]
    [InlineData("""{"template":null}""", "/reminders/0/template", "package.json.missing")]
    public void ReadFile_RuleThatFitsNothing_SaysWhere(string change, string place, string code)
    {
        var rule = System.Text.Json.Nodes.JsonNode.Parse(
            """{"id":"late","name":{"zh-CN":"超期","en":"Late"},"about":"officeTask","moment":"due","to":["holder"],"channels":["mail"],"template":"task-red"}""")!.AsObject();
        foreach (var (name, value) in System.Text.Json.Nodes.JsonNode.Parse(change)!.AsObject())
        {
            rule[name] = value?.DeepClone();
        }

        var load = ReminderReader.ReadFile("reminders.json", System.Text.Encoding.UTF8.GetBytes($$"""{"reminders":[{{rule.ToJsonString()}}]}"""));

        Assert.Empty(load.Rules);
        Assert.Contains(load.Problems, p => (p.Place, p.Code) == (place, code));
    }

    private static DateTimeOffset At(string local) => new(DateTime.ParseExact(local, "yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture), TimeSpan.FromHours(8));
}
