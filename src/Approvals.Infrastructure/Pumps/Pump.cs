using Approvals.Application.Database;
using Approvals.Application.Metering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Approvals.Infrastructure.Pumps;

/// <summary>
/// Claims ready rows by lease and works them off, each in a scope of its own. A process that stops gives back what it has not
/// done, one that dies leaves leases that run out; a row that fails comes again, later each time, until it is given up for an
/// operator to see.
/// </summary>
public sealed partial class Pump<T>(
    IServiceScopeFactory scopes, IDatabase database, NodeName node, PumpPace pace, TimeProvider time, ILogger<Pump<T>> log)
    where T : class, ILeased
{
    private const int Batch = 50;
    private readonly HoldOf _holds = new(scopes, database, node.Value, time, log);

    /// <summary>Works off everything that is ready and returns how many rows that were.</summary>
    public async Task<int> DrainAsync(CancellationToken cancellationToken)
    {
        var total = 0;
        while (await ClaimAsync(cancellationToken) is { Ids.Count: > 0 } claimed)
        {
            try
            {
                await WorkOffAsync(claimed, cancellationToken);
            }
            finally
            {
                await GiveBackAsync(claimed);
            }

            total += claimed.Ids.Count - claimed.Open.Count;
        }

        return total;
    }

    private async Task<Claimed> ClaimAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<ApprovalsDbContext>();
        var now = time.GetUtcNow();
        var until = now + HoldTimes.Length;
        return new Claimed(await database.ClaimAsync<T>(context, new Lease(node.Value, now, until), Batch, cancellationToken), until);
    }

    private Task WorkOffAsync(Claimed claimed, CancellationToken cancellationToken) => Parallel.ForEachAsync(
        claimed.Ids,
        new ParallelOptions { MaxDegreeOfParallelism = pace.Parallel, CancellationToken = cancellationToken },
        async (id, stop) =>
        {
            if (claimed.Begin(id, time.GetUtcNow()))
            {
                await WorkAsync(id, claimed.Until, stop);
                claimed.Settled(id);
            }
        });

    private async Task GiveBackAsync(Claimed claimed)
    {
        if (claimed.Open is { Count: > 0 } open)
        {
            var untried = claimed.Untried;
            await using var scope = scopes.CreateAsyncScope();
            using var _ = await database.EnterWriteAsync(CancellationToken.None);
            await scope.ServiceProvider.GetRequiredService<ApprovalsDbContext>().Set<T>()
                .Where(r => open.Contains(r.Id) && r.LeaseOwner == node.Value)
                .ExecuteUpdateAsync(r => r.SetProperty(x => x.LeaseOwner, (string?)null).SetProperty(x => x.LeaseUntil, (DateTimeOffset?)null)
                    .SetProperty(x => x.Attempts, x => untried.Contains(x.Id) ? x.Attempts - 1 : x.Attempts));
        }
    }

    private async Task WorkAsync(Guid id, DateTimeOffset until, CancellationToken cancellationToken)
    {
        PumpOutcome outcome;
        var began = TimeProvider.System.GetTimestamp();
        await using (var hold = new Hold<T>(_holds, id, until, cancellationToken))
        await using (var scope = scopes.CreateAsyncScope())
        {
            outcome = await HandleAsync(scope.ServiceProvider, id, hold, cancellationToken);
        }

        ProductMeter.Pumped(typeof(T).Name, TimeProvider.System.GetElapsedTime(began), outcome.Name);
        if (outcome != PumpOutcome.Settled)
        {
            await using var settling = scopes.CreateAsyncScope();
            await SettleAsync(settling.ServiceProvider, id, outcome, cancellationToken);
        }
    }

    private async Task<PumpOutcome> HandleAsync(IServiceProvider services, Guid id, Hold<T> hold, CancellationToken cancellationToken)
    {
        try
        {
            var row = await services.GetRequiredService<ApprovalsDbContext>().Set<T>().SingleAsync(r => r.Id == id, hold.Going);
            var work = services.GetRequiredService<IPumpWork<T>>();
            return work.IsSettled(row) || row.LeaseOwner != node.Value ? PumpOutcome.Settled : await work.HandleAsync(row, hold.Going);
        }
        catch (Exception exception) when (hold.IsLost)
        {
            LogLost(log, exception, typeof(T).Name, id);
            return PumpOutcome.Settled;
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            LogFailure(log, exception, typeof(T).Name, id);
            return PumpOutcome.Retry(exception.GetType().Name);
        }
    }

    private async Task SettleAsync(IServiceProvider services, Guid id, PumpOutcome outcome, CancellationToken cancellationToken)
    {
        var context = services.GetRequiredService<ApprovalsDbContext>();
        var work = services.GetRequiredService<IPumpWork<T>>();
        var row = await context.Set<T>().SingleAsync(r => r.Id == id, cancellationToken);
        if (row.LeaseOwner == node.Value && !work.IsSettled(row))
        {
            Apply(work, row, outcome);

            // A conflict means that somebody decided about the row meanwhile; the lease then runs out by itself.
            await services.GetRequiredService<WriteTransaction>().CommitAsync(cancellationToken);
        }
    }

    private void Apply(IPumpWork<T> work, T row, PumpOutcome outcome)
    {
        var now = time.GetUtcNow();
        var failure = Backoff.Judge(outcome, row.Attempts);
        row.LastError = failure?.Reason;
        row.LeaseUntil = now + (failure is { IsSpread: true, Wait: { } wait } ? Backoff.Spread(wait, row.Id, row.Attempts) : failure?.Wait);
        row.Attempts -= failure is { IsAttempt: false } ? 1 : 0;
        row.LeaseOwner = failure is { Wait: not null, LetsPass: false } ? node.Value : null;
        if (failure is null)
        {
            work.Finish(row, now);
        }
        else if (failure.Wait is null)
        {
            work.GiveUp(row);
            LogGivenUp(log, typeof(T).Name, row.Id, failure.Reason);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Working on {Kind} {Id} ended, as the claim on it was lost; who holds it now does it")]
    private static partial void LogLost(ILogger logger, Exception exception, string kind, Guid id);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Working on {Kind} {Id} failed")]
    private static partial void LogFailure(ILogger logger, Exception exception, string kind, Guid id);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Kind} {Id} was given up: {Reason}")]
    private static partial void LogGivenUp(ILogger logger, string kind, Guid id, string reason);
}
