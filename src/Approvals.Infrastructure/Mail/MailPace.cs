using Approvals.Application.Database;
using Approvals.Application.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Infrastructure.Mail;

/// <summary>
/// How many mails leave in a minute. Nodes take parts of the minute's number from one row, so that all of them together never send more
/// in a minute of the clock; what a node took and did not send is lost with its minute.
/// </summary>
public sealed class MailPace(IServiceScopeFactory scopes, MailOptions options, TimeProvider time) : IDisposable
{
    private const string Channel = "mail";
    private const int Parts = 10;
    private const int Tries = 5;

    private readonly SemaphoreSlim _gate = new(1, 1);
    private DateTimeOffset _minute;
    private int _left;

    /// <summary>Takes one; null when it may leave now, else how long to wait.</summary>
    public async Task<TimeSpan?> TakeAsync(CancellationToken cancellationToken)
    {
        if (options.PerMinute is not { } most)
        {
            return null;
        }

        await _gate.WaitAsync(cancellationToken);
        try
        {
            var now = time.GetUtcNow();
            var minute = new DateTimeOffset(now.Ticks - now.Ticks % TimeSpan.TicksPerMinute, TimeSpan.Zero);
            if (_minute != minute || _left == 0)
            {
                (_minute, _left) = (minute, await PartAsync(minute, most, cancellationToken));
            }

            return _left-- > 0 ? null : Empty(minute.AddMinutes(1) - now);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => _gate.Dispose();

    private TimeSpan Empty(TimeSpan wait)
    {
        _left = 0;
        return wait;
    }

    private async Task<int> PartAsync(DateTimeOffset minute, int most, CancellationToken cancellationToken)
    {
        for (var i = 0; i < Tries; i++)
        {
            await using var scope = scopes.CreateAsyncScope();
            var context = scope.ServiceProvider.GetRequiredService<ApprovalsDbContext>();
            var row = await context.SendAllowances.SingleOrDefaultAsync(a => a.Channel == Channel, cancellationToken);
            row ??= context.SendAllowances.Add(new SendAllowance { Channel = Channel, Minute = minute, Taken = 0 }).Entity;
            (row.Taken, row.Minute) = (row.Minute == minute ? row.Taken : 0, minute);
            var part = Math.Min(most - row.Taken, Math.Max(1, most / Parts));
            row.Taken += part;
            if (part <= 0 || await scope.ServiceProvider.GetRequiredService<WriteTransaction>().CommitAsync(cancellationToken) == CommitOutcome.Committed)
            {
                return Math.Max(0, part);
            }
        }

        return 0;
    }
}
