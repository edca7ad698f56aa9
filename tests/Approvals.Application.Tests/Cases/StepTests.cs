using Approvals.Application.Cases;
using Approvals.Application.Corrections;
using Approvals.Application.Database;
using Approvals.Application.Entitlements;
using Approvals.Application.Tasks;
using Approvals.Application.Timers;
using Approvals.TestKit.Cases;
using Approvals.TestKit.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Application.Tests.Cases;

/// <summary>A case from submission to its end, every row of each step in one transaction.</summary>
public sealed class StepTests
{
    [Theory, AllDatabases]
    public async Task Approve_OpenReview_GrantsAndFinishes(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var id = await host.CaseAsync();
        var task = Assert.Single(await host.TasksAsync(id));

        var done = await host.DecideAsync(task, host.First, "approve", "click-0002");

        Assert.True(done.IsSuccess);
        var row = await host.RowAsync(id);
        Assert.Equal(("granted", "Finished", null), (row.Result, row.State, row.OpenKey));
        var entitlement = await host.ReadAsync(c => c.Entitlements.SingleAsync(e => e.CaseId == id));
        Assert.StartsWith("XB220", entitlement.Number, StringComparison.Ordinal);
        Assert.Empty(await host.TasksAsync(id));
    }

    [Theory, AllDatabases]
    public async Task Approve_OpenReview_ChainsItsEventsAndAuditsThem(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var id = await host.CaseAsync();
        await host.DecideAsync((await host.TasksAsync(id))[0], host.First, "approve", "click-0002");

        var events = await host.ReadAsync(c => c.CaseEvents.AsNoTracking().Where(e => e.CaseId == id).OrderBy(e => e.Number).ToListAsync());
        var audited = await host.ReadAsync(c => c.AuditEntries.Where(a => a.CaseId == id && a.CaseEventNumber != null).CountAsync());

        Assert.Equal(["Started", "TaskCompleted"], events.Select(e => e.Type));
        Assert.Equal(events[0].Hash, events[1].PreviousHash);
        Assert.All(events, e => Assert.Equal(CaseEventHash.Of(e), e.Hash));
        Assert.Equal(events.Count, audited);
    }

    [Theory, AllDatabases]
    public async Task Reject_WithOpinion_RefusesAndLetsApplyAgain(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var id = await host.CaseAsync();

        await host.DecideAsync((await host.TasksAsync(id))[0], host.First, "reject", "click-0002", "不符合条件");

        Assert.Equal("refused", (await host.RowAsync(id)).Result);
        Assert.True((await host.SubmitAsync(await host.DraftAsync())).IsSuccess);
    }

    [Theory, AllDatabases]
    public async Task Reject_WithoutOpinion_IsRefused(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var id = await host.CaseAsync();

        var done = await host.DecideAsync((await host.TasksAsync(id))[0], host.First, "reject", "click-0002", null);

        Assert.Equal("tasks.needsOpinion", done.Error?.Code);
        Assert.Null((await host.RowAsync(id)).Result);
    }

    [Theory, AllDatabases]
    public async Task Return_ToApplicant_OpensOnlyTheNamedFields(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var id = await host.CaseAsync();
        await ReturnAsync(host, (await host.TasksAsync(id))[0]);
        var correction = (await host.TasksAsync(id)).Single(t => t.OwnerUserId == host.Applicant.Id);

        var closed = await CorrectAsync(host, correction, new { account = "1" }, "click-0003");
        var open = await CorrectAsync(host, correction, new { amount = 20 }, "click-0004");

        Assert.Equal("corrections.closedField", closed.Error?.Code);
        Assert.True(open.IsSuccess);
        var answers = await AnswersAsync(host, id);
        Assert.Equal((20m, "6222000011112222"), (answers["amount"].AsNumber(), answers["account"].AsString()));
    }

    [Theory, AllDatabases]
    public async Task Timer_PastTheLimit_TakesTheTimeOutOnce(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var id = await host.CaseAsync();
        var timer = await host.ReadAsync(c => c.Timers.AsNoTracking().SingleAsync(t => t.CaseId == id && t.State == TimerState.Pending));

        await ElapseAsync(host, timer);
        Assert.Null((await host.RowAsync(id)).Result);
        host.Host.Time.Advance(timer.ReadyAt - host.Host.Time.GetUtcNow());
        await ElapseAsync(host, timer);
        await ElapseAsync(host, timer);

        Assert.Equal("terminated", (await host.RowAsync(id)).Result);
        Assert.Equal(2, await host.ReadAsync(c => c.CaseEvents.CountAsync(e => e.CaseId == id)));
    }

    [Theory, AllDatabases]
    public async Task Limit_OfAReview_IsDueAtTheEndOfItsLastWorkingDay(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);

        var task = Assert.Single(await host.TasksAsync(await host.CaseAsync()));

        Assert.Equal(new DateTimeOffset(2026, 3, 6, 0, 0, 0, TimeSpan.FromHours(8)), task.DueAt);
        Assert.True(task.YellowAt < task.DueAt);
    }

    [Theory, AllDatabases]
    public async Task Replay_OfAFinishedCase_GivesItsState(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var id = await host.CaseAsync();
        await host.DecideAsync((await host.TasksAsync(id))[0], host.First, "approve", "click-0002");
        var number = (await host.RowAsync(id)).Number;

        var replayed = await host.UseAsync<ReplayCase, Result<ReplayCase.Replayed>>(u => u.HandleAsync(number, default));

        Assert.True(replayed.Value.Matches);
    }

    [Theory, AllDatabases]
    public async Task Replay_AfterTheStateWasEdited_SaysSo(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var id = await host.CaseAsync();
        var number = (await host.RowAsync(id)).Number;
        await host.ReadAsync(c => c.CaseStates.Where(s => s.CaseId == id).ExecuteUpdateAsync(s => s.SetProperty(r => r.State, "{\"schema\":1}")));

        var replayed = await host.UseAsync<ReplayCase, Result<ReplayCase.Replayed>>(u => u.HandleAsync(number, default));

        Assert.False(replayed.Value.Matches);
    }

    [Theory, AllDatabases]
    public async Task Verify_TokenOfAGrant_ShowsNoMoreThanNeeded(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var id = await host.CaseAsync();
        await host.DecideAsync((await host.TasksAsync(id))[0], host.First, "approve", "click-0002");
        var token = await host.ReadAsync(c => c.Entitlements.Where(e => e.CaseId == id).Select(e => e.VerificationToken).SingleAsync());

        var verified = await host.UseAsync<VerifyEntitlement, Result<VerifyEntitlement.Verified>>(u => u.HandleAsync(token, default));
        var unknown = await host.UseAsync<VerifyEntitlement, Result<VerifyEntitlement.Verified>>(u => u.HandleAsync("no-such-token", default));

        Assert.Equal((Application.Cards.CardStatus.Valid, new DateOnly(2026, 3, 2)), (verified.Value.Status, verified.Value.ValidFrom));
        Assert.DoesNotContain("applicant", verified.Value.HolderMasked, StringComparison.Ordinal);
        Assert.Equal(ErrorKind.NotFound, unknown.Error?.Kind);
    }

    private static Task<PumpOutcome> ElapseAsync(CaseHost host, CaseTimer timer) => host.InAsync(async s =>
        await s.GetServices<ITimerHandler>().OfType<ElapseTimer>().Single().HandleAsync(timer, default));

    private static Task<Result<ActDone>> ReturnAsync(CaseHost host, TaskItem task) => host.UseAsync<ReturnTask, Result<ActDone>>(u => u.HandleAsync(
        new ReturnTask.Request(task.Id, Etag.Of(task), ReturnTask.ToApplicant, "金额有误", "click-0002") { Fields = ["amount"] }, host.First, default));

    private static Task<Result<ActDone>> CorrectAsync(CaseHost host, TaskItem task, object values, string key) =>
        host.UseAsync<SubmitCorrection, Result<ActDone>>(u => u.HandleAsync(
            new SubmitCorrection.Request(task.Id, null, key) { Values = CaseHost.Values(values) }, host.Applicant, default));

    private static Task<Feel.FeelContext> AnswersAsync(CaseHost host, Guid id) => host.InAsync(async s =>
        (await s.GetRequiredService<CaseWorkLoader>().LoadAsync(id, null, default)).Value.Forms["application"].Values);
}
