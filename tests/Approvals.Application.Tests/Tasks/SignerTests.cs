using Approvals.Application.Rights;
using Approvals.Application.Tasks;
using Approvals.TestKit.Cases;
using Approvals.TestKit.Database;
using Approvals.Workflows;

namespace Approvals.Application.Tests.Tasks;

/// <summary>Signers that a reviewer adds before, after or alongside, and removes.</summary>
public sealed class SignerTests
{
    [Theory]
    [AllDatabases(SignerPlace.Before)]
    [AllDatabases(SignerPlace.Alongside)]
    [AllDatabases(SignerPlace.After)]
    public async Task Add_ASigner_TheStepIsApprovedOnceBothHave(DatabaseKind kind, SignerPlace place)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var id = await host.CaseAsync();
        var task = Assert.Single(await host.TasksAsync(id));
        await host.UseAsync<ClaimTask, Result<ActDone>>(u => u.HandleAsync(new ClaimTask.Request(task.Id), host.First, default));

        Assert.Null((await host.AddAsync(await host.RowAsync(task), host.First, host.Second, place)).Error?.Code);
        CurrentUser[] order = place == SignerPlace.Before ? [host.Second, host.First] : [host.First, host.Second];
        Assert.Equal(place == SignerPlace.Alongside ? 2 : 1, (await host.TasksAsync(id)).Count);
        Assert.Null((await host.DecideAsync(await host.TaskOfAsync(id, order[0]), order[0], "approve", Joining.Click())).Error?.Code);
        Assert.Null((await host.RowAsync(id)).Result);
        Assert.Null((await host.DecideAsync(await host.TaskOfAsync(id, order[1]), order[1], "approve", Joining.Click())).Error?.Code);

        Assert.Equal("granted", (await host.RowAsync(id)).Result);
    }

    [Theory, AllDatabases]
    public async Task Remove_ASignerBefore_GivesTheTaskBack_AndOnlyWhoAddedMay(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var id = await host.CaseAsync();
        var task = Assert.Single(await host.TasksAsync(id));
        await host.AddAsync(task, host.First, host.Second, SignerPlace.Before);
        var aside = await host.RowAsync(task);

        var other = await host.RemoveAsync(aside, host.Second, host.Second);
        var removed = await host.RemoveAsync(aside, host.First, host.Second);
        var again = await host.RemoveAsync(aside, host.First, host.Second);

        Assert.Equal((TaskItemState.Closed, "SetAside", host.First.Id), (aside.State, aside.Outcome, aside.ClosedByUserId));
        Assert.Equal(("workflow.signerGone", null, "workflow.signerGone"), (other.Error?.Code, removed.Error?.Code, again.Error?.Code));
        Assert.Null((await host.DecideAsync(await host.TaskOfAsync(id, host.First), host.First, "approve", Joining.Click())).Error?.Code);
        Assert.Equal("granted", (await host.RowAsync(id)).Result);
    }

    [Theory, AllDatabases]
    public async Task Add_SomebodyTwice_OrWithoutAccess_IsRefused(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var id = await host.CaseAsync();
        var elsewhere = await host.PersonAsync("elsewhere", Roles.Reviewer, "220204");
        var auditor = await host.PersonAsync("auditor", Roles.Auditor, "220104");
        var task = Assert.Single(await host.TasksAsync(id));

        Assert.All(
            new[] { await host.AddAsync(task, host.First, elsewhere, SignerPlace.After), await host.AddAsync(task, host.First, auditor, SignerPlace.After) },
            r => Assert.Equal("tasks.unknownPerson", r.Error?.Code));
        Assert.Null((await host.AddAsync(task, host.First, host.Second, SignerPlace.After)).Error?.Code);
        Assert.Equal("workflow.alreadyParticipant", (await host.AddAsync(task, host.First, host.Second, SignerPlace.Alongside)).Error?.Code);
    }

    [Theory, AllDatabases]
    public async Task Add_TwoReviewersAtOnce_BothSignersCount(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind, "AllOf");
        var id = await host.CaseAsync();
        var (third, fourth) = (await host.PersonAsync("third", Roles.Reviewer, "220104"), await host.PersonAsync("fourth", Roles.Lead, "220104"));
        var (one, other) = (await host.TaskOfAsync(id, host.First), await host.TaskOfAsync(id, host.Second));

        var both = await Task.WhenAll(
            Task.Run(() => host.AddAsync(one, host.First, third, SignerPlace.Alongside)), Task.Run(() => host.AddAsync(other, host.Second, fourth, SignerPlace.Alongside)));

        Assert.All(both, r => Assert.Null(r.Error?.Code));
        Assert.Equal(4, (await host.TasksAsync(id)).Count);
        foreach (var signer in new[] { host.First, host.Second, third, fourth })
        {
            Assert.Null((await host.DecideAsync(await host.TaskOfAsync(id, signer), signer, "approve", Joining.Click())).Error?.Code);
        }

        Assert.Equal("granted", (await host.RowAsync(id)).Result);
    }

    [Theory, AllDatabases]
    public async Task Add_ASignerBefore_WhileAColleagueDecides_TellsTheLoserWho(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var id = await host.CaseAsync();
        var task = Assert.Single(await host.TasksAsync(id));
        var third = await host.PersonAsync("third", Roles.Reviewer, "220104");

        var both = await Task.WhenAll(
            Task.Run(() => host.AddAsync(task, host.First, third, SignerPlace.Before)), Task.Run(() => host.DecideAsync(task, host.Second, "reject", Joining.Click())));

        var lost = Assert.Single(both, r => !r.IsSuccess);
        Assert.Equal(("tasks.actedFirst", both[0].IsSuccess ? "first" : "second"), (lost.Error!.Code, lost.Error.Data["actor"]));
    }
}
