using System.Collections.Concurrent;
using Approvals.Application.Database;
using Approvals.Application.Timers;
using Approvals.Infrastructure.Pumps;
using Approvals.TestKit.Database;
using Approvals.TestKit.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Infrastructure.Tests.Pumps;

/// <summary>Within a case one timer after the other, whatever several nodes do; cases do not wait for each other.</summary>
public sealed class OrderTests
{
    [Theory, AllDatabases]
    public async Task DrainAsync_TwoNodesSeveralAtATime_KeepTheOrderOfEachCase(DatabaseKind kind)
    {
        var handler = new Recorder(_ => PumpOutcome.Done);
        await using var host = await HostAsync(kind, handler);
        await using var other = host.Beside(services => services.AddSingleton<ITimerHandler>(handler).AddSingleton(PumpPace.Several));
        for (var i = 0; i < 12; i++)
        {
            await AddCaseAsync(host, timers: 6);
        }

        await Task.WhenAll(DrainAsync(host), DrainAsync(other));
        await DrainAsync(host); // what one node held back while the other worked

        var perCase = handler.Seen.GroupBy(t => t.CaseId, t => t.BookmarkId).ToList();
        Assert.Equal(12, perCase.Count);
        Assert.All(perCase, seen => Assert.Equal(["t1", "t2", "t3", "t4", "t5", "t6"], seen));
    }

    [Theory, AllDatabases]
    public async Task DrainAsync_FirstFails_HoldsBackOnlyItsOwnCase(DatabaseKind kind)
    {
        var fails = true;
        var handler = new Recorder(t => t.BookmarkId == "t1" && fails ? PumpOutcome.Retry("busy") : PumpOutcome.Done);
        await using var host = await HostAsync(kind, handler);
        await AddCaseAsync(host, timers: 2);
        await AddCaseAsync(host, timers: 1, from: 5);

        await DrainAsync(host);
        Assert.Equal(["t1", "t5"], handler.Seen.Select(t => t.BookmarkId).Order());
        fails = false;
        host.Time.Advance(TimeSpan.FromSeconds(2));
        await DrainAsync(host);

        Assert.Equal(["t1", "t2"], handler.Seen.Select(t => t.BookmarkId).Skip(2));
    }

    [Theory, AllDatabases]
    public async Task DrainAsync_FirstCannotBeDoneYet_LetsOthersPassAndIsNeverGivenUp(DatabaseKind kind)
    {
        var waits = true;
        var handler = new Recorder(t => t.BookmarkId == "t1" && waits ? PumpOutcome.Park("incident") : PumpOutcome.Done);
        await using var host = await HostAsync(kind, handler);
        await AddCaseAsync(host, timers: 2);

        await DrainAsync(host);
        Assert.Equal(["t1", "t2"], handler.Seen.Select(t => t.BookmarkId));
        for (var i = 0; i < Backoff.MaxAttempts + 5; i++)
        {
            host.Time.Advance(TimeSpan.FromHours(1));
            await DrainAsync(host);
        }

        waits = false;
        host.Time.Advance(TimeSpan.FromHours(1));
        await DrainAsync(host);

        Assert.Equal([TimerState.Fired, TimerState.Fired], await host.WithContextAsync(c => c.Timers.Select(t => t.State).ToListAsync()));
    }

    [Theory, AllDatabases]
    public async Task DrainAsync_TimerMovedToLaterWhileItWasClaimed_StaysPending(DatabaseKind kind)
    {
        TestHost host = null!;
        var handler = new Recorder(_ =>
        {
            host.WithContextAsync(c => c.Timers.ExecuteUpdateAsync(t => t.SetProperty(x => x.ReadyAt, host.Time.GetUtcNow().AddDays(1)))).GetAwaiter().GetResult();
            return PumpOutcome.Settled;
        });
        host = await HostAsync(kind, handler);
        await using var _ = host;
        await AddCaseAsync(host, timers: 1);

        await DrainAsync(host);

        Assert.Equal(TimerState.Pending, await host.WithContextAsync(c => c.Timers.Select(t => t.State).SingleAsync()));
        host.Time.Advance(TimeSpan.FromDays(1));
        await DrainAsync(host);
        Assert.Equal(2, handler.Seen.Count);
    }

    private static Task<TestHost> HostAsync(DatabaseKind kind, Recorder handler) =>
        TestHost.CreateAsync(kind, services => services.AddSingleton<ITimerHandler>(handler).AddSingleton(PumpPace.Several));

    private static Task<int> DrainAsync(TestHost host) => host.Services.GetRequiredService<Pump<CaseTimer>>().DrainAsync(CancellationToken.None);

    /// <summary>A case whose timers fell due one second after the other.</summary>
    private static async Task AddCaseAsync(TestHost host, int timers, int from = 1)
    {
        var @case = new CaseRows(new IdSource(TimeProvider.System), host.Time).Case(Guid.NewGuid().ToString("N"));
        var rows = Enumerable.Range(from, timers).Select(i => new CaseTimer
        {
            Id = Guid.NewGuid(), CaseId = @case.Id, BookmarkId = $"t{i}", State = TimerState.Pending, ReadyAt = host.Time.GetUtcNow().AddSeconds(i - 100),
        });
        await host.AddAsync([@case, .. rows]);
    }

    private sealed class Recorder(Func<CaseTimer, PumpOutcome> answer) : ITimerHandler
    {
        public ConcurrentQueue<CaseTimer> Seen { get; } = [];

        public async Task<PumpOutcome> HandleAsync(CaseTimer timer, CancellationToken cancellationToken)
        {
            Seen.Enqueue(timer);
            await Task.Yield();
            return answer(timer);
        }
    }
}
