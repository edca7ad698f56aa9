using Approvals.Application.Database;
using Approvals.Application.Timers;
using Approvals.Infrastructure.Pumps;
using Approvals.TestKit.Cases;
using Approvals.TestKit.Database;
using Approvals.TestKit.Time;
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
        await using var stopped = await office.BesideAsync(services => Gated(services, gate));
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
        await using var hanging = await office.BesideAsync(services => Gated(services, gate).AddSingleton<TimeProvider>(new FakeTimeProvider(office.Host.Time.GetUtcNow())));
        var draining = Pump(hanging).DrainAsync(default);
        await gate.Reached;

        office.Host.Time.Advance(HoldTimes.Length - TimeSpan.FromSeconds(1));
        Assert.Equal(0, await Pump(office).DrainAsync(default));
        office.Host.Time.Advance(TimeSpan.FromSeconds(1));
        await Pump(office).DrainAsync(default);
        await AssertEachElapsedOnceAsync(office);
        gate.Open();
        await draining;

        await AssertEachElapsedOnceAsync(office);
    }

    [Theory, AllDatabases]
    public async Task DrainAsync_NodeIsSlowButAlive_KeepsWhatItWorksOnAndGivesBackTheRestUntried(DatabaseKind kind)
    {
        await using var office = await OfficeAsync(kind);
        var gate = new Gate();
        await using var slow = await office.BesideAsync(services => Gated(services, gate));
        var draining = Pump(slow).DrainAsync(default);
        var held = await gate.Reached;

        for (var beat = 1; beat <= 10; beat++)
        {
            await RenewedAsync(office, held);
        }

        await Pump(office).DrainAsync(default);
        var timer = await office.ReadAsync(c => c.Timers.AsNoTracking().SingleAsync(t => t.Id == held));
        Assert.Equal((TimerState.Pending, 1), (timer.State, timer.Attempts));
        gate.Open();
        await draining;

        await AssertEachElapsedOnceAsync(office);
    }

    [Theory, AllDatabases]
    public async Task DrainAsync_RowTakenByAnotherNode_StopsTheWorkAndWritesNothing(DatabaseKind kind)
    {
        await using var office = await OfficeAsync(kind);
        var gate = new Gate();
        await using var slow = await office.BesideAsync(services => Gated(services, gate));
        var draining = Pump(slow).DrainAsync(default);
        var held = await gate.Reached;
        await office.ReadAsync(c => c.Timers.Where(t => t.Id == held).ExecuteUpdateAsync(t => t.SetProperty(x => x.LeaseOwner, "other")));
        gate.OpenForOthers(held);

        office.Host.Time.Advance(HoldTimes.Beat);
        await draining;

        var timer = await office.ReadAsync(c => c.Timers.AsNoTracking().SingleAsync(t => t.Id == held));
        Assert.Equal((TimerState.Pending, "other", 0), (timer.State, timer.LeaseOwner, await office.ReadAsync(c => c.CaseEvents.CountAsync(e => e.Type == "TimerElapsed" && e.CaseId == timer.CaseId))));
    }

    private static IServiceCollection Gated(IServiceCollection services, Gate gate) => services.AddSingleton(gate).AddScoped<ITimerHandler, GatedHandler>();

    /// <summary>
    /// Lets time go by until the claim on a row is renewed: in small steps, as the next renewal is waited for only some time after the last
    /// one was written.
    /// </summary>
    private static async Task RenewedAsync(CaseHost office, Guid held)
    {
        const int looksAStep = 20;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var before = await UntilAsync();
        for (var look = 1; await UntilAsync() == before; look++)
        {
            if (look % looksAStep == 0)
            {
                office.Host.Time.Advance(HoldTimes.Beat / 10);
            }
        }

        Task<DateTimeOffset?> UntilAsync() => office.ReadAsync(c => c.Timers.Where(t => t.Id == held).Select(t => t.LeaseUntil).SingleAsync(patience.Token));
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
        private readonly TaskCompletionSource<Guid> _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private Guid _shutFor;

        /// <summary>The first timer that came.</summary>
        public Task<Guid> Reached => _reached.Task;

        public void Open() => _opened.TrySetResult();

        /// <summary>Lets all pass but one.</summary>
        public void OpenForOthers(Guid timer) => _shutFor = timer;

        public Task PassAsync(Guid timer, CancellationToken cancellationToken)
        {
            _reached.TrySetResult(timer);
            return _shutFor != Guid.Empty && _shutFor != timer ? Task.CompletedTask : _opened.Task.WaitAsync(cancellationToken);
        }
    }

    private sealed class GatedHandler(Application.Cases.CaseStepper stepper, Gate gate) : ITimerHandler
    {
        public async Task<PumpOutcome> HandleAsync(CaseTimer timer, CancellationToken cancellationToken)
        {
            await gate.PassAsync(timer.Id, cancellationToken);
            return await new ElapseTimer(stepper).HandleAsync(timer, cancellationToken);
        }
    }
}
