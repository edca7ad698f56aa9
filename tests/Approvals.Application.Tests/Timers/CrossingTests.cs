using Approvals.Application.Cases;
using Approvals.Application.Database;
using Approvals.Application.Tasks;
using Approvals.Application.Timers;
using Approvals.TestKit.Cases;
using Approvals.TestKit.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Application.Tests.Timers;

/// <summary>Acts that cross: whichever comes first counts whole, and the other person reads what happened.</summary>
public sealed class CrossingTests
{
    private const int Times = 25;

    [Theory, AllDatabases]
    public async Task Decide_AfterTheApplicantWithdrew_SaysSoAndWhen(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var id = await host.CaseAsync();
        var task = Assert.Single(await host.TasksAsync(id));
        await WithdrawAsync(host, id);

        var late = await host.DecideAsync(task, host.First, "approve", "click-0002");

        Assert.Equal(("tasks.withdrawn", "2026-03-02 10:00"), (late.Error?.Code, late.Error?.Data["at"]));
        Assert.Equal(0, await host.ReadAsync(c => c.Opinions.CountAsync()));
    }

    [Theory, AllDatabases]
    public async Task Decide_WhileTheApplicantWithdraws_OneOfThemCountsWhole(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        for (var i = 0; i < Times; i++)
        {
            var id = await host.CaseAsync();
            var task = Assert.Single(await host.TasksAsync(id));
            var decide = Task.Run(() => host.DecideAsync(task, host.First, "approve", $"click-{i}"));
            var withdraw = Task.Run(() => WithdrawAsync(host, id));
            var (decided, withdrawn) = (await decide, await withdraw);

            var (result, told) = decided.IsSuccess ? ("granted", withdrawn.Error?.Code) : ("withdrawn", decided.Error?.Code);
            Assert.Equal((true, result), (decided.IsSuccess != withdrawn.IsSuccess, (await host.RowAsync(id)).Result));
            Assert.Contains(told, new[] { "cases.finished", "cases.tooLate", "tasks.withdrawn" });
            Assert.Equal(decided.IsSuccess ? 1 : 0, await host.ReadAsync(c => c.Entitlements.CountAsync(e => e.CaseId == id)));
        }
    }

    [Theory, AllDatabases]
    public async Task Elapse_WhileTheCaseIsReturned_OneOfThemCountsWhole(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        for (var i = 0; i < Times; i++)
        {
            var id = await host.CaseAsync();
            var task = Assert.Single(await host.TasksAsync(id));
            var timer = await TimerAsync(host, id);
            host.Host.Time.SetUtcNow(timer.ReadyAt);
            var elapse = Task.Run(() => ElapseAsync(host, timer));
            var back = await Task.Run(() => ReturnAsync(host, task, $"click-{i}"));
            await elapse;

            var (row, after) = (await host.RowAsync(id), await TimerAsync(host, id));
            Assert.Equal(back.IsSuccess ? (null, "apply", TimerState.Cancelled) : ("terminated", null, TimerState.Fired), (row.Result, (await host.TasksAsync(id)).SingleOrDefault()?.ActivityId, after.State));
            Assert.Equal(back.IsSuccess ? null : "tasks.timedOut", back.Error?.Code);
            _ = back.IsSuccess ? (await WithdrawAsync(host, id)).Value : default; // so that the applicant may apply again
        }
    }

    [Theory, AllDatabases]
    public async Task Decide_AfterTheTimeRanOut_SaysSoAndWhen(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var id = await host.CaseAsync();
        var task = Assert.Single(await host.TasksAsync(id));
        var timer = await TimerAsync(host, id);
        host.Host.Time.SetUtcNow(timer.ReadyAt);
        await ElapseAsync(host, timer);

        var late = await host.DecideAsync(task, host.First, "approve", "click-0002");

        Assert.Equal(("tasks.timedOut", "2026-03-06 00:00"), (late.Error?.Code, late.Error?.Data["at"]));
    }

    private static Task<Result<Unit>> WithdrawAsync(CaseHost host, Guid id) =>
        host.UseAsync<WithdrawCase, Result<Unit>>(u => u.HandleAsync(new WithdrawCase.Request(id, null), host.Applicant, default));

    private static Task<Result<ActDone>> ReturnAsync(CaseHost host, TaskItem task, string key) => host.UseAsync<ReturnTask, Result<ActDone>>(u => u.HandleAsync(
        new ReturnTask.Request(task.Id, Etag.Of(task), "apply", "金额有误", key), host.First, default));

    private static Task<CaseTimer> TimerAsync(CaseHost host, Guid id) => host.ReadAsync(c => c.Timers.AsNoTracking().SingleAsync(t => t.CaseId == id));

    private static Task<PumpOutcome> ElapseAsync(CaseHost host, CaseTimer timer) =>
        host.InAsync(s => s.GetRequiredService<ITimerHandler>().HandleAsync(timer, default));
}
