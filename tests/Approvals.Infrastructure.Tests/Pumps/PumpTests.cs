using System.Collections.Concurrent;
using Approvals.Application.Database;
using Approvals.Application.Outbox;
using Approvals.Application.Timers;
using Approvals.Infrastructure.Pumps;
using Approvals.TestKit.Database;
using Approvals.TestKit.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Infrastructure.Tests.Pumps;

public sealed class PumpTests
{
    [Theory, AllDatabases]
    public async Task DrainAsync_DueTimer_IsHandledOnceAndNeverAgain(DatabaseKind kind)
    {
        var handler = new Handler(_ => PumpOutcome.Done);
        await using var host = await HostAsync(kind, handler);
        await AddTimerAsync(host, TimeSpan.FromMinutes(5));

        await DrainAsync<CaseTimer>(host);
        Assert.Empty(handler.Seen);
        host.Time.Advance(TimeSpan.FromMinutes(5));
        await DrainAsync<CaseTimer>(host);
        host.Time.Advance(TimeSpan.FromDays(1));
        await DrainAsync<CaseTimer>(host);

        Assert.Single(handler.Seen);
        Assert.Equal(TimerState.Fired, (await TimerAsync(host)).State);
    }

    [Theory, AllDatabases]
    public async Task DrainAsync_HandlerFailsTwice_IsTriedAgainLaterEachTime(DatabaseKind kind)
    {
        var calls = 0;
        var handler = new Handler(_ => ++calls < 3 ? throw new InvalidOperationException("secret of a person") : PumpOutcome.Done);
        await using var host = await HostAsync(kind, handler);
        await AddTimerAsync(host, TimeSpan.Zero);

        await DrainAsync<CaseTimer>(host);
        var failed = await TimerAsync(host);
        host.Time.Advance(TimeSpan.FromSeconds(2));
        await DrainAsync<CaseTimer>(host);
        host.Time.Advance(TimeSpan.FromSeconds(4));
        await DrainAsync<CaseTimer>(host);

        Assert.Equal((TimerState.Pending, nameof(InvalidOperationException)), (failed.State, failed.LastError));
        Assert.Equal((3, TimerState.Fired), (calls, (await TimerAsync(host)).State));
    }

    [Theory, AllDatabases]
    public async Task DrainAsync_NeverSucceeds_IsGivenUpForAnOperator(DatabaseKind kind)
    {
        var handler = new Handler(_ => PumpOutcome.Retry("busy"));
        await using var host = await HostAsync(kind, handler);
        await AddTimerAsync(host, TimeSpan.Zero);

        for (var i = 0; i < Backoff.MaxAttempts + 3; i++)
        {
            await DrainAsync<CaseTimer>(host);
            host.Time.Advance(TimeSpan.FromHours(1));
        }

        Assert.Equal(Backoff.MaxAttempts, handler.Seen.Count);
        Assert.Equal((TimerState.Failed, "busy"), ((await TimerAsync(host)).State, (await TimerAsync(host)).LastError));
    }

    [Theory, AllDatabases]
    public async Task DrainAsync_TwoPumpsAtOnce_EachRowOnce(DatabaseKind kind)
    {
        var handler = new Handler(_ => PumpOutcome.Done);
        await using var host = await HostAsync(kind, handler);
        for (var i = 0; i < 30; i++)
        {
            await AddTimerAsync(host, TimeSpan.Zero);
        }

        var other = ActivatorUtilities.CreateInstance<Pump<CaseTimer>>(host.Services, new NodeName("other"));
        await Task.WhenAll(DrainAsync<CaseTimer>(host), other.DrainAsync(CancellationToken.None));

        Assert.Equal(30, handler.Seen.Count);
        Assert.Equal(30, handler.Seen.Distinct().Count());
    }

    [Theory, AllDatabases]
    public async Task DrainAsync_InboundEvent_IsConsumed(DatabaseKind kind)
    {
        var handler = new Handler(_ => PumpOutcome.Done);
        await using var host = await HostAsync(kind, handler);
        await host.InScopeAsync(services =>
        {
            services.GetRequiredService<OutboxWriter>().Send(Guid.NewGuid(), "{}", "signal:1");
            return services.GetRequiredService<WriteTransaction>().CommitAsync(CancellationToken.None);
        });

        await DrainAsync<InboundEvent>(host);

        Assert.Equal(InboundState.Consumed, await host.WithContextAsync(c => c.InboundEvents.Select(e => e.State).SingleAsync()));
    }

    [Fact]
    public async Task WaitAsync_WriterCommitsARow_ReturnsWithoutTheClockMoving()
    {
        await using var host = await HostAsync(DatabaseKind.Sqlite, new Handler(_ => PumpOutcome.Done));
        var waiting = host.Services.GetRequiredService<PumpSignals>().WaitAsync<OutboxMessage>(TimeSpan.FromHours(1), host.Time, CancellationToken.None);
        Assert.False(waiting.IsCompleted);

        await host.InScopeAsync(services =>
        {
            services.GetRequiredService<OutboxWriter>().Add("mail.letter", "1", new { });
            return services.GetRequiredService<WriteTransaction>().CommitAsync(CancellationToken.None);
        });

        await waiting.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 4)]
    [InlineData(5, 32)]
    [InlineData(17, 3600)]
    [InlineData(1000, 3600)]
    public void Wait_Attempts_DoublesUpToAnHour(int attempts, int seconds) => Assert.Equal(TimeSpan.FromSeconds(seconds), Backoff.Wait(attempts));

    private static Task<TestHost> HostAsync(DatabaseKind kind, Handler handler) => TestHost.CreateAsync(
        kind, services => services.AddSingleton<ITimerHandler>(handler).AddSingleton<IInboundEventHandler>(handler));

    private static Task<int> DrainAsync<T>(TestHost host)
        where T : class, ILeased => host.Services.GetRequiredService<Pump<T>>().DrainAsync(CancellationToken.None);

    private static Task<CaseTimer> TimerAsync(TestHost host) => host.WithContextAsync(c => c.Timers.AsNoTracking().SingleAsync());

    private static async Task AddTimerAsync(TestHost host, TimeSpan after)
    {
        var @case = new CaseRows(new IdSource(TimeProvider.System), host.Time).Case(Guid.NewGuid().ToString("N"));
        await host.AddAsync(@case, new CaseTimer
        {
            Id = Guid.NewGuid(),
            CaseId = @case.Id,
            BookmarkId = "t1",
            State = TimerState.Pending,
            ReadyAt = host.Time.GetUtcNow() + after,
        });
    }

    private sealed class Handler(Func<Guid, PumpOutcome> answer) : ITimerHandler, IInboundEventHandler
    {
        public ConcurrentQueue<Guid> Seen { get; } = [];

        public Task<PumpOutcome> HandleAsync(CaseTimer timer, CancellationToken cancellationToken) => Answer(timer.Id);

        public Task<PumpOutcome> HandleAsync(InboundEvent inbound, CancellationToken cancellationToken) => Answer(inbound.Id);

        private Task<PumpOutcome> Answer(Guid id)
        {
            Seen.Enqueue(id);
            return Task.FromResult(answer(id));
        }
    }
}
