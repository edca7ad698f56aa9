using Approvals.Application.News;
using Approvals.Application.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Database;

/// <summary>How a commit ended.</summary>
public enum CommitOutcome
{
    Committed,

    /// <summary>A row was changed meanwhile: reload, decide again, or say who was first.</summary>
    Conflict,

    /// <summary>A unique key is taken: the same thing was done already.</summary>
    Duplicate,
}

/// <summary>
/// One transaction a step: all rows of a decision are prepared on the context first, then written at once.
/// Nothing but the database is touched inside. A conflict is an outcome, and the caller decides again.
/// </summary>
public sealed class WriteTransaction(ApprovalsDbContext context, IDatabase database, PumpSignals signals, NewsBell bell, IIdSource ids, TimeProvider time)
{
    /// <summary>Writes what the context holds in one transaction.</summary>
    public Task<CommitOutcome> CommitAsync(CancellationToken cancellationToken) =>
        RunAsync(_ => Task.CompletedTask, cancellationToken);

    /// <summary>Runs statements of the caller, then writes what the context holds, in one transaction.</summary>
    public async Task<CommitOutcome> RunAsync(Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        using var _ = await database.EnterWriteAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        try
        {
            await work(cancellationToken);
            var forPumps = ForPumps();
            var hasNews = AddNewsSignals();
            await context.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            forPumps.ForEach(signals.Wake);
            if (hasNews)
            {
                bell.Ring();
            }

            return CommitOutcome.Committed;
        }
        catch (DbUpdateConcurrencyException)
        {
            return CommitOutcome.Conflict;
        }
        catch (DbUpdateException exception) when (database.IsUniqueViolation(exception))
        {
            return CommitOutcome.Duplicate;
        }
        catch (Exception exception) when (database.IsTransient(exception))
        {
            return CommitOutcome.Conflict;
        }
    }

    /// <summary>Whoever has a new line in their news has a signal beside it, so that every node hears of it.</summary>
    private bool AddNewsSignals()
    {
        var people = context.ChangeTracker.Entries<Notification>().Where(e => e.State == EntityState.Added || (e.State == EntityState.Modified && e.Property(n => n.ReadAt).IsModified))
            .Select(e => e.Entity.UserId).Distinct().ToList();
        context.NewsSignals.AddRange(people.Select(p => new NewsSignal { Id = ids.Next(), UserId = p, At = time.GetUtcNow() }));
        return people.Count > 0;
    }

    private List<Type> ForPumps() =>
        [.. context.ChangeTracker.Entries<ILeased>()
            .Where(e => e.State == EntityState.Added || (e.State == EntityState.Modified && e.Property(r => r.ReadyAt).IsModified))
            .Select(e => e.Metadata.ClrType).Distinct()];
}
