using Approvals.TestKit.Cases;
using Approvals.TestKit.Database;

namespace Approvals.Application.Tests.Tasks;

/// <summary>Limits made longer and clocks that stand.</summary>
public sealed class ClockTests
{
    [Theory, AllDatabases]
    public async Task Extend_WithinTheStatutoryLimit_MovesTheDueDay_AndNotBeyond(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var id = await host.CaseAsync();
        var task = Assert.Single(await host.TasksAsync(id));

        var silent = await host.ExtendAsync(task, host.First, 5, " ");
        var shorter = await host.ExtendAsync(task, host.First, 3);
        var beyond = await host.ExtendAsync(task, host.First, 13);
        var longer = await host.ExtendAsync(task, host.First, 12);

        Assert.Equal(("tasks.needsReason", "tasks.notLonger", "tasks.beyondStatutory", null), (silent.Error?.Code, shorter.Error?.Code, beyond.Error?.Code, longer.Error?.Code));
        Assert.Equal("12", beyond.Error!.Data["length"]);
        Assert.Equal(task.DueAt!.Value.AddDays(13), Assert.Single(await host.TasksAsync(id)).DueAt);
        Assert.Equal("tasks.noRoom", (await host.ExtendAsync(Assert.Single(await host.TasksAsync(id)), host.First, 13)).Error?.Code);
    }

    [Theory, AllDatabases]
    public async Task Stop_AndResume_LeavesTheTimeBetweenUncounted(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var id = await host.CaseAsync();
        var task = Assert.Single(await host.TasksAsync(id));

        var silent = await host.ClockAsync(task, host.First, stop: true, reason: null);
        var stopped = await host.ClockAsync(task, host.First, stop: true);
        var standing = Assert.Single(await host.TasksAsync(id));
        var twice = await host.ClockAsync(standing, host.First, stop: true);
        host.Host.Time.Advance(TimeSpan.FromDays(7));
        var resumed = await host.ClockAsync(standing, host.First, stop: false, reason: null);

        Assert.Equal(("tasks.needsReason", null, "workflow.clockStopped", null), (silent.Error?.Code, stopped.Error?.Code, twice.Error?.Code, resumed.Error?.Code));
        Assert.Null(standing.DueAt);
        Assert.True(Assert.Single(await host.TasksAsync(id)).DueAt >= task.DueAt!.Value.AddDays(7));
        Assert.Equal("等待鉴定", (await host.WrittenAsync(id, "ClockStopped")).Text);
    }
}
