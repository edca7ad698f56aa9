using Approvals.Application.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Approvals.Infrastructure.Pumps;

/// <summary>
/// Keeps a claimed row from other nodes while this one works on it. A claim is short, so that what a dead node held comes soon;
/// it is renewed for as long as the work goes on, and work whose claim is lost is stopped before another node does it, too.
/// </summary>
internal sealed partial class Hold<T> : IAsyncDisposable
    where T : class, ILeased
{
    private readonly CancellationTokenSource _over = new();
    private readonly CancellationTokenSource _lost = new();
    private readonly CancellationTokenSource _going;
    private readonly HoldOf _of;
    private readonly Task _beating;

    /// <summary>Holds a row until it is disposed.</summary>
    /// <param name="of">Where rows are held.</param>
    /// <param name="id">The row.</param>
    /// <param name="until">How long it is claimed for already.</param>
    /// <param name="stop">What stops the work besides the loss of the row.</param>
    public Hold(HoldOf of, Guid id, DateTimeOffset until, CancellationToken stop)
    {
        _of = of;
        _going = CancellationTokenSource.CreateLinkedTokenSource(stop, _lost.Token);
        _beating = BeatAsync(id, until);
    }

    /// <summary>Cancelled when the work is to end: the process stops, or the row is not this node's any more.</summary>
    public CancellationToken Going => _going.Token;

    /// <summary>Whether the row may be another node's by now.</summary>
    public bool IsLost => _lost.IsCancellationRequested;

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        await _beating;
        _going.Dispose();
        _lost.Dispose();
        _over.Dispose();
    }

    private async Task BeatAsync(Guid id, DateTimeOffset until)
    {
        while (true)
        {
            try
            {
                await Task.Delay(HoldTimes.Beat, _of.Time, _over.Token);
                var next = _of.Time.GetUtcNow() + HoldTimes.Length;
                if (!await RenewAsync(id, until, next))
                {
                    await _lost.CancelAsync();
                    return;
                }

                until = next;
            }
            catch (OperationCanceledException) when (_over.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                LogSilent(_of.Log, exception, typeof(T).Name, id);
                if (_of.Time.GetUtcNow() >= until)
                {
                    await _lost.CancelAsync();
                    return;
                }
            }
        }
    }

    /// <summary>Claims the row for longer; false when another node has it. Waits for the database hardly longer than the claim lasts.</summary>
    private async Task<bool> RenewAsync(Guid id, DateTimeOffset until, DateTimeOffset next)
    {
        var left = until - _of.Time.GetUtcNow();
        using var late = new CancellationTokenSource(left > HoldTimes.Beat ? left : HoldTimes.Beat, _of.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(_over.Token, late.Token);
        await using var scope = _of.Scopes.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<ApprovalsDbContext>();
        using var _ = await _of.Database.EnterWriteAsync(either.Token);
        return await context.Set<T>().Where(r => r.Id == id && r.LeaseOwner == _of.Node)
            .ExecuteUpdateAsync(r => r.SetProperty(x => x.LeaseUntil, next), either.Token) > 0;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The claim on {Kind} {Id} could not be renewed")]
    private static partial void LogSilent(ILogger logger, Exception exception, string kind, Guid id);
}

/// <summary>Where rows are held, and by whom.</summary>
internal sealed record HoldOf(IServiceScopeFactory Scopes, IDatabase Database, string Node, TimeProvider Time, ILogger Log);

/// <summary>How long rows are claimed for.</summary>
internal static class HoldTimes
{
    /// <summary>When others may claim a row; what a process that died had claimed comes that much later.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromSeconds(8);

    /// <summary>How often a claim is renewed; a few renewals may fail before the row is lost.</summary>
    public static readonly TimeSpan Beat = TimeSpan.FromSeconds(2);

    /// <summary>With less than this left, a row is given back instead of begun.</summary>
    public static readonly TimeSpan Least = Length / 2;
}
