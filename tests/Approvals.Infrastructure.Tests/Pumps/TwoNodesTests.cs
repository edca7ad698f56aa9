using Approvals.Application.Database;
using Approvals.Application.Timers;
using Approvals.Infrastructure.Pumps;
using Approvals.TestKit.Cases;
using Approvals.TestKit.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Infrastructure.Tests.Pumps;

/// <summary>Two nodes of the real application on one database, one of which stops or dies in the middle of its work.</summary>
public sealed class TwoNodesTests
{
    private const int Cases = 12;

    [Theory, AllDatabases]
    public async Task DrainAsync_BothAtOnce_EachTimerFiresOnce(DatabaseKind kind)
    {
        await using var office = await OfficeAsync(kind);
        await using var other = await office.BesideAsync(services => services.AddSingleton(PumpPace.Several));

        await Task.WhenAll(Pump(office).DrainAsync(default), Pump(other).DrainAsync(default));

        await AssertEachElapsedOnceAsync(office);
    }

    [Theory, AllDatabases]
    public async Task DrainAsync_NodeStopsInTheMiddle_TheOtherTakesItsTimersAtOnce(DatabaseKind kind)
    {
        await using var office = await OfficeAsync(kind);
        using var stop = new CancellationTokenSource();
        var gate = new Gate();
        await using var stopped = await office.BesideAsync(services => services.AddSingleton(gate).AddScoped<ITimerHandler, GatedHandler>());
        var draining = Pump(stopped).DrainAsync(stop.Token);
        await gate.Reached;

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => draining);
        await Pump(office).DrainAsync(default);

        await AssertEachElapsedOnceAsync(office);
    }

    [Theory, AllDatabases]
    public async Task DrainAsync_NodeHangsBeyondItsLease_TheOtherTakesItsTimersAndNoneFiresTwice(DatabaseKind kind)
    {
        await using var office = await OfficeAsync(kind);
        var gate = new Gate();
        await using var hanging = await office.BesideAsync(services => services.AddSingleton(gate).AddScoped<ITimerHandler, GatedHandler>());
        var draining = Pump(hanging).DrainAsync(default);
        await gate.Reached;

        Assert.Equal(0, await Pump(office).DrainAsync(default));
        office.Host.Time.Advance(TimeSpan.FromSeconds(16));
        await Pump(office).DrainAsync(default);
        gate.Open();
        await draining;

        await AssertEachElapsedOnceAsync(office);
    }

    /// <summary>Cases under review whose limit has passed.</summary>
    private static async Task<CaseHost> OfficeAsync(DatabaseKind kind)
    {
        var office = await CaseHost.CreateAsync(kind);
        for (var i = 0; i < Cases; i++)
        {
            var id = await office.CaseAsync();
            await office.ReadAsync(c => c.Cases.Where(r => r.Id == id).ExecuteUpdateAsync(r => r.SetProperty(x => x.OpenKey, (string?)null)));
        }

        office.Host.Time.Advance(TimeSpan.FromDays(10));
        return office;
    }

    private static Pump<CaseTimer> Pump(CaseHost node) => node.Host.Services.GetRequiredService<Pump<CaseTimer>>();

    private static async Task AssertEachElapsedOnceAsync(CaseHost office)
    {
        var elapsed = await office.ReadAsync(c => c.CaseEvents.Where(e => e.Type == "TimerElapsed").GroupBy(e => e.CaseId).Select(g => g.Count()).ToListAsync());
        Assert.Equal(Enumerable.Repeat(1, Cases), elapsed);
        Assert.Equal(Cases, await office.ReadAsync(c => c.Cases.CountAsync(r => r.Result == "terminated")));
        Assert.Equal(0, await office.ReadAsync(c => c.Timers.CountAsync(t => t.State == TimerState.Pending || t.State == TimerState.Failed)));
    }

    /// <summary>Where a node stands still with a timer in its hand.</summary>
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

    private sealed class GatedHandler(Application.Cases.CaseStepper stepper, Gate gate) : ITimerHandler
    {
        public async Task<PumpOutcome> HandleAsync(CaseTimer timer, CancellationToken cancellationToken)
        {
            await gate.PassAsync(cancellationToken);
            return await new ElapseTimer(stepper).HandleAsync(timer, cancellationToken);
        }
    }
}
