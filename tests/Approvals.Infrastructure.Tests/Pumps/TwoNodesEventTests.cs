using Approvals.Application.Cases;
using Approvals.Application.Database;
using Approvals.Application.Outbox;
using Approvals.Feel;
using Approvals.Infrastructure.Pumps;
using Approvals.TestKit.Cases;
using Approvals.TestKit.Database;
using Approvals.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Infrastructure.Tests.Pumps;

/// <summary>Two nodes work off the events between cases: each is heard once, and those of one case in the order in which they were sent.</summary>
public sealed class TwoNodesEventTests
{
    private const int Cases = 8;
    private static readonly string[] Names = ["one", "two", "three", "four"];

    [Theory, AllDatabases]
    public async Task DrainAsync_BothAtOnce_EachEventIsHeardOnceAndInOrder(DatabaseKind kind)
    {
        await using var office = await OfficeAsync(kind);
        await using var other = await office.BesideAsync(services => services.AddSingleton(PumpPace.Several));
        var cases = await HearingAsync(office);
        await SendAsync(office, cases);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Pump(i % 2 == 0 ? office : other).DrainAsync(default)));
        await Pump(office).DrainAsync(default);

        foreach (var id in cases)
        {
            var heard = await office.ReadAsync(c => c.CaseEvents.Where(e => e.CaseId == id && e.Type == "SignalReceived").OrderBy(e => e.Number).Select(e => e.Event).ToListAsync());
            Assert.Equal(Names, heard.Select(e => ((SignalReceived)WorkflowEvent.FromJson(e)).Name));
        }

        Assert.Equal(Cases, await office.ReadAsync(c => c.Cases.CountAsync(r => r.Result == "granted")));
        Assert.Equal(Cases * Names.Length, await office.ReadAsync(c => c.InboundEvents.CountAsync(e => e.State == InboundState.Consumed)));
    }

    [Theory, AllDatabases]
    public async Task DrainAsync_NodeHangsBeyondItsLease_TheOtherHearsForItAndNothingIsHeardTwice(DatabaseKind kind)
    {
        await using var office = await OfficeAsync(kind);
        var gate = new Gate();
        await using var hanging = await office.BesideAsync(services => services.AddSingleton(gate).AddScoped<TakeInboundEvent>().AddScoped<IInboundEventHandler, GatedHandler>());
        var cases = await HearingAsync(office);
        await SendAsync(office, cases);
        var draining = Pump(hanging).DrainAsync(default);
        await gate.Reached;

        office.Host.Time.Advance(TimeSpan.FromMinutes(10));
        await Pump(office).DrainAsync(default);
        gate.Open();
        await draining;
        office.Host.Time.Advance(TimeSpan.FromMinutes(10));
        await Pump(office).DrainAsync(default);

        var heard = await office.ReadAsync(c => c.CaseEvents.Where(e => e.Type == "SignalReceived").GroupBy(e => e.CaseId).Select(g => g.Count()).ToListAsync());
        Assert.Equal(Enumerable.Repeat(Names.Length, Cases), heard);
        Assert.Equal(0, await office.ReadAsync(c => c.InboundEvents.CountAsync(e => e.State != InboundState.Consumed)));
    }

    /// <summary>A service whose case waits for one event after another; one that came too early would be laid aside, and the case never end.</summary>
    private static async Task<CaseHost> OfficeAsync(DatabaseKind kind)
    {
        var office = await CaseHost.CreateAsync(kind);
        var flow = FlowPackage.Begin("hears");
        foreach (var name in Names)
        {
            flow.Step(name, "Elsa.Event", ("eventName", name));
        }

        string[] steps = ["apply", .. Names, "end"];
        await office.LoadAsync(flow.End("end", "granted").Ways([.. steps.Zip(steps.Skip(1), (from, to) => $"{from}>{to}")]));
        return office;
    }

    private static async Task<List<Guid>> HearingAsync(CaseHost office)
    {
        List<Guid> cases = [];
        for (var i = 0; i < Cases; i++)
        {
            var id = await office.CaseAsync("hears");
            await office.ReadAsync(c => c.Cases.Where(r => r.Id == id).ExecuteUpdateAsync(r => r.SetProperty(x => x.OpenKey, (string?)null)));
            cases.Add(id);
        }

        return cases;
    }

    private static Task<CommitOutcome> SendAsync(CaseHost office, List<Guid> cases) => office.InAsync(services =>
    {
        var outbox = services.GetRequiredService<OutboxWriter>();
        foreach (var name in Names)
        {
            cases.ForEach(id => outbox.Send(id, new SignalReceived(name, FeelValue.Null).ToJson(), $"{id:N}:{name}"));
        }

        return services.GetRequiredService<WriteTransaction>().CommitAsync(CancellationToken.None);
    });

    private static Pump<InboundEvent> Pump(CaseHost node) => node.Host.Services.GetRequiredService<Pump<InboundEvent>>();

    /// <summary>Where a node stands still with an event in its hand.</summary>
    private sealed class Gate
    {
        private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Reached => _reached.Task;

        public void Open() => _opened.TrySetResult();

        public Task PassAsync(CancellationToken cancellationToken)
        {
            _reached.TrySetResult();
            return _opened.Task.WaitAsync(cancellationToken);
        }
    }

    private sealed class GatedHandler(TakeInboundEvent take, Gate gate) : IInboundEventHandler
    {
        public async Task<PumpOutcome> HandleAsync(InboundEvent inbound, CancellationToken cancellationToken)
        {
            await gate.PassAsync(cancellationToken);
            return await take.HandleAsync(inbound, cancellationToken);
        }
    }
}
