using Approvals.Application.Batches;
using Approvals.Application.Database;
using Approvals.Application.Migration;
using Approvals.Application.Outbox;
using Approvals.Application.Replay;
using Approvals.Application.Timers;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Upkeep;

/// <summary>What waits for the pumps, and since when.</summary>
public sealed class QueueCounts(ApprovalsDbContext context, TimeProvider time)
{
    private const int Most = 10_000;

    /// <summary>Rows that nobody takes for so long mean that the pump stands still.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>All queues.</summary>
    public async Task<IReadOnlyList<QueueDto>> ReadAsync(CancellationToken cancellationToken) =>
    [
        await OfAsync("timers", context.Timers.Where(t => t.State == TimerState.Pending), context.Timers.Where(t => t.State == TimerState.Failed), cancellationToken),
        await OfAsync("events", context.InboundEvents.Where(e => e.State == InboundState.Pending), context.InboundEvents.Where(e => e.State == InboundState.Failed), cancellationToken),
        await OfAsync("messages", context.OutboxMessages.Where(m => m.State == OutboxState.Pending), context.OutboxMessages.Where(m => m.State == OutboxState.Failed), cancellationToken),
        await OfAsync("batches", context.CaseBatchItems.Where(b => b.State == CaseBatchState.Pending), context.CaseBatchItems.Where(b => b.State == CaseBatchState.Failed), cancellationToken),
        await OfAsync("migrations", context.MigrationBatches.Where(b => b.State == MigrationState.Pending), context.MigrationBatches.Where(b => b.State == MigrationState.Failed), cancellationToken),
        await OfAsync("replays", context.ReplayRuns.Where(r => r.State == ReplayState.Pending), context.ReplayRuns.Where(r => r.State == ReplayState.Failed), cancellationToken),
    ];

    private async Task<QueueDto> OfAsync<T>(string code, IQueryable<T> pending, IQueryable<T> givenUp, CancellationToken cancellationToken)
        where T : class, ILeased
    {
        var now = time.GetUtcNow();
        var old = now - Patience;
        var ready = pending.Where(r => r.ReadyAt <= now && (r.LeaseUntil == null || r.LeaseUntil <= now || r.LeaseOwner != null));
        var oldest = await ready.OrderBy(r => r.ReadyAt).Select(r => (DateTimeOffset?)r.ReadyAt).FirstOrDefaultAsync(cancellationToken);
        var stuck = oldest < old
            && await ready.AnyAsync(r => r.ReadyAt < old && (r.LeaseUntil == null || r.LeaseUntil < old), cancellationToken)
            && !await pending.AnyAsync(r => r.LeaseUntil > now, cancellationToken);
        return new QueueDto(
            code, await ready.Take(Most).CountAsync(cancellationToken), await pending.Where(r => r.ReadyAt > now).Take(Most).CountAsync(cancellationToken),
            await ready.Where(r => r.LastError != null).Take(Most).CountAsync(cancellationToken), await givenUp.Take(Most).CountAsync(cancellationToken), oldest, stuck);
    }
}
