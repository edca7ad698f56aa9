using Approvals.Application.Database;
using Approvals.Application.Rights;
using Approvals.Application.Tasks;
using Approvals.Application.WorkTasks;
using Approvals.TestKit.Cases;
using Approvals.TestKit.Database;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Tests.Tasks;

/// <summary>Two people at once, one person twice, somebody with an old page, somebody who may not.</summary>
public sealed class RaceTests
{
    [Theory, AllDatabases]
    public async Task Decide_TwoReviewersOnOneTask_OneWinsAndTheOtherIsToldWho(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var id = await host.CaseAsync();
        var task = Assert.Single(await host.TasksAsync(id));

        var both = await Task.WhenAll(
            Task.Run(() => host.DecideAsync(task, host.First, "approve", "click-first")),
            Task.Run(() => host.DecideAsync(task, host.Second, "reject", "click-second")));

        var lost = Assert.Single(both, r => !r.IsSuccess);
        Assert.Equal("tasks.actedFirst", lost.Error?.Code);
        Assert.Equal(both[0].IsSuccess ? "first" : "second", lost.Error?.Data["actor"]);
        Assert.Equal(2, await host.ReadAsync(c => c.CaseEvents.CountAsync(e => e.CaseId == id)));
    }

    [Theory, AllDatabases]
    public async Task Decide_TwoParallelReviewers_BothCountAfterAConflict(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind, "AllOf");
        var id = await host.CaseAsync();
        var tasks = await host.TasksAsync(id);
        var (one, other) = (tasks.Single(t => t.OwnerUserId == host.First.Id), tasks.Single(t => t.OwnerUserId == host.Second.Id));

        var both = await Task.WhenAll(
            Task.Run(() => host.DecideAsync(one, host.First, "approve", "click-first")),
            Task.Run(() => host.DecideAsync(other, host.Second, "approve", "click-second")));

        Assert.All(both, r => Assert.Null(r.Error?.Code));
        Assert.Equal("granted", (await host.RowAsync(id)).Result);
    }

    [Theory, AllDatabases]
    public async Task Decide_SameClickTwice_DoesItOnceAndSaysDone(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var id = await host.CaseAsync();
        var task = Assert.Single(await host.TasksAsync(id));

        var once = await host.DecideAsync(task, host.First, "approve", "click-0002");
        var twice = await host.DecideAsync(task, host.First, "approve", "click-0002");

        Assert.Equal((null, null), (once.Error?.Code, twice.Error?.Code));
        Assert.Equal(1, await host.ReadAsync(c => c.Entitlements.CountAsync(e => e.CaseId == id)));
    }

    [Theory, AllDatabases]
    public async Task Decide_WithAnOldPage_IsRefused(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var task = Assert.Single(await host.TasksAsync(await host.CaseAsync()));
        await host.UseAsync<ClaimTask, Result<ActDone>>(u => u.HandleAsync(new ClaimTask.Request(task.Id), host.First, default));

        var done = await host.DecideAsync(task, host.First, "approve", "click-0002");

        Assert.Equal("tasks.changed", done.Error?.Code);
    }

    [Theory, AllDatabases]
    public async Task Decide_ClaimedByAColleague_NamesWhoHasIt(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var task = Assert.Single(await host.TasksAsync(await host.CaseAsync()));
        await host.UseAsync<ClaimTask, Result<ActDone>>(u => u.HandleAsync(new ClaimTask.Request(task.Id), host.First, default));

        var done = await host.DecideAsync(task, host.Second, "approve", "click-0002");

        Assert.Equal(("tasks.claimedByOther", "first"), (done.Error?.Code, done.Error?.Data["actor"]));
    }

    [Theory, AllDatabases]
    public async Task Decide_ByTheApplicantOrAnotherOffice_IsForbidden(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var task = Assert.Single(await host.TasksAsync(await host.CaseAsync()));
        var elsewhere = await host.PersonAsync("elsewhere", Roles.Reviewer, "220204");

        var own = await host.DecideAsync(task, host.Applicant, "approve", "click-0002");
        var foreign = await host.DecideAsync(task, elsewhere, "approve", "click-0003");

        Assert.Equal((ErrorKind.Forbidden, ErrorKind.Forbidden), (own.Error?.Kind, foreign.Error?.Kind));
    }

    [Theory, AllDatabases]
    public async Task Transfer_ToAColleague_LeavesItToThemAlone(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var id = await host.CaseAsync();
        var task = Assert.Single(await host.TasksAsync(id));

        var moved = await host.UseAsync<TransferTask, Result<ActDone>>(u => u.HandleAsync(
            new TransferTask.Request(task.Id, Etag.Of(task), host.Second.Id, "出差", "click-0002"), host.First, default));
        var late = await host.DecideAsync(Assert.Single(await host.TasksAsync(id)), host.First, "approve", "click-0003");
        var done = await host.DecideAsync(Assert.Single(await host.TasksAsync(id)), host.Second, "approve", "click-0004");

        Assert.Equal((true, false, true), (moved.IsSuccess, late.IsSuccess, done.IsSuccess));
    }

    [Theory, AllDatabases]
    public async Task Transfer_TwiceAndAcrossOffices_GoesToWhoeverHoldsTheRole_AndNobodyElse(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var id = await host.CaseAsync();
        var city = await host.PersonAsync("city", Roles.Reviewer, "220100");
        var clerk = await host.PersonAsync("clerk", Roles.IntakeOfficer, "220104");
        var elsewhere = await host.PersonAsync("elsewhere", Roles.Reviewer, "220204");

        async Task<(string? Refused, IReadOnlyList<string> Offered)> PassAsync(CurrentUser from, CurrentUser to)
        {
            var task = Assert.Single(await host.TasksAsync(id));
            var offered = await host.UseAsync<ColleagueSearch, Result<ColleaguesDto>>(s => s.HandleAsync(new(task.Id, null, Transfer: true), from, default));
            var passed = await host.UseAsync<TransferTask, Result<ActDone>>(u => u.HandleAsync(new(task.Id, Etag.Of(task), to.Id, "出差", Joining.Click()), from, default));
            return (passed.Error?.Code, [.. offered.Value.Items.Select(p => p.Name)]);
        }

        foreach (var wrong in new[] { clerk, elsewhere, host.Applicant, host.First })
        {
            Assert.Equal("tasks.unknownPerson", (await PassAsync(host.First, wrong)).Refused);
        }

        var first = await PassAsync(host.First, city);
        var second = await PassAsync(city, host.Second);

        Assert.Equal((null, null), (first.Refused, second.Refused));
        Assert.Equal(["city", "second"], first.Offered);
        Assert.Equal(["first", "second"], second.Offered);
        Assert.Equal(host.Second.Id, Assert.Single(await host.TasksAsync(id)).OwnerUserId);
    }

    [Theory, AllDatabases]
    public async Task Release_OfAClaimedTask_OpensItForColleagues(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var id = await host.CaseAsync();
        var task = Assert.Single(await host.TasksAsync(id));
        await host.UseAsync<ClaimTask, Result<ActDone>>(u => u.HandleAsync(new ClaimTask.Request(task.Id), host.First, default));
        await host.UseAsync<ReleaseTask, Result<ActDone>>(u => u.HandleAsync(new ReleaseTask.Request(task.Id), host.First, default));

        var done = await host.DecideAsync(Assert.Single(await host.TasksAsync(id)), host.Second, "approve", "click-0002");

        Assert.Null(done.Error?.Code);
    }
}
