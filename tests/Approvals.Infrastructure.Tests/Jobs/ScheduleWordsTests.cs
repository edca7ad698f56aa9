using Approvals.Application.Jobs;
using Approvals.TestKit.Database;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Infrastructure.Tests.Jobs;

public sealed class ScheduleWordsTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 2, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("每分钟", "every minute", "0 * * ? * *", "2026-03-02T02:01Z")]
    [InlineData("每 10 分钟", "every 10 minutes", "0 0/10 * ? * *", "2026-03-02T02:10Z")]
    [InlineData("每 15 分钟，从第 5 分起", "every 15 minutes from minute 5", "0 5/15 * ? * *", "2026-03-02T02:05Z")]
    [InlineData("每小时第 5 分", "every hour at minute 5", "0 5 * ? * *", "2026-03-02T02:05Z")]
    [InlineData("每 6 小时", "every 6 hours", "0 0 0/6 ? * *", "2026-03-02T04:00Z")]
    [InlineData("每日 2:05", "every day at 2:05", "0 5 2 ? * *", "2026-03-02T18:05Z")]
    [InlineData("每周日 4:00", "every Sunday at 4:00", "0 0 4 ? * SUN", "2026-03-07T20:00Z")]
    [InlineData("每月 1 日 2:00", "on day 1 of every month at 2:00", "0 0 2 1 * ?", "2026-03-31T18:00Z")]
    [InlineData("每月最后一天 23:30", "on the last day of every month at 23:30", "0 30 23 L * ?", "2026-03-31T15:30Z")]
    [InlineData("每年 1 月 4 日 7:00", "every year on 4 January at 7:00", "0 0 7 4 1 ?", "2027-01-03T23:00Z")]
    public async Task Read_WordsOfEitherLanguage_AreTheSamePlanAndAreToldBack(string chinese, string english, string cron, string next)
    {
        await using var host = await TestHost.CreateAsync();
        var times = host.Services.GetRequiredService<ICronTimes>();

        var (fromChinese, fromEnglish) = (ScheduleWords.Read(chinese, times, Now), ScheduleWords.Read(english.ToUpperInvariant(), times, Now));

        Assert.Equal((cron, false), (fromChinese.Value.Cron, fromChinese.Value.OnWorkingDays));
        Assert.Equal(fromChinese.Value, fromEnglish.Value);
        Assert.Equal((chinese, english), (ScheduleWords.Tell(fromChinese.Value, "zh-CN"), ScheduleWords.Tell(fromChinese.Value, "en")));
        Assert.Equal(DateTimeOffset.Parse(next, System.Globalization.CultureInfo.InvariantCulture), times.NextAfter(cron, Now));
    }

    [Theory]
    [InlineData("每个工作日 9:00", "每个工作日 9:00")]
    [InlineData("every working day at 09:00", "每个工作日 9:00")]
    [InlineData("每天 02:30", "每日 2:30")]
    [InlineData("每周天4：00", "每周日 4:00")]
    public async Task Read_WaysToSayIt_AreToldInOneWay(string said, string told)
    {
        await using var host = await TestHost.CreateAsync();

        var read = ScheduleWords.Read(said, host.Services.GetRequiredService<ICronTimes>(), Now);

        Assert.Equal(told, ScheduleWords.Tell(read.Value, "zh-CN"));
        Assert.Equal(told.Contains("工作日", StringComparison.Ordinal), read.Value.OnWorkingDays);
    }

    [Theory]
    [InlineData("0 15 10 ? * MON-FRI", null)]
    [InlineData("30 0 0 1 1/3 ?", null)]
    [InlineData("0/5 * * * * ?", "jobs.tooOften")]
    [InlineData("* * * ? * *", "jobs.tooOften")]
    [InlineData("1,2 0 0 ? * *", "jobs.tooOften")]
    [InlineData("0 0 0 30 2 ?", "jobs.neverDue")]
    [InlineData("0 0 25 ? * *", "jobs.neverDue")]
    [InlineData("0 0 2 ? * * 2001", "jobs.neverDue")]
    [InlineData("每 7 分钟", "jobs.words")]
    [InlineData("每日 25:00", "jobs.words")]
    [InlineData("每月 31 日 2:00", "jobs.words")]
    [InlineData("每年 2 月 29 日 2:00", "jobs.words")]
    [InlineData("every someday at 4:00", "jobs.words")]
    [InlineData("有空的时候", "jobs.words")]
    [InlineData("", "jobs.words")]
    public async Task Read_AnExpressionOrSomethingElse_IsTakenOnlyWhereItIsDueOnceAMinuteAtMost(string said, string? error)
    {
        await using var host = await TestHost.CreateAsync();

        Assert.Equal(error, ScheduleWords.Read(said, host.Services.GetRequiredService<ICronTimes>(), Now).Error?.Code);
    }
}
