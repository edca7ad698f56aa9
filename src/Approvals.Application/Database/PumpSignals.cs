using Approvals.Application.Migration;
using Approvals.Application.Batches;
using Approvals.Application.Outbox;
using Approvals.Application.Replay;
using Approvals.Application.Timers;

namespace Approvals.Application.Database;

/// <summary>Wakes the pumps of this process when something was written for them; other nodes find it by looking every second.</summary>
public sealed class PumpSignals
{
    private readonly Dictionary<Type, SemaphoreSlim> _bells = new()
    {
        [typeof(CaseTimer)] = new SemaphoreSlim(0, 1),
        [typeof(OutboxMessage)] = new SemaphoreSlim(0, 1),
        [typeof(InboundEvent)] = new SemaphoreSlim(0, 1),
        [typeof(MigrationBatch)] = new SemaphoreSlim(0, 1),
        [typeof(ReplayRun)] = new SemaphoreSlim(0, 1),
        [typeof(CaseBatchItem)] = new SemaphoreSlim(0, 1),
    };

    /// <summary>Rings once; ringing again before anybody came changes nothing.</summary>
    public void Wake(Type row)
    {
        if (_bells.TryGetValue(row, out var bell) && bell.CurrentCount == 0)
        {
            try
            {
                bell.Release();
            }
            catch (SemaphoreFullException)
            {
                // Somebody else rang in the same moment.
            }
        }
    }

    /// <summary>Waits for the bell, or until the next look is due.</summary>
    public async Task WaitAsync<T>(TimeSpan atMost, TimeProvider time, CancellationToken cancellationToken)
        where T : ILeased
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(_bells[typeof(T)].WaitAsync(either.Token), Task.Delay(atMost, time, either.Token));
        await either.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
    }
}
