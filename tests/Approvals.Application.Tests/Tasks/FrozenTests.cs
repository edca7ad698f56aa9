using Approvals.Application.Database;
using Approvals.Application.Inbox;
using Approvals.Application.Tasks;
using Approvals.Application.Timers;
using Approvals.TestKit.Cases;
using Approvals.TestKit.Database;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Tests.Tasks;

/// <summary>A return after which the case comes straight back: what runs beside it stands still meanwhile.</summary>
public sealed class FrozenTests
{
    [Theory, AllDatabases]
    public async Task Sibling_WhileTheCaseIsReturned_IsHiddenAndItsClockStands(DatabaseKind kind)
    {
        await using var host = await HostAsync(kind);
        var (id, left, _) = await ReturnedAsync(host);

        var frozen = await TaskAsync(host, left.Id);
        Assert.Equal((TaskItemState.Frozen, (DateTimeOffset?)null), (frozen.State, frozen.DueAt));
        Assert.DoesNotContain(left.Id.ToString(), (await InboxAsync(host)).Items.Select(r => r.TaskId));
        Assert.Equal("workflow.taskFrozen", (await host.DecideAsync(frozen, host.First, "approve", "click-0009")).Error?.Code);
        host.Host.Time.Advance(TimeSpan.FromDays(30));
        await host.PumpAsync();
        Assert.Equal(TaskItemState.Frozen, (await TaskAsync(host, left.Id)).State);
        Assert.Equal(1, await host.ReadAsync(c => c.Timers.CountAsync(t => t.CaseId == id && t.State == TimerState.Pending)));
    }

    [Theory, AllDatabases]
    public async Task Sibling_WhenTheCaseIsBack_GoesOnWithTheDaysItHadLeft(DatabaseKind kind)
    {
        await using var host = await HostAsync(kind);
        var (id, left, check) = await ReturnedAsync(host);
        host.Host.Time.Advance(TimeSpan.FromDays(7));

        await host.DecideAsync(check, host.Second, "approve", "click-0003");

        var going = await TaskAsync(host, left.Id);
        Assert.Equal((TaskItemState.Open, left.DueAt!.Value.AddDays(7)), (going.State, going.DueAt!.Value));
        Assert.Contains(left.Id.ToString(), (await InboxAsync(host)).Items.Select(r => r.TaskId));
        await host.DecideAsync(going, host.First, "approve", "click-0004");
        await host.DecideAsync((await host.TasksAsync(id)).Single(t => t.ActivityId == "right"), host.Second, "approve", "click-0005");
        Assert.Equal("granted", (await host.RowAsync(id)).Result);
    }

    /// <summary>Checked, both branches open, and the right one returned to the check.</summary>
    private static async Task<(Guid Case, TaskItem Left, TaskItem Check)> ReturnedAsync(CaseHost host)
    {
        var id = await host.CaseAsync("branches");
        await host.DecideAsync((await host.TasksAsync(id))[0], host.First, "approve", "click-0001");
        var tasks = await host.TasksAsync(id);
        var right = tasks.Single(t => t.ActivityId == "right");
        var returned = await host.UseAsync<ReturnTask, Result<ActDone>>(u => u.HandleAsync(
            new ReturnTask.Request(right.Id, Etag.Of(right), "check", "请再核对", "click-0002"), host.Second, default));
        Assert.Null(returned.Error?.Code);
        return (id, tasks.Single(t => t.ActivityId == "left"), Assert.Single(await host.TasksAsync(id)));
    }

    private static async Task<CaseHost> HostAsync(DatabaseKind kind)
    {
        var host = await CaseHost.CreateAsync(kind);
        await host.LoadAsync(FlowPackage.Begin("branches").Review("check", ("allowSuccessive", true)).Step("fork", "Elsa.FlowNode")
            .Review("left", ("limit", new { length = 10, unit = "workingDays" }), ("onTimeout", new { act = "outcome", outcome = "TimedOut" }), ("allowSuccessive", true))
            .Review("right", ("returnTo", new[] { "check" }), ("onReturn", "resumeReturner"), ("allowSuccessive", true))
            .Step("join", "Elsa.FlowNode", ("customProperties", new System.Text.Json.Nodes.JsonObject { ["mergeMode"] = "Merge" }))
            .End("yes", "granted").End("no", "refused")
            .Ways("apply>check", "check:Approved>fork", "check:Rejected>no", "fork>left", "fork>right", "left:Approved>join", "left:Rejected>no", "left:TimedOut>no",
                "right:Approved>join", "right:Rejected>no", "join>yes"));
        return host;
    }

    private static Task<TaskItem> TaskAsync(CaseHost host, Guid id) => host.ReadAsync(c => c.TaskItems.AsNoTracking().Include(t => t.Candidates).SingleAsync(t => t.Id == id));

    private static async Task<InboxDto> InboxAsync(CaseHost host) => (await host.UseAsync<InboxPage, Result<InboxDto>>(u =>
        u.ReadAsync(new InboxRequest(InboxTab.Todo, null, null, null, null, InboxClaim.Any, null, null), host.First, default))).Value;
}
