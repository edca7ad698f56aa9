using Approvals.Application.Database;
using Approvals.Application.Outbox;
using Approvals.Application.Timers;
using Approvals.Infrastructure.Pumps;
using Approvals.Simulation.Ports;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Simulation;

/// <summary>The one simulator: the real application, whose time passes only when it is told to.</summary>
public sealed class Simulator : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly SimulatedClock _clock;

    internal Simulator(ServiceProvider services, SimulatedClock clock) => (_services, _clock) = (services, clock);

    /// <summary>The instant it is.</summary>
    public DateTimeOffset Now => _clock.GetUtcNow();

    /// <summary>The application's services.</summary>
    public IServiceProvider Services => _services;

    /// <summary>Runs something in a scope of its own, as a request would be.</summary>
    public async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = _services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    /// <summary>Lets time pass: each timer that falls due on the way fires at its own instant.</summary>
    public async Task AdvanceToAsync(DateTimeOffset instant, CancellationToken cancellationToken = default)
    {
        while (await NextTimerAsync(cancellationToken) is { } next && next <= instant)
        {
            _clock.MoveTo(next);
            if (await DrainAsync(cancellationToken) == 0)
            {
                break;
            }
        }

        _clock.MoveTo(instant);
        await DrainAsync(cancellationToken);
    }

    /// <summary>Works off what is due now.</summary>
    public async Task<int> DrainAsync(CancellationToken cancellationToken = default) =>
        await _services.GetRequiredService<Pump<CaseTimer>>().DrainAsync(cancellationToken)
        + await _services.GetRequiredService<Pump<InboundEvent>>().DrainAsync(cancellationToken);

    /// <summary>Sends what waits in the outbox, to ports that keep it.</summary>
    public Task<int> SendAsync(CancellationToken cancellationToken = default) =>
        _services.GetRequiredService<Pump<OutboxMessage>>().DrainAsync(cancellationToken);

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private Task<DateTimeOffset?> NextTimerAsync(CancellationToken cancellationToken) => InScopeAsync(services =>
        services.GetRequiredService<ApprovalsDbContext>().Timers.Where(t => t.State == TimerState.Pending)
            .Select(t => (DateTimeOffset?)(t.LeaseUntil ?? t.ReadyAt)).MinAsync(cancellationToken));
}
