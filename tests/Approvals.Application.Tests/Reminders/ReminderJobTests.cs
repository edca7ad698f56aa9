using Approvals.Application.Database;
using Approvals.Application.Entitlements;
using Approvals.Application.Jobs;
using Approvals.Application.MessageTexts;
using Approvals.Application.News;
using Approvals.Application.Outbox;
using Approvals.Application.People;
using Approvals.Application.Reminders;
using Approvals.Application.Rights;
using Approvals.Application.Tasks;
using Approvals.Feel;
using Approvals.Infrastructure.Pumps;
using Approvals.TestKit.Cases;
using Approvals.TestKit.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Application.Tests.Reminders;

/// <summary>The shipped rules and messages on a real case: who is reminded, when, how often.</summary>
public sealed class ReminderJobTests
{
    [Theory, AllDatabases]
    public async Task Jobs_TaskThroughYellowAndRed_RemindReviewersThenTheirLeadOnceEach(DatabaseKind kind)
    {
        await using var host = await HostAsync(kind);
        var lead = await host.PersonAsync("lead", Roles.Lead, "220104");
        var id = await host.CaseAsync();
        var task = Assert.Single(await host.TasksAsync(id));

        await DaysAsync(host, task.YellowAt!.Value.AddDays(1));
        Assert.Equal(["first task-yellow", "second task-yellow"], await RemindedAsync(host));

        await DaysAsync(host, task.DueAt!.Value.AddDays(6));
        Assert.Equal(["first task-red", "first task-yellow", "lead task-escalated", "second task-red", "second task-yellow"], await RemindedAsync(host));
        var told = await host.ReadAsync(c => c.Reminders.AsNoTracking().Where(r => r.UserId == lead.Id).SingleAsync());
        var red = await host.ReadAsync(c => c.Reminders.AsNoTracking().Where(r => r.Template == "task-red").Select(r => r.NotBefore).FirstAsync());
        Assert.True(told.NotBefore > red, "The lead hears of it after the reviewers.");
    }

    [Theory, AllDatabases]
    public async Task Jobs_WhoIsAwayOnTheDay_IsRemindedTogetherWithWhoStandsIn(DatabaseKind kind)
    {
        await using var host = await HostAsync(kind);
        var (third, fourth, fifth) = (await host.PersonAsync("third", Roles.Reviewer, "220106"), await host.PersonAsync("fourth", Roles.Reviewer, "220106"), await host.PersonAsync("fifth", Roles.Reviewer, "220106"));
        var task = Assert.Single(await host.TasksAsync(await host.CaseAsync()));
        var yellow = DateOnly.FromDateTime(task.YellowAt!.Value.ToOffset(TimeSpan.FromHours(8)).Date);
        await AwayAsync(host, host.First, third, yellow.AddDays(-3), yellow.AddDays(1));
        await AwayAsync(host, host.First, fourth, yellow.AddDays(2), yellow.AddDays(30));
        await AwayAsync(host, host.Second, fifth, yellow.AddDays(-3), yellow.AddDays(30), service: "another");

        await DaysAsync(host, task.YellowAt!.Value.AddDays(1));
        Assert.Equal(["first task-yellow", "second task-yellow", "third task-yellow"], await RemindedAsync(host));

        await SendAsync(host);
        Assert.Contains("1 条提醒", Body(Mails(host), "third@example.org"), StringComparison.Ordinal);
        await DaysAsync(host, task.DueAt!.Value.AddDays(6));
        Assert.Equal(["first task-red", "fourth task-red", "second task-red"], (await RemindedAsync(host)).Where(r => r.EndsWith("red", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Jobs_WhatSomebodyFilesThemselves_RemindsNoSubstitute()
    {
        await using var host = await HostAsync(DatabaseKind.Sqlite);
        var third = await host.PersonAsync("third", Roles.Reviewer, "220104");
        await CardAsync(host, endsInDays: 31);
        await AwayAsync(host, host.Applicant, third, new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31));

        await DaysAsync(host, host.Host.Time.GetUtcNow().AddDays(2));

        Assert.Equal(["applicant entitlement-ends"], await RemindedAsync(host));
    }

    [Theory, AllDatabases]
    public async Task Jobs_ManyRemindersOfADay_AreOneMailAPersonInTheirLanguage(DatabaseKind kind)
    {
        await using var host = await HostAsync(kind);
        await host.ReadAsync(c => c.Users.Where(u => u.UserName == "second").ExecuteUpdateAsync(u => u.SetProperty(x => x.Language, "en")));
        List<Guid> cases = [await host.CaseAsync(), await FileAnotherAsync(host), await FileAnotherAsync(host)];
        var yellow = (await host.TasksAsync(cases[^1]))[0].YellowAt!.Value;
        await DaysAsync(host, yellow.AddDays(1));

        await SendAsync(host);

        var mails = Mails(host);
        Assert.Equal(2, mails.Count);
        var (first, second) = (Body(mails, "first@example.org"), Body(mails, "second@example.org"));
        var numbers = await host.ReadAsync(c => c.Cases.Where(r => cases.Contains(r.Id)).Select(r => r.Number).ToListAsync());
        Assert.All(numbers, n => Assert.True(first.Contains(n, StringComparison.Ordinal) && second.Contains(n, StringComparison.Ordinal)));
        Assert.Contains("3 条提醒", first, StringComparison.Ordinal);
        Assert.Contains("there are 3 reminders today", second, StringComparison.Ordinal);
        Assert.Contains($"/work/tasks/{(await host.TasksAsync(cases[0]))[0].Id}", first, StringComparison.Ordinal);
        Assert.Contains("<h3", first, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Digest_WhatWasDoneMeanwhile_IsNotInItAndNothingLeavesForNothing()
    {
        await using var host = await HostAsync(DatabaseKind.Sqlite);
        var id = await host.CaseAsync();
        var task = (await host.TasksAsync(id))[0];
        await DaysAsync(host, task.YellowAt!.Value.AddDays(1));
        Assert.True((await host.DecideAsync((await host.TasksAsync(id))[0], host.First, "approve", "click-0009")).IsSuccess);

        await SendAsync(host);

        Assert.Empty(Mails(host));
    }

    [Theory, AllDatabases]
    public async Task Jobs_AfterAStopOfWeeks_RemindOfTheLatestAloneAndRunningAgainOfNothing(DatabaseKind kind)
    {
        await using var host = await HostAsync(kind);
        var card = await CardAsync(host, endsInDays: 120);
        await DaysAsync(host, host.Host.Time.GetUtcNow().AddDays(1));
        Assert.Empty(await RemindedAsync(host));

        host.Host.Time.Advance(TimeSpan.FromDays(114));
        await RunAsync(host, "reminders.find");
        await RunAsync(host, "reminders.find", later: 1);

        Assert.Equal(["applicant entitlement-ends"], await RemindedAsync(host));
        Assert.Equal(2, await host.ReadAsync(c => c.Reminders.Where(r => r.SubjectId == card).Select(r => r.Occurrence).SingleAsync()));
    }

    [Theory, AllDatabases]
    public async Task Jobs_EntitlementThroughItsLastMonths_RemindOn90And30And7Days(DatabaseKind kind)
    {
        await using var host = await HostAsync(kind);
        var card = await CardAsync(host, endsInDays: 100);
        var last = await host.ReadAsync(c => c.Entitlements.Where(e => e.Id == card).Select(e => e.ValidTo!.Value).SingleAsync());

        await DaysAsync(host, host.Host.Time.GetUtcNow().AddDays(110));

        var days = await host.ReadAsync(c => c.Reminders.Where(r => r.SubjectId == card).OrderBy(r => r.DueAt).Select(r => r.DueAt).ToListAsync());
        Assert.Equal([last.AddDays(-90), last.AddDays(-30), last.AddDays(-7)], days.Select(d => DateOnly.FromDateTime(d.ToOffset(TimeSpan.FromHours(8)).DateTime)));
        Assert.Equal(3, await host.ReadAsync(c => c.OutboxMessages.CountAsync(m => m.Kind == DigestMail.MailKind)));
    }

    [Theory, AllDatabases]
    public async Task Jobs_WhatIsAskedForInTime_IsRemindedOfOnlyWhenThatIsOverAndBroughtNothing(DatabaseKind kind)
    {
        await using var host = await HostAsync(kind);
        await CardAsync(host, endsInDays: 100);
        var today = DateOnly.FromDateTime(host.Host.Time.GetLocalNow().Date);
        await host.ReadAsync(c => c.Entitlements.ExecuteUpdateAsync(e => e.SetProperty(x => x.RenewalFiledOn, today)));
        await DaysAsync(host, host.Host.Time.GetUtcNow().AddDays(80));
        Assert.Empty(await RemindedAsync(host));

        await host.ReadAsync(c => c.Entitlements.ExecuteUpdateAsync(e => e.SetProperty(x => x.RenewalDecidedOn, today.AddDays(80))));
        await DaysAsync(host, host.Host.Time.GetUtcNow().AddDays(2));

        Assert.Equal(["applicant entitlement-ends"], await RemindedAsync(host));
    }

    [Fact]
    public async Task Jobs_SwitchedOffWhereItIsOptional_RemindOthersOnly()
    {
        await using var host = await HostAsync(DatabaseKind.Sqlite);
        Assert.True((await SwitchAsync(host, "task-yellow", host.First)).IsSuccess);
        var refused = await SwitchAsync(host, "task-red", host.First);
        var task = (await host.TasksAsync(await host.CaseAsync()))[0];

        await DaysAsync(host, task.YellowAt!.Value.AddDays(1));

        Assert.Equal("reminders.notOptional", refused.Error!.Code);
        Assert.Equal(["second task-yellow"], await RemindedAsync(host));
    }

    [Fact]
    public async Task Jobs_RuleThatIsSwitchedOffOrNew_MakesUpForNothing()
    {
        await using var host = await HostAsync(DatabaseKind.Sqlite);
        var admin = await host.PersonAsync("editor", Roles.PolicyEditor, "220000");
        var task = (await host.TasksAsync(await host.CaseAsync()))[0];
        var rule = (await host.UseAsync<KeepReminders, Result<IReadOnlyList<ReminderRuleDto>>>(u => u.ListAsync(admin, default))).Value.Single(r => r.Code == "task-yellow");
        var off = await host.UseAsync<KeepReminders, Result<ReminderRuleDto>>(u => u.KeepAsync(rule.Code, new KeepReminders.Request(rule.Fields, false, rule.Etag), admin, default));
        host.Host.Time.SetUtcNow(task.YellowAt!.Value.AddHours(1));
        await RunAsync(host, "reminders.find");
        Assert.True((await host.UseAsync<KeepReminders, Result<ReminderRuleDto>>(u => u.KeepAsync(rule.Code, new KeepReminders.Request(rule.Fields, true, off.Value.Etag), admin, default))).IsSuccess);

        await RunAsync(host, "reminders.find", later: 1);

        Assert.Empty(await RemindedAsync(host));
        Assert.Equal(2, await host.ReadAsync(c => c.AuditEntries.CountAsync(a => a.Action == "reminders.changed")));
    }

    [Fact]
    public async Task News_OfAReminder_SayItInTheReadersLanguage()
    {
        await using var host = await HostAsync(DatabaseKind.Sqlite);
        var id = await host.CaseAsync();
        var task = (await host.TasksAsync(id))[0];
        await DaysAsync(host, task.YellowAt!.Value.AddDays(1));

        var news = (await host.UseAsync<NewsList, Result<NewsPageDto>>(u => u.ReadAsync(true, null, host.First with { Language = "en" }, default))).Value;

        var line = Assert.Single(news.Items);
        Assert.Contains("little time left", line.Text, StringComparison.Ordinal);
        Assert.Equal((task.Id.ToString(), 1), (line.TaskId, news.Unread.Count));
        Assert.Equal(1, await host.ReadAsync(c => c.NewsSignals.CountAsync(s => s.UserId == host.First.Id)));
    }

    private static async Task<CaseHost> HostAsync(DatabaseKind kind)
    {
        var host = await CaseHost.CreateAsync(kind);
        await host.InAsync(async services =>
        {
            await services.GetRequiredService<LoadMessages>().HandleAsync(Path.Combine(CaseHost.Root(), "data", "messages"), default);
            await services.GetRequiredService<LoadReminders>().HandleAsync(Path.Combine(CaseHost.Root(), "data", "reminders.json"), default);
            return true;
        });
        return host;
    }

    private static Task AwayAsync(CaseHost host, CurrentUser away, CurrentUser substitute, DateOnly from, DateOnly to, string? service = null) => host.Host.AddAsync(new Substitution
    {
        Id = Guid.NewGuid(), PersonUserId = away.Id, SubstituteUserId = substitute.Id, From = from, To = to, ServiceCode = service, Reason = "休假", CreatedByUserId = away.Id, CreatedAt = host.Host.Time.GetUtcNow(),
    });

    private static Task<Result<Unit>> SwitchAsync(CaseHost host, string code, CurrentUser user) =>
        host.UseAsync<OwnReminders, Result<Unit>>(u => u.SwitchAsync(code, false, user, default));

    private static async Task<Guid> FileAnotherAsync(CaseHost host)
    {
        var other = await host.PersonAsync($"applicant{Guid.NewGuid():N}", Roles.Applicant, "220104");
        return await host.FileAsync(SmallPackage.Code, other, new { name = "李试", amount = 3m, account = "6222000011113333" });
    }

    private static async Task<Guid> CardAsync(CaseHost host, int endsInDays)
    {
        await host.GrantedAsync();
        var day = DateOnly.FromDateTime(host.Host.Time.GetLocalNow().Date).AddDays(endsInDays);
        await host.ReadAsync(c => c.Entitlements.ExecuteUpdateAsync(e => e.SetProperty(x => x.ValidTo, day)));
        return await host.ReadAsync(c => c.Entitlements.Select(e => e.Id).SingleAsync());
    }

    /// <summary>Runs the jobs at their hours, day by day, as the plan has them.</summary>
    private static async Task DaysAsync(CaseHost host, DateTimeOffset until)
    {
        while (host.Host.Time.GetUtcNow() < until)
        {
            var morning = new DateTimeOffset(host.Host.Time.GetLocalNow().Date.AddDays(1).AddHours(9), TimeSpan.FromHours(8));
            host.Host.Time.SetUtcNow(morning);
            await RunAsync(host, "reminders.find");
            await RunAsync(host, "reminders.digest");
        }
    }

    private static Task<bool> RunAsync(CaseHost host, string job, int later = 0) =>
        host.UseAsync<JobRunner, bool>(u => u.RunAsync(job, host.Host.Time.GetUtcNow().AddSeconds(later), default));

    private static Task<int> SendAsync(CaseHost host) => host.Host.Services.GetRequiredService<Pump<OutboxMessage>>().DrainAsync(default);

    private static async Task<List<string>> RemindedAsync(CaseHost host) =>
        [.. (await host.ReadAsync(c => c.Reminders.Join(c.Users, r => r.UserId, u => u.Id, (r, u) => new { u.UserName, r.Template }).ToListAsync()))
            .Select(r => $"{r.UserName} {r.Template}").Order(StringComparer.Ordinal)];

    private static List<string> Mails(CaseHost host)
    {
        var folder = Path.Combine(host.Host.DataDirectory, "mail");
        return Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder).Select(File.ReadAllText).Where(t => t.Contains("提醒", StringComparison.Ordinal) || t.Contains("reminder", StringComparison.Ordinal))] : [];
    }

    private static string Body(List<string> mails, string to) => mails.Single(m => m.Contains($"<{to}>", StringComparison.Ordinal));
}
