using System.Collections.Immutable;
using Approvals.Application.Audit;
using Approvals.Application.Cases;
using Approvals.Application.Database;
using Approvals.Application.Migration;
using Approvals.Application.Tasks;
using Approvals.Application.Votes;
using Approvals.TestKit.Cases;
using Approvals.TestKit.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Application.Tests.Migration;

public sealed class MigrationTests
{
    private static readonly ImmutableSortedDictionary<string, string> Nowhere = ImmutableSortedDictionary<string, string>.Empty;

    [Theory, AllDatabases]
    public async Task Batch_CaseUnderReview_GoesOnByTheNewVersionWithTheSameTask(DatabaseKind kind)
    {
        await using var moving = await Moving.CreateAsync(kind);
        var host = moving.Host;
        var before = Assert.Single(await host.TasksAsync(moving.CaseId));
        await host.UseAsync<ClaimTask, Result<ActDone>>(u => u.HandleAsync(new ClaimTask.Request(before.Id), host.First, default));

        var batch = (await moving.StartAsync()).Value;
        await moving.PumpAsync();

        var after = Assert.Single(await host.TasksAsync(moving.CaseId));
        Assert.Equal((MigrationState.Done, 1, 1, 0), await ProgressAsync(moving, batch));
        Assert.Equal((before.Id, "examine", host.First.Id, TaskItemState.Claimed), (after.Id, after.ActivityId, after.OwnerUserId, after.State));
        Assert.True(after.DueAt < before.DueAt);
        Assert.Equal(moving.Second, (await host.RowAsync(moving.CaseId)).ServiceVersionId);
        await host.DecideAsync(after, host.First, "approve", "click-approve");
        Assert.Equal("granted", (await host.RowAsync(moving.CaseId)).Result);
    }

    /// <summary>What a panel wrote belongs to no form of a package, so no version lacks it.</summary>
    [Theory, AllDatabases]
    public async Task Batch_CaseThatAPanelVotedOn_GoesOn(DatabaseKind kind)
    {
        await using var moving = await Moving.CreateAsync(kind);
        await moving.Host.UseAsync<CaseStepper, Result<Submission>>(u => u.RunAsync<Submission>(
            moving.CaseId, moving.Host.First, async work => await SubmissionRows.AddAsync(work, "panel", 1, Ballot.SheetsFormId, "{}"u8.ToArray(), default), default));

        var batch = (await moving.StartAsync()).Value;
        await moving.PumpAsync();

        Assert.Equal((MigrationState.Done, 1, 1, 0), await ProgressAsync(moving, batch));
    }

    [Theory, AllDatabases]
    public async Task Batch_MigratedCase_ReplaysToTheStoredStateAndItsChainIsSound(DatabaseKind kind)
    {
        await using var moving = await Moving.CreateAsync(kind);
        var batch = (await moving.StartAsync()).Value;
        await moving.PumpAsync();
        await moving.RollBackAsync(batch);
        var number = (await moving.Host.RowAsync(moving.CaseId)).Number;

        var replayed = await moving.Host.UseAsync<ReplayCase, Result<ReplayCase.Replayed>>(u => u.HandleAsync(number, default));

        Assert.Null(replayed.Error?.Code);
        Assert.True(replayed.Value.Matches);
        Assert.Equal(["Started", "MigratedTo", "MigrationUndone"], replayed.Value.Steps.Select(s => s.Event.Type));
    }

    [Theory, AllDatabases]
    public async Task RollBack_CaseThatStoodStill_IsAsItWas(DatabaseKind kind)
    {
        await using var moving = await Moving.CreateAsync(kind);
        var (before, task) = (await moving.StateAsync(), Assert.Single(await moving.Host.TasksAsync(moving.CaseId)));
        var batch = (await moving.StartAsync()).Value;
        await moving.PumpAsync();

        var rolledBack = await moving.RollBackAsync(batch);

        var after = Assert.Single(await moving.Host.TasksAsync(moving.CaseId));
        Assert.Equal((MigrationState.Done, true, 1, 0), (rolledBack.State, rolledBack.IsRollback, rolledBack.RolledBack, rolledBack.Kept));
        Assert.Equal(before, await moving.StateAsync());
        Assert.Equal((task.ActivityId, task.DueAt, moving.First), (after.ActivityId, after.DueAt, (await moving.Host.RowAsync(moving.CaseId)).ServiceVersionId));
    }

    [Theory, AllDatabases]
    public async Task RollBack_CaseThatWentOn_StaysAndIsSaid(DatabaseKind kind)
    {
        await using var moving = await Moving.CreateAsync(kind);
        var batch = (await moving.StartAsync()).Value;
        await moving.PumpAsync();
        await moving.Host.DecideAsync(Assert.Single(await moving.Host.TasksAsync(moving.CaseId)), moving.Host.First, "approve", "click-approve");

        var rolledBack = await moving.RollBackAsync(batch);

        Assert.Equal((0, 1), (rolledBack.RolledBack, rolledBack.Kept));
        Assert.Contains("继续办理", (await moving.CaseOfAsync(batch)).Why, StringComparison.Ordinal);
        Assert.Equal(moving.Second, (await moving.Host.RowAsync(moving.CaseId)).ServiceVersionId);
    }

    [Theory, AllDatabases]
    public async Task Batch_StepWithoutAPlace_StaysAndIsSaidInWords(DatabaseKind kind)
    {
        await using var moving = await Moving.CreateAsync(
            kind, ("\"id\": \"review\"", "\"id\": \"examine\""), ("\"activity\": \"review\"", "\"activity\": \"examine\""), ("\"zh-CN\": \"审核\"", "\"zh-CN\": \"查验\""));
        var before = await moving.StateAsync();

        var batch = (await moving.StartAsync()).Value;
        await moving.PumpAsync();

        Assert.Equal((MigrationState.Done, 1, 0, 1), await ProgressAsync(moving, batch));
        Assert.Contains("审核", (await moving.CaseOfAsync(batch)).Why, StringComparison.Ordinal);
        Assert.Equal((before, moving.First), (await moving.StateAsync(), (await moving.Host.RowAsync(moving.CaseId)).ServiceVersionId));
    }

    [Theory, AllDatabases]
    public async Task Trial_SaysWhatWouldComeAndWritesNothing(DatabaseKind kind)
    {
        await using var moving = await Moving.CreateAsync(kind);
        var (state, events) = (await moving.StateAsync(), await moving.Host.ReadAsync(c => c.CaseEvents.CountAsync()));

        var page = await moving.Host.UseAsync<TrialMigration, Result<Paging.Page<TrialCaseDto>>>(u =>
            u.ListAsync(new TrialMigration.Request(moving.First, moving.Second, Nowhere), null, moving.Versions.Operator, default));

        var row = Assert.Single(page.Value.Items);
        var task = Assert.Single(row.Tasks);
        Assert.True(row.Possible, row.Why);
        Assert.Equal(("审核", "审核"), (task.Step, task.Was));
        Assert.True(task.DueAfter < task.DueBefore);
        Assert.Equal((state, events), (await moving.StateAsync(), await moving.Host.ReadAsync(c => c.CaseEvents.CountAsync())));
    }

    [Theory, AllDatabases]
    public async Task Batch_AllCasesTwiceAtOnce_TheSecondIsToldWhoWasFirst(DatabaseKind kind)
    {
        await using var moving = await Moving.CreateAsync(kind);
        var other = await moving.Host.PersonAsync("operator-2", "Operator", "220000");

        var both = await Task.WhenAll(moving.StartAsync(), moving.StartAsync(other));

        Assert.Single(both, b => b.IsSuccess);
        var told = Assert.Single(both, b => !b.IsSuccess).Error!;
        Assert.Equal("migration.running", told.Code);
        Assert.Contains("operator", told.Data["actor"], StringComparison.Ordinal);
    }

    [Theory, AllDatabases]
    public async Task OneCase_ByTwoAdministrators_OneWinsAndTheOtherIsToldWho(DatabaseKind kind)
    {
        await using var moving = await Moving.CreateAsync(kind);
        var host = moving.Host;
        var other = await host.PersonAsync("operator-2", "Operator", "220000");
        var third = await moving.Versions.InForceAsync([.. Moving.Renamed[..2], ("\"length\": 3", "\"length\": 4")]);
        var number = (await host.RowAsync(moving.CaseId)).Number;
        var (one, two) = ((await moving.StartAsync(number: number)).Value, (await moving.StartAsync(other, number, third)).Value);

        await Task.WhenAll(WorkAsync(host, one), WorkAsync(host, two));

        var outcomes = new[] { await moving.CaseOfAsync(one), await moving.CaseOfAsync(two) };
        Assert.Single(outcomes, o => o.Outcome == MigrationOutcome.Migrated);
        Assert.Contains("operator", Assert.Single(outcomes, o => o.Outcome == MigrationOutcome.Refused).Why, StringComparison.Ordinal);
        Assert.Equal(1, await host.ReadAsync(c => c.CaseEvents.CountAsync(e => e.CaseId == moving.CaseId && e.Type == "MigratedTo")));
    }

    [Theory, AllDatabases]
    public async Task Batch_WhileTheCaseIsDecided_EitherComesFirstAndNothingIsLost(DatabaseKind kind)
    {
        await using var moving = await Moving.CreateAsync(kind);
        var host = moving.Host;
        var task = Assert.Single(await host.TasksAsync(moving.CaseId));
        var batch = (await moving.StartAsync()).Value;

        var (decided, _) = (host.DecideAsync(task, host.First, "approve", "click-approve"), await WorkAsync(host, batch));
        var result = await decided;

        var row = await host.RowAsync(moving.CaseId);
        Assert.True(result.IsSuccess ? row.Result == "granted" : result.Error.Code == "tasks.changed" && row.Result is null, result.Error?.Code);
        List<AuditFinding> findings = [];
        Assert.True(await host.UseAsync<CaseEventCheck, long>(u => u.RunAsync(Guid.Empty, findings, (_, _) => Task.CompletedTask, default)) >= 2);
        Assert.Empty(findings);
    }

    [Theory, AllDatabases]
    public async Task Batch_WorkedOffTwice_MigratesOnce(DatabaseKind kind)
    {
        await using var moving = await Moving.CreateAsync(kind);
        var batch = (await moving.StartAsync()).Value;

        await WorkAsync(moving.Host, batch);
        await moving.Host.ReadAsync(c => c.MigrationBatches.ExecuteUpdateAsync(s => s.SetProperty(b => b.State, MigrationState.Pending).SetProperty(b => b.Cursor, (Guid?)null)));
        await moving.PumpAsync();

        Assert.Equal((MigrationState.Done, 1, 1, 0), await ProgressAsync(moving, batch));
        Assert.Equal(1, await moving.Host.ReadAsync(c => c.CaseEvents.CountAsync(e => e.Type == "MigratedTo")));
    }

    [Fact]
    public async Task Start_ByAReviewer_IsForbidden()
    {
        await using var moving = await Moving.CreateAsync(DatabaseKind.Sqlite);

        Assert.Equal("rights.forbidden", (await moving.StartAsync(moving.Host.First)).Error?.Code);
    }

    private static async Task<(MigrationState, int, int, int)> ProgressAsync(Moving moving, Guid batch)
    {
        var read = (await moving.ReadAsync(batch)).Value;
        return (read.State, read.Total, read.Migrated, read.Refused);
    }

    private static Task<int> WorkAsync(CaseHost host, Guid batch) => host.InAsync(async services =>
    {
        var row = await services.GetRequiredService<ApprovalsDbContext>().MigrationBatches.AsNoTracking().SingleAsync(b => b.Id == batch);
        await services.GetRequiredService<WorkMigration>().HandleAsync(row, default);
        return 0;
    });
}
