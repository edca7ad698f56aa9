using Approvals.Application.Cases;
using Approvals.Application.CaseViews;
using Approvals.Application.Database;
using Approvals.Application.Rights;
using Approvals.Application.Tasks;
using Approvals.TestKit.Cases;
using Approvals.TestKit.Database;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Tests.Cases;

/// <summary>A lead or a clerk urges the steps of a case: once a day each, by right, and whoever has them is told.</summary>
public sealed class StaffUrgeTests
{
    private const string County = "220104";

    [Theory, AllDatabases]
    public async Task Urge_AQueue_TellsWhoseQueueItIs_AndNotTwiceADay(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var (lead, clerk, id) = (await host.PersonAsync("lead", Roles.Lead, County), await host.PersonAsync("clerk", Roles.IntakeOfficer, County), await host.CaseAsync());

        var first = await UrgeAsync(host, lead, id);
        var again = await UrgeAsync(host, clerk, id);
        var applicant = await UrgeAsync(host, host.Applicant, id);
        host.Host.Time.Advance(TimeSpan.FromDays(1));
        var tomorrow = await UrgeAsync(host, clerk, id);

        Assert.Equal((2, 2), (first.Value.Told, tomorrow.Value.Told));
        Assert.Equal((ErrorKind.TooMany, null), (again.Error?.Kind, applicant.Error?.Kind));
        Assert.Equal([host.First.Id, host.First.Id, host.Second.Id, host.Second.Id], (await ToldAsync(host, id)).Order().ToList());
        Assert.Equal(2, await host.ReadAsync(c => c.Opinions.CountAsync(o => o.CaseId == id && o.Outcome == "Urged")));
        Assert.Equal(2, await host.ReadAsync(c => c.AuditEntries.CountAsync(a => a.CaseId == id && a.Action == "case.urgedByStaff")));
    }

    [Theory, AllDatabases]
    public async Task Urge_AClaimedStep_TellsItsHolderAlone_AndTwoAtOnceAreOne(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var (lead, clerk, id) = (await host.PersonAsync("lead", Roles.Lead, County), await host.PersonAsync("clerk", Roles.IntakeOfficer, County), await host.CaseAsync());
        await host.UseAsync<ClaimTask, Result<ActDone>>(u => u.HandleAsync(new(Assert.Single(host.TasksAsync(id).Result).Id), host.First, default));

        var both = await Task.WhenAll(new[] { lead, clerk }.Select(by => Task.Run(() => UrgeAsync(host, by, id))));

        Assert.Single(both, r => r.IsSuccess);
        Assert.Single(both, r => r.Error?.Code == "cases.alreadyUrged");
        Assert.Equal(host.First.Id, Assert.Single(await ToldAsync(host, id)));
    }

    [Theory, AllDatabases]
    public async Task Urge_ByWhoMayNot_OrAFinishedCase_IsRefusedAndTellsNobody(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var (granted, id) = (await host.GrantedAsync(), await host.CaseAsync());
        var lead = await host.PersonAsync("lead", Roles.Lead, County);
        foreach (var wrong in new[] { host.First, await host.PersonAsync("elsewhere", Roles.Lead, "220204"), await host.PersonAsync("audit", Roles.Auditor, County) })
        {
            Assert.Equal(ErrorKind.Forbidden, (await UrgeAsync(host, wrong, id)).Error?.Kind);
        }

        var task = Assert.Single(await host.TasksAsync(id));
        await host.UseAsync<ReturnTask, Result<ActDone>>(u => u.HandleAsync(new(task.Id, Etag.Of(task), "applicant", "请更正", "click-0003") { Fields = ["amount"] }, host.First, default));
        var waiting = await UrgeAsync(host, lead, id);

        Assert.Equal("cases.nobodyToUrge", waiting.Error?.Code);
        Assert.Equal("cases.finished", (await UrgeAsync(host, lead, granted)).Error?.Code);
        Assert.Empty(await ToldAsync(host, id));
    }

    [Theory, AllDatabases]
    public async Task CasePage_OffersItToTheLead_UntilItWasDoneToday_AndTellsTheLineToStaffAlone(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var (lead, id) = (await host.PersonAsync("lead", Roles.Lead, County), await host.CaseAsync());

        var before = await ViewAsync(host, lead, id);
        await UrgeAsync(host, lead, id);
        var (after, own, reviewer) = (await ViewAsync(host, lead, id), await ViewAsync(host, host.Applicant, id), await ViewAsync(host, host.First, id));

        Assert.Equal((true, false, true), (before.Actions.Contains(CaseAction.Urge), before.UrgedToday, after.UrgedToday));
        Assert.Equal((false, false), (own.UrgedToday, reviewer.Actions.Contains(CaseAction.Urge)));
        Assert.Equal("催办", Assert.Single(after.Timeline.SelectMany(s => s.Lines)).Text);
        Assert.Empty(own.Timeline.SelectMany(s => s.Lines));
    }

    private static Task<Result<UrgeCase.Urged>> UrgeAsync(CaseHost host, CurrentUser by, Guid id) =>
        host.UseAsync<UrgeCase, Result<UrgeCase.Urged>>(u => u.HandleAsync(new(id), by, default));

    private static async Task<CaseDto> ViewAsync(CaseHost host, CurrentUser by, Guid id) =>
        (await host.UseAsync<CaseView, Result<CaseDto>>(v => v.ReadAsync(id, by, default))).Value;

    private static Task<List<Guid>> ToldAsync(CaseHost host, Guid id) =>
        host.ReadAsync(c => c.Notifications.Where(n => n.CaseId == id && n.Template == "tasks.urgedByStaff").Select(n => n.UserId).ToListAsync());
}
