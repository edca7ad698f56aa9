using Approvals.Application.Rights;
using Approvals.Application.Tasks;
using Approvals.TestKit.Cases;
using Approvals.TestKit.Database;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Tests.Tasks;

/// <summary>A task that somebody prepares for another, and opinions that are asked for.</summary>
public sealed class DelegationTests
{
    [Theory, AllDatabases]
    public async Task Delegate_AndBack_LeavesTheDecisionToWhoseTaskItIs(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var id = await host.CaseAsync();
        Assert.Null((await host.DelegateAsync(Assert.Single(await host.TasksAsync(id)), host.First, host.Second)).Error?.Code);

        var proposed = await host.DecideAsync(await host.TaskOfAsync(id, host.Second), host.Second, "reject", Joining.Click(), "合同不符");
        var back = await host.TaskOfAsync(id, host.First);
        var late = await host.DecideAsync(back, host.Second, "approve", Joining.Click());
        var decided = await host.DecideAsync(back, host.First, "approve", Joining.Click());

        Assert.Equal((null, false, null), (proposed.Error?.Code, late.IsSuccess, decided.Error?.Code));
        Assert.Equal("合同不符", (await host.WrittenAsync(id, "Proposed")).Text);
        Assert.Equal("granted", (await host.RowAsync(id)).Result);
    }

    [Theory, AllDatabases]
    public async Task TakeBack_WhileItIsPrepared_GivesTheTaskBack_ToNobodyElse(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var id = await host.CaseAsync();
        await host.DelegateAsync(Assert.Single(await host.TasksAsync(id)), host.First, host.Second);
        var task = await host.TaskOfAsync(id, host.Second);
        var third = await host.PersonAsync("third", Roles.Reviewer, "220104");

        var stranger = await host.TakeBackAsync(task, third);
        var taken = await host.TakeBackAsync(task, host.First);
        var again = await host.TakeBackAsync(task, host.First);

        Assert.Equal(("workflow.heldByOther", null, "workflow.notDelegated"), (stranger.Error?.Code, taken.Error?.Code, again.Error?.Code));
        Assert.Equal(TaskItemState.Claimed, (await host.TaskOfAsync(id, host.First)).State);
    }

    [Theory, AllDatabases]
    public async Task Delegate_ByTheDelegate_OrToSomebodyWithoutAccess_IsRefused(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var id = await host.CaseAsync();
        var elsewhere = await host.PersonAsync("elsewhere", Roles.Reviewer, "220204");
        var admin = await host.PersonAsync("admin", Roles.SystemAdmin, "220104");
        var task = Assert.Single(await host.TasksAsync(id));

        foreach (var wrong in new[] { elsewhere, admin, host.Applicant, host.First })
        {
            Assert.Equal("tasks.unknownPerson", (await host.DelegateAsync(task, host.First, wrong)).Error?.Code);
        }

        await host.DelegateAsync(task, host.First, host.Second);
        var third = await host.PersonAsync("third", Roles.Reviewer, "220104");
        var passed = await host.UseAsync<TransferTask, Result<ActDone>>(async u => await u.HandleAsync(
            new(task.Id, null, third.Id, "转", Joining.Click()), host.Second, default));
        Assert.Equal("workflow.delegateProposes", passed.Error?.Code);
        Assert.Equal("workflow.delegateProposes", (await host.DelegateAsync(await host.TaskOfAsync(id, host.Second), host.Second, third)).Error?.Code);
    }

    [Theory, AllDatabases]
    public async Task Delegate_OneClickTwiceAtOnce_IsDoneOnce(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var id = await host.CaseAsync();
        var task = Assert.Single(await host.TasksAsync(id));

        var both = await Task.WhenAll(
            Task.Run(() => host.DelegateAsync(task, host.First, host.Second, "click-same")),
            Task.Run(() => host.DelegateAsync(task, host.First, host.Second, "click-same")));

        Assert.All(both, r => Assert.Null(r.Error?.Code));
        Assert.Equal(1, await host.EventsAsync(id, "Delegated"));
    }

    [Theory, AllDatabases]
    public async Task Delegate_WhileAColleagueDecides_OneWinsAndTheOtherIsToldWhoDidWhat(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var id = await host.CaseAsync();
        var task = Assert.Single(await host.TasksAsync(id));
        var third = await host.PersonAsync("third", Roles.Reviewer, "220104");

        var both = await Task.WhenAll(
            Task.Run(() => host.DelegateAsync(task, host.First, third)), Task.Run(() => host.DecideAsync(task, host.Second, "approve", Joining.Click())));

        var lost = Assert.Single(both, r => !r.IsSuccess);
        Assert.Equal(
            both[0].IsSuccess ? ("tasks.changedBy", "first", "委派") : ("tasks.actedFirst", "second", "同意"),
            (lost.Error!.Code, lost.Error.Data["actor"], lost.Error.Data["outcome"]));
        Assert.Equal(1, await host.EventsAsync(id, "Delegated") + await host.EventsAsync(id, "TaskCompleted"));
    }

    [Theory, AllDatabases]
    public async Task Opinion_AskedForAndGiven_NeitherStopsNorDecidesTheStep(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var id = await host.CaseAsync();
        var task = Assert.Single(await host.TasksAsync(id));

        Assert.Equal("tasks.needsQuestion", (await host.AskAsync(task, host.First, host.Second, " ")).Error?.Code);
        Assert.Null((await host.AskAsync(task, host.First, host.Second)).Error?.Code);
        var asked = Assert.Single(await host.TasksAsync(id), t => t.Kind == "Opinion");
        var silent = await host.DecideAsync(asked, host.Second, "give", Joining.Click(), null);
        var foreign = await host.DecideAsync(asked, host.First, "give", Joining.Click(), "无");
        var given = await host.DecideAsync(asked, host.Second, "give", Joining.Click(), "有效");

        Assert.Equal(("tasks.needsOpinion", "tasks.notYours", null), (silent.Error?.Code, foreign.Error?.Code, given.Error?.Code));
        Assert.Equal("审核（征求意见）", asked.StepName.Zh);
        Assert.Equal("审核", (await host.RowAsync(id)).StepName?.Zh);
        Assert.Null((await host.DecideAsync(task, host.First, "approve", Joining.Click())).Error?.Code);
    }

    [Theory, AllDatabases]
    public async Task Opinion_StillAwaitedWhenTheStepIsDecided_ClosesWithIt(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var id = await host.CaseAsync();
        var task = Assert.Single(await host.TasksAsync(id));
        await host.AskAsync(task, host.First, host.Second);

        await host.DecideAsync(task, host.First, "approve", Joining.Click());

        Assert.Empty(await host.TasksAsync(id));
        Assert.Equal(1, await host.ReadAsync(c => c.TaskItems.CountAsync(t => t.CaseId == id && t.Kind == "Opinion" && t.Outcome == "DecidedByOther")));
    }
}
