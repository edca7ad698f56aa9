using Approvals.Application.Outbox;
using Approvals.TestKit.Cases;
using Approvals.TestKit.Database;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Tests.Signals;

/// <summary>What one case tells others.</summary>
public sealed class SignalTests
{
    [Theory, AllDatabases]
    public async Task Signal_ToEverybody_IsHeardByEachThatWaits(DatabaseKind kind)
    {
        await using var host = await HostAsync(kind);
        var (red, blue) = (await host.CaseAsync("hears-red"), await host.CaseAsync("hears-blue"));

        var sender = await host.CaseAsync("tells-all");
        Assert.Null((await host.RowAsync(red)).FinishedAt);
        await host.PumpAsync();

        Assert.Equal("granted", (await host.RowAsync(sender)).Result);
        Assert.Equal(("granted", "granted"), ((await host.RowAsync(red)).Result, (await host.RowAsync(blue)).Result));
        Assert.False(await host.ReadAsync(c => c.AwaitedSignals.AnyAsync()));
    }

    [Theory, AllDatabases]
    public async Task Signal_WithAWord_IsHeardByThatWordAlone(DatabaseKind kind)
    {
        await using var host = await HostAsync(kind);
        var (red, blue) = (await host.CaseAsync("hears-red"), await host.CaseAsync("hears-blue"));

        await host.CaseAsync("tells-red");
        await host.PumpAsync();

        Assert.Equal(("granted", null), ((await host.RowAsync(red)).Result, (await host.RowAsync(blue)).Result));
    }

    [Theory, AllDatabases]
    public async Task Signal_WithACasesNumber_IsHeardByThatCaseAlone(DatabaseKind kind)
    {
        await using var host = await HostAsync(kind);
        var (red, blue) = (await host.CaseAsync("hears-red"), await host.CaseAsync("hears-blue"));
        await host.LoadAsync(Telling("tells-one", (await host.RowAsync(blue)).Number));

        await host.CaseAsync("tells-one");
        await host.PumpAsync();

        Assert.Equal((null, "granted"), ((await host.RowAsync(red)).Result, (await host.RowAsync(blue)).Result));
    }

    [Theory, AllDatabases]
    public async Task Signal_ToOneself_IsHeardInTheSameStep(DatabaseKind kind)
    {
        await using var host = await HostAsync(kind);

        var id = await host.CaseAsync("tells-itself");

        Assert.Equal("granted", (await host.RowAsync(id)).Result);
        Assert.False(await host.ReadAsync(c => c.InboundEvents.AnyAsync()));
    }

    [Theory, AllDatabases]
    public async Task Signal_ToACaseThatEndedMeanwhile_IsLaidAside(DatabaseKind kind)
    {
        await using var host = await HostAsync(kind);
        var red = await host.CaseAsync("hears-red");
        await host.CaseAsync("tells-red");
        await host.CaseAsync("tells-all");

        await host.PumpAsync();

        Assert.Equal("granted", (await host.RowAsync(red)).Result);
        Assert.Equal(
            [InboundState.Consumed, InboundState.Refused],
            await host.ReadAsync(c => c.InboundEvents.Where(e => e.TargetCaseId == red).OrderBy(e => e.Id).Select(e => e.State).ToListAsync()));
    }

    private static async Task<CaseHost> HostAsync(DatabaseKind kind)
    {
        var host = await CaseHost.CreateAsync(kind);
        await host.LoadAsync(Hearing("hears-red", "red"), Hearing("hears-blue", "blue"), Telling("tells-all", null), Telling("tells-red", "red"),
            FlowPackage.Begin("tells-itself").Step("fork", "Elsa.FlowNode").Step("wait", "Elsa.Event", ("eventName", "go"))
                .Step("tell", "Elsa.PublishEvent", ("eventName", "go"), ("isLocalEvent", true)).Step("told", "Elsa.FlowNode").End("end", "granted")
                .Ways("apply>fork", "fork>wait", "fork>tell", "tell>told", "wait>end"));
        return host;
    }

    private static FlowPackage Hearing(string code, string word) => FlowPackage.Begin(code).Step("word", "Elsa.Correlate", ("correlationId", word))
        .Step("wait", "Elsa.Event", ("eventName", "go")).End("end", "granted").Ways("apply>word", "word>wait", "wait>end");

    private static FlowPackage Telling(string code, string? word) => FlowPackage.Begin(code)
        .Step("tell", "Elsa.PublishEvent", word is null ? [("eventName", "go")] : [("eventName", "go"), ("correlationId", word)]).End("end", "granted")
        .Ways("apply>tell", "tell>end");
}
