using Approvals.Application.Batches;
using Approvals.Application.Database;
using Approvals.Application.Rights;
using Approvals.Application.Tasks;
using Approvals.Infrastructure.Pumps;
using Approvals.TestKit.Cases;
using Approvals.TestKit.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Application.Tests.Team;

/// <summary>A lead hands tasks on: one by one, or all of somebody who leaves; only within the own office.</summary>
public sealed class ReassignTests
{
    private const string County = "220104";

    [Theory, AllDatabases]
    public async Task Reassign_AClaimedTask_GoesToTheColleagueAndSaysWhy(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var (id, task, lead) = await ClaimedAsync(host);

        var done = await ReassignAsync(host, lead, task, host.Second.Id);

        Assert.Null(done.Error?.Code);
        var moved = Assert.Single(await host.TasksAsync(id));
        Assert.Equal((host.Second.Id, TaskItemState.Claimed), (moved.OwnerUserId!.Value, moved.State));
        Assert.Equal("tasks.claimedByOther", (await host.DecideAsync(moved, host.First, "approve", "click-0001")).Error?.Code);
        Assert.Equal("调岗", await host.ReadAsync(c => c.Comments.Where(m => m.CaseId == id).Select(m => m.Text).SingleAsync()));
        Assert.Null((await host.DecideAsync(moved, host.Second, "approve", "click-0002")).Error?.Code);
    }

    [Theory, AllDatabases]
    public async Task Reassign_ToTheQueue_LeavesItToEverybody(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var (id, task, lead) = await ClaimedAsync(host);

        Assert.Null((await ReassignAsync(host, lead, task, null)).Error?.Code);

        var back = Assert.Single(await host.TasksAsync(id));
        Assert.Equal((null, TaskItemState.Open), (back.OwnerUserId, back.State));
        Assert.Null((await host.DecideAsync(back, host.Second, "approve", "click-0001")).Error?.Code);
    }

    [Theory, AllDatabases]
    public async Task Reassign_SameClickTwice_IsOneEvent(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var (id, task, lead) = await ClaimedAsync(host);

        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => ReassignAsync(host, lead, task, host.Second.Id))));

        Assert.All(both, r => Assert.Null(r.Error?.Code));
        Assert.Equal(1, await host.ReadAsync(c => c.CaseEvents.CountAsync(e => e.CaseId == id && e.Type == "Reassigned")));
    }

    [Fact]
    public async Task Reassign_OutsideTheOwnOffice_IsNotKnown()
    {
        await using var host = await CaseHost.CreateAsync(DatabaseKind.Sqlite);
        var (_, task, _) = await ClaimedAsync(host);
        var city = await host.PersonAsync("city-lead", Roles.Lead, "220100");
        var other = await host.PersonAsync("other-lead", Roles.Lead, "220600");

        Assert.Equal(ErrorKind.NotFound, (await ReassignAsync(host, city, task, host.Second.Id)).Error?.Kind);
        Assert.Equal(ErrorKind.NotFound, (await ReassignAsync(host, other, task, host.Second.Id)).Error?.Kind);
        Assert.Equal(ErrorKind.Forbidden, (await ReassignAsync(host, host.Second, task, host.Second.Id)).Error?.Kind);
    }

    [Fact]
    public async Task Reassign_ToWhoCouldNotDoIt_IsRefused()
    {
        await using var host = await CaseHost.CreateAsync(DatabaseKind.Sqlite);
        var (_, task, lead) = await ClaimedAsync(host);
        var intake = await host.PersonAsync("intake", Roles.IntakeOfficer, County);
        var far = await host.PersonAsync("far", Roles.Reviewer, "220600");

        Assert.Equal("tasks.unknownPerson", (await ReassignAsync(host, lead, task, intake.Id)).Error?.Code);
        Assert.Equal("tasks.unknownPerson", (await ReassignAsync(host, lead, task, far.Id)).Error?.Code);
    }

    [Theory, AllDatabases]
    public async Task HandOver_OfSomebodyWhoLeft_MovesEachCaseInATransactionOfItsOwnAndTellsWhatBecameOfIt(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var (id, task, lead) = await ClaimedAsync(host);
        await host.ReadAsync(c => c.RoleAssignments.Where(a => a.UserId == host.First.Id)
            .ExecuteUpdateAsync(s => s.SetProperty(a => a.ValidTo, host.Host.Time.GetUtcNow().AddMinutes(-1))));

        var shown = await PreviewAsync(host, lead, host.Second.Id);
        Assert.Equal((1, task.Id.ToString()), (shown.Value.Movable, Assert.Single(shown.Value.Tasks).TaskId));
        var batch = await HandOverAsync(host, lead, host.Second.Id);
        Assert.Null(batch.Error?.Code);
        Assert.Equal((1, 0, 1), await ProgressAsync(host, lead, batch.Value));

        Assert.Equal(1, await host.UseAsync<Pump<CaseBatchItem>, int>(p => p.DrainAsync(CancellationToken.None)));

        Assert.Equal((1, 1, 0), await ProgressAsync(host, lead, batch.Value));
        Assert.Equal(host.Second.Id, Assert.Single(await host.TasksAsync(id)).OwnerUserId);
    }

    [Theory, AllDatabases]
    public async Task HandOver_OfATaskThatSomebodyElseHasByThen_IsRefusedForThatCaseWithTheReason(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var (id, task, lead) = await ClaimedAsync(host);
        var third = await host.PersonAsync("third", Roles.Reviewer, County);
        var batch = await HandOverAsync(host, lead, host.Second.Id);
        await ReassignAsync(host, lead, task, third.Id);

        await host.UseAsync<Pump<CaseBatchItem>, int>(p => p.DrainAsync(CancellationToken.None));

        var progress = await ReadAsync(host, lead, batch.Value);
        Assert.Equal((0, 1, 0), (progress.Value.Done, progress.Value.Refused, progress.Value.Left));
        Assert.Equal(id.ToString(), Assert.Single(progress.Value.Refusals).CaseId);
        Assert.Equal(third.Id, Assert.Single(await host.TasksAsync(id)).OwnerUserId);
        Assert.Equal(ErrorKind.NotFound, (await ReadAsync(host, host.Second, batch.Value)).Error?.Kind);
    }

    private static async Task<(Guid Case, TaskItem Task, CurrentUser Lead)> ClaimedAsync(CaseHost host)
    {
        var lead = await host.PersonAsync("lead", Roles.Lead, County);
        var id = await host.CaseAsync();
        var task = Assert.Single(await host.TasksAsync(id));
        await host.UseAsync<ClaimTask, Result<ActDone>>(u => u.HandleAsync(new ClaimTask.Request(task.Id), host.First, default));
        return (id, Assert.Single(await host.TasksAsync(id)), lead);
    }

    private static Task<Result<ActDone>> ReassignAsync(CaseHost host, CurrentUser lead, TaskItem task, Guid? to) => host.UseAsync<ReassignTask, Result<ActDone>>(u =>
        u.HandleAsync(new ReassignTask.Request([task.Id], to, "调岗", "click-0009") { Etag = Etag.Of(task) }, lead, default));

    private static Task<Result<HandoverDto>> PreviewAsync(CaseHost host, CurrentUser lead, Guid? to) =>
        host.InAsync(s => ActivatorUtilities.CreateInstance<HandOver>(s, Badge(s)).PreviewAsync(host.First.Id, to, lead, default));

    private static Task<Result<Guid>> HandOverAsync(CaseHost host, CurrentUser lead, Guid? to) =>
        host.InAsync(s => ActivatorUtilities.CreateInstance<HandOver>(s, Badge(s)).HandleAsync(new HandOver.Request(host.First.Id, to, "离岗", "click-0010"), lead, default));

    private static Limits.DueBadge Badge(IServiceProvider services) => ActivatorUtilities.CreateInstance<Limits.DueBadge>(services);

    private static Task<Result<CaseBatchDto>> ReadAsync(CaseHost host, CurrentUser user, Guid batch) =>
        host.InAsync(s => ActivatorUtilities.CreateInstance<BatchProgress>(s).ReadAsync(batch, user, default));

    private static async Task<(int Total, int Done, int Left)> ProgressAsync(CaseHost host, CurrentUser user, Guid batch)
    {
        var progress = (await ReadAsync(host, user, batch)).Value;
        return (progress.Total, progress.Done, progress.Left);
    }
}
