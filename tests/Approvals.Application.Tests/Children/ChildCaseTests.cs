using Approvals.Application.Cases;
using Approvals.Application.CaseViews;
using Approvals.Application.Children;
using Approvals.Application.Corrections;
using Approvals.Application.Outbox;
using Approvals.Application.Rights;
using Approvals.Application.Tasks;
using Approvals.TestKit.Cases;
using Approvals.TestKit.Database;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Tests.Children;

/// <summary>A case starts another: from the parent through the pumps to the child and back.</summary>
public sealed class ChildCaseTests
{
    [Theory, AllDatabases]
    public async Task Child_AfterThePump_IsACaseOfItsOwnPrefilledAndOpen(DatabaseKind kind)
    {
        await using var host = await HostAsync(kind);
        var parent = await host.CaseAsync("parent");
        Assert.Null((await host.RowAsync(parent)).FinishedAt);

        await host.PumpAsync();

        var (child, number) = (await ChildAsync(host, parent), (await host.RowAsync(parent)).Number);
        Assert.Equal((SmallPackage.Code, FiledBy.Job, host.Applicant.Id), (child.ServiceCode, child.FiledBy, child.ApplicantUserId!.Value));
        Assert.NotEqual(number, child.Number);
        var task = Assert.Single(await host.TasksAsync(child.Id));
        Assert.Equal(("Fill", host.Applicant.Id), (task.Kind, task.OwnerUserId!.Value));
        var form = await host.UseAsync<CorrectionLoader, Result<LoadedCorrection>>(u => u.LoadAsync(task.Id, host.Applicant, default));
        Assert.Equal(("applicant", "77"), (form.Value.Answers["name"]!.ToString(), form.Value.Answers["amount"]!.ToString()));
    }

    [Theory]
    [AllDatabases("approve", "granted")]
    [AllDatabases("reject", "refused")]
    public async Task Parent_WhenTheChildEnds_GoesOnByItsResult(DatabaseKind kind, string act, string result)
    {
        await using var host = await HostAsync(kind);
        var parent = await host.CaseAsync("parent");
        await host.PumpAsync();
        var child = await ChildAsync(host, parent);

        await FillAsync(host, child.Id);
        await host.DecideAsync((await host.TasksAsync(child.Id))[0], host.First, act, "click-0002");
        Assert.Null((await host.RowAsync(parent)).FinishedAt);
        await host.PumpAsync();

        Assert.Equal(result, (await host.RowAsync(child.Id)).Result);
        Assert.Equal(result, (await host.RowAsync(parent)).Result);
        Assert.Equal(
            [InboundState.Consumed, InboundState.Consumed], await host.ReadAsync(c => c.InboundEvents.Select(e => e.State).ToListAsync()));
    }

    [Theory]
    [AllDatabases("parent", "terminated")]
    [AllDatabases("leaving-parent", null)]
    [AllDatabases("hasty-parent", "terminated")]
    public async Task Child_WhenTheParentEndsFirst_EndsOnlyIfItIsTiedToIt(DatabaseKind kind, string service, string? result)
    {
        await using var host = await HostAsync(kind);
        var parent = await host.CaseAsync(service);
        await host.PumpAsync();
        var child = await ChildAsync(host, parent);

        var withdrawn = await host.UseAsync<WithdrawCase, Result<Unit>>(u => u.HandleAsync(new WithdrawCase.Request(parent, "不再需要"), host.Applicant, default));
        await host.PumpAsync();

        Assert.True(withdrawn.IsSuccess);
        Assert.Equal(result, (await host.RowAsync(child.Id)).Result);
        Assert.Equal("withdrawn", (await host.RowAsync(parent)).Result);
    }

    [Theory, AllDatabases]
    public async Task Related_OfParentAndChild_LeadBothWaysForWhoMayOpenBothAlone(DatabaseKind kind)
    {
        await using var host = await HostAsync(kind);
        var parent = await host.CaseAsync("parent");
        await host.PumpAsync();
        var child = await ChildAsync(host, parent);
        var ofTheChildsServiceAlone = host.First with { Roles = [.. host.First.Roles.Select(r => r with { Service = SmallPackage.Code })] };
        var there = (await host.RowAsync(parent)).Number;

        var down = Assert.Single(await RelatedAsync(host, parent, host.Applicant));
        var up = Assert.Single(await RelatedAsync(host, child.Id, host.First));

        Assert.Equal((child.Id.ToString(), child.Number, CaseRelation.Started, true), (down.Id, down.Number, down.Relation, down.Awaited));
        Assert.NotNull(down.StepName);
        Assert.Equal((parent.ToString(), there, CaseRelation.StartedBy, null), (up.Id, up.Number, up.Relation, up.StepName));
        Assert.Empty(await RelatedAsync(host, child.Id, ofTheChildsServiceAlone));
    }

    [Fact]
    public async Task Actions_OfWhoMendsIncidents_OfferToMoveTheCaseUntilItEnds()
    {
        await using var host = await CaseHost.CreateAsync(DatabaseKind.Sqlite);
        var id = await host.CaseAsync();
        var (mender, far) = (await host.PersonAsync("mender", Roles.Operator, "220100"), await host.PersonAsync("far", Roles.Operator, "220600"));

        Assert.Contains(CaseAction.Move, (await ViewAsync(host, id, mender)).Value.Actions);
        Assert.DoesNotContain(CaseAction.Move, (await ViewAsync(host, id, host.First)).Value.Actions);
        Assert.Equal(ErrorKind.NotFound, (await ViewAsync(host, id, far)).Error?.Kind);
        await host.DecideAsync((await host.TasksAsync(id))[0], host.First, "approve", "click-0001");
        Assert.DoesNotContain(CaseAction.Move, (await ViewAsync(host, id, mender)).Value.Actions);
    }

    [Theory, AllDatabases]
    public async Task Child_ThatEndsAfterItsParent_DisturbsNobody(DatabaseKind kind)
    {
        await using var host = await HostAsync(kind);
        var parent = await host.CaseAsync("leaving-parent");
        await host.PumpAsync();
        var child = await ChildAsync(host, parent);
        await host.UseAsync<WithdrawCase, Result<Unit>>(u => u.HandleAsync(new WithdrawCase.Request(parent, "不再需要"), host.Applicant, default));

        await FillAsync(host, child.Id);
        await host.DecideAsync((await host.TasksAsync(child.Id))[0], host.First, "approve", "click-0002");
        await host.PumpAsync();

        Assert.Equal("withdrawn", (await host.RowAsync(parent)).Result);
        Assert.Equal(InboundState.Refused, await host.ReadAsync(c => c.InboundEvents.OrderByDescending(e => e.Id).Select(e => e.State).FirstAsync()));
    }

    [Theory, AllDatabases]
    public async Task Start_OfAServiceThatIsNotOffered_IsAnIncident(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        await host.LoadAsync(Parent("orphan", "no-such-service", "cancel", true));

        var id = await host.CaseAsync("orphan");

        Assert.Equal("children.notOffered", await host.ReadAsync(c => c.Incidents.Where(i => i.CaseId == id).Select(i => i.Code).SingleAsync()));
        Assert.False(await host.ReadAsync(c => c.InboundEvents.AnyAsync()));
    }

    [Theory, AllDatabases]
    public async Task Start_BesideAnOpenApplication_IsAnIncident(DatabaseKind kind)
    {
        await using var host = await HostAsync(kind);
        await host.CaseAsync();

        var id = await host.CaseAsync("parent");

        Assert.Equal("children.alreadyOpen", await host.ReadAsync(c => c.Incidents.Where(i => i.CaseId == id).Select(i => i.Code).SingleAsync()));
    }

    private static Task<Result<CaseDto>> ViewAsync(CaseHost host, Guid id, CurrentUser user) =>
        host.UseAsync<CaseView, Result<CaseDto>>(v => v.ReadAsync(id, user, default));

    private static async Task<IReadOnlyList<RelatedCaseDto>> RelatedAsync(CaseHost host, Guid id, CurrentUser user) => (await ViewAsync(host, id, user)).Value.Related;

    private static async Task<CaseHost> HostAsync(DatabaseKind kind)
    {
        var host = await CaseHost.CreateAsync(kind);
        await host.LoadAsync(
            Parent("parent", SmallPackage.Code, "cancel", true), Parent("leaving-parent", SmallPackage.Code, "leave", true),
            Parent("hasty-parent", SmallPackage.Code, "cancel", false));
        return host;
    }

    /// <summary>One that does not wait goes on to a review, so that there is something to withdraw.</summary>
    private static FlowPackage Parent(string code, string service, string onParentEnd, bool wait) => FlowPackage.Begin(code)
        .Step("start", "Approvals.StartCase", ("service", service), ("data", "={ amount: 77, unknown: 1 }"), ("wait", wait), ("onParentEnd", onParentEnd))
        .Review("look").End("yes", "granted").End("no", "refused")
        .Ways("apply>start", wait ? "start>yes" : "start>look", "start:refused>no", "look:Approved>yes", "look:Rejected>no");

    private static Task<Case> ChildAsync(CaseHost host, Guid parent) => host.ReadAsync(async c =>
    {
        var id = await c.ChildCases.Where(l => l.ParentCaseId == parent && l.State == ChildCaseState.Opened).Select(l => l.ChildCaseId).SingleAsync();
        return await c.Cases.AsNoTracking().SingleAsync(row => row.Id == id);
    });

    private static async Task FillAsync(CaseHost host, Guid child)
    {
        var task = Assert.Single(await host.TasksAsync(child));
        var filled = await host.UseAsync<SubmitCorrection, Result<ActDone>>(u => u.HandleAsync(
            new SubmitCorrection.Request(task.Id, null, "click-fill") { Values = CaseHost.Values(new { account = "6222000011112222" }) }, host.Applicant, default));
        Assert.Null(filled.Error?.Code);
    }
}
