using Approvals.Application.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Approvals.Application.Jobs;

/// <summary>
/// Lets others hear that a run is alive while a long chunk is worked on, and stops the chunk when an operator asked for it or
/// another node has taken the run.
/// </summary>
public sealed partial class JobHeart(IServiceScopeFactory scopes, IDatabase database, NodeName node, TimeProvider time, ILogger<JobHeart> log)
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(2);

    /// <summary>Beats until it is disposed.</summary>
    /// <param name="run">The run.</param>
    /// <param name="stop">What stops the chunk.</param>
    internal IAsyncDisposable Begin(JobRun run, CancellationTokenSource stop) => new Beating(this, run.Id, stop);

    private async Task BeatAsync(Guid run, CancellationTokenSource stop, CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(Beat, time, over);
                if (!await HeardAsync(run, over))
                {
                    await stop.CancelAsync();
                    return;
                }
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (Exception exception)
            {
                LogSilent(log, exception, run);
            }
        }
    }

    /// <summary>Notes the beat; false when the run is to stop.</summary>
    private async Task<bool> HeardAsync(Guid run, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<ApprovalsDbContext>();
        using var _ = await database.EnterWriteAsync(cancellationToken);
        var now = time.GetUtcNow();
        return await context.JobRuns
            .Where(r => r.Id == run && r.Node == node.Value && r.State == JobRunState.Running && r.CancelAskedAt == null)
            .ExecuteUpdateAsync(s => s.SetProperty(r => r.HeardAt, now), cancellationToken) > 0;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The run {Run} could not be noted as alive")]
    private static partial void LogSilent(ILogger logger, Exception exception, Guid run);

    private sealed class Beating : IAsyncDisposable
    {
        private readonly CancellationTokenSource _over = new();
        private readonly Task _beating;

        public Beating(JobHeart heart, Guid run, CancellationTokenSource stop) => _beating = heart.BeatAsync(run, stop, _over.Token);

        public async ValueTask DisposeAsync()
        {
            await _over.CancelAsync();
            await _beating;
            _over.Dispose();
        }
    }
}
