using Approvals.Application.Feedback;
using Approvals.Application.Limits;
using Approvals.Application.Paging;
using Approvals.Application.Rights;
using Approvals.TestKit.Cases;
using Approvals.TestKit.Database;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Tests.Feedback;

/// <summary>Ratings and complaints reach an officer who did not handle the case, who calls first and then answers, each in time.</summary>
public sealed class FeedbackTests
{
    [Theory, AllDatabases]
    public async Task Rate_NamedAndLow_IsCalledBackInOneWorkingDayAndAnsweredInFifteen(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var lead = await host.PersonAsync("lead", Roles.Lead, "220104");
        var id = await host.GrantedAsync();

        var rated = await RateAsync(host, id, 1, "等了很久，无人答复。", named: true);

        Assert.Null(rated.Error?.Code);
        var waiting = Assert.Single((await WorkAsync(host, lead)).Value.Items);
        Assert.Equal((FeedbackStage.Contact, 1, "等了很久，无人答复。", host.Applicant.Name), (waiting.Stage, waiting.Level, waiting.Text, waiting.By));
        Assert.Equal(1, waiting.Due.WorkingDaysLeft);
        Assert.Equal("feedback.news.filed", await host.ReadAsync(c => c.Notifications.Where(n => n.UserId == lead.Id).Select(n => n.Template).SingleAsync()));

        Assert.Equal("feedback.contactFirst", (await AnswerAsync(host, lead, waiting, "已致歉。", null)).Error?.Code);
        Assert.True((await ContactAsync(host, lead, waiting, "电话致歉，了解情况。")).IsSuccess);
        var called = Assert.Single((await WorkAsync(host, lead)).Value.Items);
        Assert.Equal((FeedbackStage.Answer, 15), (called.Stage, called.Due.WorkingDaysLeft));
        Assert.True((await AnswerAsync(host, lead, called, "已增设叫号提醒。", null)).IsSuccess);

        Assert.Empty((await WorkAsync(host, lead)).Value.Items);
        var own = Assert.Single((await OwnAsync(host)).Value.Items);
        Assert.Equal((FeedbackStage.Answered, "电话致歉，了解情况。", "已增设叫号提醒。"), (own.Stage, own.ContactNote, own.Answer));
        Assert.Equal(
            ["feedback.news.answered", "feedback.news.contacted"],
            await host.ReadAsync(c => c.Notifications.Where(n => n.UserId == host.Applicant.Id && n.Template.StartsWith("feedback.")).Select(n => n.Template).OrderBy(t => t).ToListAsync()));
    }

    [Theory, AllDatabases]
    public async Task Rate_GoodOrAnonymous_WaitsForNobodyAndTellsNoName(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var lead = await host.PersonAsync("lead", Roles.Lead, "220104");

        await RateAsync(host, await host.GrantedAsync(), 1, "不愿留名。", named: false);
        await RateAsync(host, await host.GrantedAsync(), 5, null, named: true);

        Assert.Empty((await WorkAsync(host, lead)).Value.Items);
        var noted = (await WorkAsync(host, lead, open: false)).Value.Items;
        Assert.Equal([FeedbackStage.Noted, FeedbackStage.Noted], noted.Select(f => f.Stage));
        Assert.Null(noted.Single(f => f.Level == 1).By);
        Assert.Equal("feedback.doneAlready", (await ContactAsync(host, lead, noted.Single(f => f.Level == 5), "多谢")).Error?.Code);
    }

    [Theory, AllDatabases]
    public async Task Rate_BeforeTheEndTwiceOrByAnother_CountsOnceByThePartyAfterTheEnd(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var id = await host.CaseAsync();
        Assert.Equal("feedback.notFinished", (await RateAsync(host, id, 5, null, true)).Error?.Code);
        await host.DecideAsync((await host.TasksAsync(id))[0], host.First, "approve", "grant-0001");

        Assert.Equal("feedback.level", (await RateAsync(host, id, 6, null, true)).Error?.Code);
        var (first, second) = (await RateAsync(host, id, 4, "好", true), await RateAsync(host, id, 1, "改主意了", true));

        Assert.Equal(first.Value, second.Value);
        Assert.Equal(4, await host.ReadAsync(c => c.Feedback.Where(f => f.CaseId == id).Select(f => f.Level).SingleAsync()));
        var stranger = await host.PersonAsync("stranger", Roles.Applicant, "220104");
        Assert.Equal(ErrorKind.NotFound, (await RateAsync(host, id, 1, "路过", true, stranger)).Error?.Kind);
        Assert.Equal(ErrorKind.NotFound, (await RateAsync(host, id, 1, "自评", true, host.Second)).Error?.Kind);
    }

    [Theory, AllDatabases]
    public async Task Complain_AboutARunningCase_IsAnsweredByWhoDidNotHandleIt(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var id = await host.CaseAsync();
        var lead = await host.PersonAsync("lead", Roles.Lead, "220104");
        var above = await host.PersonAsync("above", Roles.Lead, "220100");
        var elsewhere = await host.PersonAsync("elsewhere", Roles.Lead, "220200");
        await host.ReadAsync(c => c.TaskItems.Where(t => t.CaseId == id).ExecuteUpdateAsync(s => s.SetProperty(t => t.OwnerUserId, lead.Id)));

        var (filed, again) = (await ComplainAsync(host, id, "click-0001"), await ComplainAsync(host, id, "click-0001"));

        Assert.Equal(filed.Value, again.Value);
        Assert.Empty((await WorkAsync(host, elsewhere)).Value.Items);
        Assert.Equal(ErrorKind.Forbidden, (await WorkAsync(host, host.First)).Error?.Kind);
        var seen = Assert.Single((await WorkAsync(host, lead)).Value.Items);
        Assert.Equal("feedback.ownWork", (await ContactAsync(host, lead, seen, "我来处理")).Error?.Code);
        Assert.Equal(ErrorKind.NotFound, (await ContactAsync(host, elsewhere, seen, "我来处理")).Error?.Kind);
        Assert.True((await ContactAsync(host, above, seen, "已联系。")).IsSuccess);
        Assert.Equal("rights.stale", (await ContactAsync(host, above, seen, "再联系。")).Error?.Code);
        var called = Assert.Single((await WorkAsync(host, above)).Value.Items);
        Assert.Equal("feedback.outcome", (await AnswerAsync(host, above, called, "查无此事。", null)).Error?.Code);
        Assert.True((await AnswerAsync(host, above, called, "部分属实，已整改。", ComplaintOutcome.PartlyUpheld)).IsSuccess);
        Assert.Equal("部分属实", Assert.Single((await OwnAsync(host)).Value.Items).OutcomeName);
    }

    [Theory, AllDatabases]
    public async Task Complain_AFourthTimeWithoutAnAnswer_IsAskedToWait(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var id = await host.CaseAsync();
        foreach (var click in Enumerable.Range(1, 3))
        {
            Assert.True((await ComplainAsync(host, id, $"click-000{click}")).IsSuccess);
        }

        Assert.Equal(("feedback.enoughOpen", ErrorKind.TooMany), ((await ComplainAsync(host, id, "click-0004")).Error is { } e ? (e.Code, e.Kind) : default));
    }

    [Theory, AllDatabases]
    public async Task Limit_ChangedAsASetting_CountsFromItsDay(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var lead = await host.PersonAsync("lead", Roles.Lead, "220104");
        var today = DateOnly.FromDateTime(host.Host.Time.GetUtcNow().UtcDateTime);
        await host.InAsync(async services =>
        {
            var context = (Application.Database.ApprovalsDbContext)services.GetService(typeof(Application.Database.ApprovalsDbContext))!;
            context.Settings.Add(new Application.Policies.Setting { Key = "feedback.complaint.contact", ValidFrom = today.AddDays(-1), Value = """{"length":3,"unit":"workingDays"}""" });
            context.Settings.Add(new Application.Policies.Setting { Key = "feedback.complaint.contact", ValidFrom = today.AddDays(30), Value = """{"length":9,"unit":"workingDays"}""" });
            return await context.SaveChangesAsync();
        });

        await ComplainAsync(host, await host.CaseAsync(), "click-0001");

        Assert.Equal((DueState.Green, 3), (await WorkAsync(host, lead)).Value.Items.Select(f => (f.Due.State, f.Due.WorkingDaysLeft!.Value)).Single());
    }

    private static Task<Result<Guid>> RateAsync(CaseHost host, Guid id, int level, string? text, bool named, CurrentUser? by = null) =>
        host.UseAsync<RateCase, Result<Guid>>(u => u.HandleAsync(new RateCase.Request(id, level, text, named), by ?? host.Applicant, default));

    private static Task<Result<Guid>> ComplainAsync(CaseHost host, Guid id, string key) => host.UseAsync<FileComplaint, Result<Guid>>(u => u.HandleAsync(
        new FileComplaint.Request(id, ComplaintTopic.Delay, "三周没有任何进展。", key), host.Applicant, default));

    private static Task<Result<Unit>> ContactAsync(CaseHost host, CurrentUser by, FeedbackDto seen, string note) => host.UseAsync<ContactAbout, Result<Unit>>(u => u.HandleAsync(
        new ContactAbout.Request(Guid.Parse(seen.Id), seen.Etag, note), by, default));

    private static Task<Result<Unit>> AnswerAsync(CaseHost host, CurrentUser by, FeedbackDto seen, string text, ComplaintOutcome? outcome) =>
        host.UseAsync<AnswerFeedback, Result<Unit>>(u => u.HandleAsync(new AnswerFeedback.Request(Guid.Parse(seen.Id), seen.Etag, text, outcome), by, default));

    private static Task<Result<Page<FeedbackDto>>> WorkAsync(CaseHost host, CurrentUser by, bool open = true) =>
        host.UseAsync<FeedbackList, Result<Page<FeedbackDto>>>(u => u.ForOfficerAsync(open, null, by, default));

    private static Task<Result<Page<FeedbackDto>>> OwnAsync(CaseHost host) =>
        host.UseAsync<FeedbackList, Result<Page<FeedbackDto>>>(u => u.OwnAsync(null, null, host.Applicant, default));
}
