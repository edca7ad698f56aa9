using Approvals.Application.Database;
using Approvals.Application.Rights;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.News;

/// <summary>Marks a line of the own news as read, or all of them.</summary>
public sealed class MarkNewsRead(ApprovalsDbContext context, WriteTransaction transaction, NewsBell bell, IIdSource ids, TimeProvider clock)
{
    /// <summary>One line; one that was read already stays as it was.</summary>
    public async Task<Result<Unit>> HandleAsync(Guid id, CurrentUser user, CancellationToken cancellationToken)
    {
        var row = await context.Notifications.SingleOrDefaultAsync(n => n.Id == id && n.UserId == user.Id, cancellationToken);
        if (row is null)
        {
            return Refusals.NotFound;
        }

        if (row.ReadAt is null)
        {
            row.ReadAt = clock.Now();
            await transaction.CommitAsync(cancellationToken);
        }

        return Unit.Value;
    }

    /// <summary>All that have come until now.</summary>
    public async Task<Result<Unit>> AllAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        var now = clock.Now();
        // Other pages of the reader are told, too.
        context.NewsSignals.Add(new NewsSignal { Id = ids.Next(), UserId = user.Id, At = now });
        var done = await transaction.RunAsync(
            stop => context.Notifications.Where(n => n.UserId == user.Id && n.ReadAt == null && n.At <= now).ExecuteUpdateAsync(s => s.SetProperty(n => n.ReadAt, now), stop),
            cancellationToken);
        bell.Ring();
        return done == CommitOutcome.Committed ? Unit.Value : Refusals.Stale;
    }
}
