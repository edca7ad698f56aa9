using Approvals.Application.Tasks;
using Approvals.TestKit.Cases;
using Approvals.TestKit.Database;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Tests.Tasks;

/// <summary>A thousand times two people at the same moment: in each of a few cases the same review opens anew after every decision.</summary>
public sealed class ThousandRacesTests
{
    private const int Cases = 10;
    private const int Rounds = 100;

    [Theory, AllDatabases]
    public Task Decide_TwoOnOneTask_OneWinsEachTimeAndTheOtherIsToldWho(DatabaseKind kind) => RaceAsync(kind, "AnyOf", async (host, id, round) =>
    {
        var task = Assert.Single(await host.TasksAsync(id));
        var both = await Task.WhenAll(
            Task.Run(() => host.DecideAsync(task, host.First, "approve", $"first-{round}")),
            Task.Run(() => host.DecideAsync(task, host.Second, "approve", $"second-{round}")));

        var lost = Assert.Single(both, r => !r.IsSuccess).Error!;
        Assert.Equal(("tasks.actedFirst", both[0].IsSuccess ? "first" : "second"), (lost.Code, lost.Data["actor"]));
    });

    [Theory, AllDatabases]
    public Task Decide_TwoParallelTasks_BothCountAndTheCaseGoesOn(DatabaseKind kind) => RaceAsync(kind, "AllOf", async (host, id, round) =>
    {
        var tasks = await host.TasksAsync(id);
        Assert.Equal(2, tasks.Count);
        var both = await Task.WhenAll(
            Task.Run(() => host.DecideAsync(tasks.Single(t => t.OwnerUserId == host.First.Id), host.First, "approve", $"first-{round}")),
            Task.Run(() => host.DecideAsync(tasks.Single(t => t.OwnerUserId == host.Second.Id), host.Second, "approve", $"second-{round}")));

        Assert.All(both, r => Assert.Null(r.Error?.Code));
    });

    /// <summary>One says yes, the other no: whichever comes first, the case ends refused and nobody meets a fault.</summary>
    [Theory, AllDatabases]
    public async Task Decide_YesAndNoInParallel_EndsRefused(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind, "AllOf");
        for (var i = 0; i < 50; i++)
        {
            var id = await host.CaseAsync();
            var tasks = await host.TasksAsync(id);
            var yes = Task.Run(() => host.DecideAsync(tasks.Single(t => t.OwnerUserId == host.First.Id), host.First, "approve", $"yes-{i}"));
            var no = Task.Run(() => host.DecideAsync(tasks.Single(t => t.OwnerUserId == host.Second.Id), host.Second, "reject", $"no-{i}"));

            Assert.Null((await no).Error?.Code);
            Assert.True((await yes).Error?.Code is null or "tasks.decidedElsewhere" or "tasks.actedFirst", (await yes).Error?.Code);
            Assert.Equal("refused", (await host.RowAsync(id)).Result);
        }
    }

    private static async Task RaceAsync(DatabaseKind kind, string mode, Func<CaseHost, Guid, int, Task> round)
    {
        await using var host = await CaseHost.CreateAsync(kind, mode + SmallPackage.Endless);
        var cases = new List<Guid>();
        for (var i = 0; i < Cases; i++)
        {
            cases.Add(await host.CaseAsync());
            await host.ReadAsync(c => c.Cases.Where(r => r.OpenKey != null).ExecuteUpdateAsync(r => r.SetProperty(x => x.OpenKey, (string?)null)));
        }

        await Parallel.ForEachAsync(cases, new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (id, _) =>
        {
            for (var i = 0; i < Rounds; i++)
            {
                await round(host, id, i);
            }
        });

        var acts = await host.ReadAsync(c => c.CaseEvents.CountAsync(e => e.Type == "TaskCompleted"));
        var opinions = await host.ReadAsync(c => c.Opinions.CountAsync());
        var expected = mode == "AllOf" ? 2 * Cases * Rounds : Cases * Rounds;
        Assert.Equal((expected, expected), (acts, opinions));
        Assert.Equal(Cases * (mode == "AllOf" ? 2 : 1), await host.ReadAsync(c => c.TaskItems.CountAsync(t => t.State == TaskItemState.Open)));
    }
}
