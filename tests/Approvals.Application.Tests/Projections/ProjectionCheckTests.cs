using Approvals.Application.Audit;
using Approvals.Application.Jobs;
using Approvals.Application.Projections;
using Approvals.Application.Tasks;
using Approvals.Application.Timers;
using Approvals.TestKit.Cases;
using Approvals.TestKit.Database;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Tests.Projections;

public sealed class ProjectionCheckTests
{
    [Theory, AllDatabases]
    public async Task Run_AfterWorkOfEveryKind_FindsNothing(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind, "AllOf");
        var id = await host.CaseAsync();
        var task = (await host.TasksAsync(id))[0];
        await host.DecideAsync(task, task.OwnerUserId == host.First.Id ? host.First : host.Second, "approve", "click-0002");

        Assert.Empty(await DifferencesAsync(host));
        Assert.Equal("projections.compared", await RunJobAsync(host));
    }

    [Theory]
    [AllDatabases("taskLeft")]
    [AllDatabases("taskMissing")]
    [AllDatabases("taskShown")]
    [AllDatabases("taskLimit")]
    [AllDatabases("timerLeft")]
    [AllDatabases("timerMissing")]
    [AllDatabases("timerGivenUp")]
    [AllDatabases("timerLimit")]
    public async Task Run_RowsChangedBehindTheEngine_NamesTheDifference(DatabaseKind kind, string difference)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var id = await host.CaseAsync();
        await BreakAsync(host, id, difference);

        var found = Assert.Single(await DifferencesAsync(host));

        Assert.Equal(($"projections.{difference}", (await host.RowAsync(id)).Number), (found.Code, found.CaseNumber));
        Assert.Equal("projections.differ", await RunJobAsync(host));
    }

    [Theory, AllDatabases]
    public async Task Run_WhileCasesMove_FindsNothing(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind, "AnyOf" + SmallPackage.Endless);
        var id = await host.CaseAsync();
        var moving = Task.Run(async () =>
        {
            for (var i = 0; i < 60; i++)
            {
                await host.DecideAsync(Assert.Single(await host.TasksAsync(id)), host.First, "approve", $"click-{i}");
            }
        });

        while (!moving.IsCompleted)
        {
            Assert.Empty(await DifferencesAsync(host));
        }

        await moving;
    }

    private static Task<int> BreakAsync(CaseHost host, Guid id, string difference) => host.ReadAsync(c => difference switch
    {
        "taskLeft" => AddTaskAsync(host, id),
        "taskMissing" => c.TaskItems.Where(t => t.CaseId == id).ExecuteUpdateAsync(t => t.SetProperty(x => x.State, TaskItemState.Closed)),
        "taskShown" => c.TaskItems.Where(t => t.CaseId == id).SelectMany(t => t.Candidates).ExecuteUpdateAsync(t => t.SetProperty(x => x.IsOpen, false)),
        "taskLimit" => c.TaskItems.Where(t => t.CaseId == id).ExecuteUpdateAsync(t => t.SetProperty(x => x.Limit, (string?)null)),
        "timerLeft" => AddTimerAsync(host, id),
        "timerMissing" => c.Timers.Where(t => t.CaseId == id).ExecuteUpdateAsync(t => t.SetProperty(x => x.State, TimerState.Fired)),
        "timerGivenUp" => c.Timers.Where(t => t.CaseId == id).ExecuteUpdateAsync(t => t.SetProperty(x => x.State, TimerState.Failed)),
        _ => c.Timers.Where(t => t.CaseId == id).ExecuteUpdateAsync(t => t.SetProperty(x => x.Limit, (string?)null)),
    });

    private static Task<int> AddTimerAsync(CaseHost host, Guid id) => host.ReadAsync(async c =>
    {
        c.Timers.Add(new CaseTimer { Id = Guid.NewGuid(), CaseId = id, BookmarkId = "k99", State = TimerState.Pending, ReadyAt = host.Host.Time.GetUtcNow() });
        return await c.SaveChangesAsync();
    });

    /// <summary>A task of another case put into this one.</summary>
    private static async Task<int> AddTaskAsync(CaseHost host, Guid id)
    {
        var rows = new TestKit.Rows.CaseRows(new Application.Database.IdSource(TimeProvider.System), host.Host.Time);
        var row = rows.Task(await host.RowAsync(id), CandidateKey.User(host.First.Id), bookmark: "k99");
        return await host.ReadAsync(async c =>
        {
            c.TaskItems.Add(row);
            return await c.SaveChangesAsync();
        });
    }

    private static Task<List<ProjectionDifference>> DifferencesAsync(CaseHost host) => host.UseAsync<ProjectionCheck, List<ProjectionDifference>>(async check =>
    {
        List<ProjectionDifference> found = [];
        var after = Guid.Empty;
        while (await check.NextAsync(after, default) is { Last: { } last } next)
        {
            found.AddRange(next.Differences);
            after = last;
        }

        return found;
    });

    /// <summary>What the nightly run writes into the audit first.</summary>
    private static async Task<string> RunJobAsync(CaseHost host)
    {
        await host.UseAsync<JobRunner, bool>(r => r.RunAsync("projections.compare", host.Host.Time.GetUtcNow(), default));
        return await host.ReadAsync(c => c.Set<AuditEntry>().Where(e => e.SubjectKind == "projections").OrderBy(e => e.Id).Select(e => e.Action).FirstAsync());
    }
}
