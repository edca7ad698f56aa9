using Approvals.Application.Database;
using Approvals.Application.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.News;

/// <summary>Wakes whoever follows the signals in this process; other nodes find them by looking every second.</summary>
public sealed class NewsBell : IDisposable
{
    private readonly SemaphoreSlim _bell = new(0, 1);

    /// <summary>Rings once; ringing again before anybody came changes nothing.</summary>
    public void Ring()
    {
        try
        {
            _bell.Release();
        }
        catch (SemaphoreFullException)
        {
            // It rings already.
        }
    }

    /// <inheritdoc />
    public void Dispose() => _bell.Dispose();

    /// <summary>Waits for the bell, or until the next look is due.</summary>
    public async Task WaitAsync(TimeSpan atMost, TimeProvider time, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(_bell.WaitAsync(either.Token), Task.Delay(atMost, time, either.Token));
        await either.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
    }
}

/// <summary>Takes away signals that every node has long seen.</summary>
internal sealed class ForgetNewsSignalsJob(ApprovalsDbContext context, WriteTransaction transaction, TimeProvider time) : IJob
{
    private const int Chunk = 5_000;
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    public string Name => "news.forgetSignals";

    public string DefaultCron => "0 35 * * * ?";

    public async Task RunAsync(JobContext job, CancellationToken cancellationToken)
    {
        var before = time.GetUtcNow() - Kept;
        var (gone, done) = (Chunk, job.Progress);
        while (gone == Chunk)
        {
            await transaction.RunAsync(
                async stop =>
                {
                    var ids = await context.NewsSignals.Where(s => s.At < before).OrderBy(s => s.At).Take(Chunk).Select(s => s.Id).ToListAsync(stop);
                    gone = await context.NewsSignals.Where(s => ids.Contains(s.Id)).ExecuteDeleteAsync(stop);
                },
                cancellationToken);
            done += gone;
            await job.SaveAsync(null, done, cancellationToken);
        }
    }
}
