using System.Collections.Immutable;
using System.Text.Json;
using Approvals.Application.Database;
using Approvals.Application.Rights;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Approvals.Application.Migration;

/// <summary>
/// Works off a chunk of a batch, each case in a transaction of its own, and saves how far it came. Killed anywhere it goes on from there: a
/// case that was migrated already has its row.
/// </summary>
public sealed partial class WorkMigration(
    ApprovalsDbContext context, IServiceScopeFactory scopes, MigrationPaths paths, MigrateCase migrate, UndoMigration undo, TimeProvider time, ILogger<WorkMigration> log)
{
    private const int Chunk = 20;

    /// <summary>Works off one chunk.</summary>
    public async Task<PumpOutcome> HandleAsync(MigrationBatch batch, CancellationToken cancellationToken)
    {
        var activities = JsonSerializer.Deserialize<ImmutableSortedDictionary<string, string>>(batch.Activities)!;
        var path = await paths.ReadAsync(batch.FromVersionId, batch.ToVersionId, activities, cancellationToken);
        var actor = batch.IsRollback ? batch.RolledBackByUserId!.Value : batch.CreatedByUserId;
        if (!path.IsSuccess || await RoleGrants.ReadAsync(context, actor, time.GetUtcNow(), cancellationToken) is not { } by)
        {
            return PumpOutcome.GiveUp(path.Error?.Code ?? "rights.notFound");
        }

        var cases = await NextAsync(batch, cancellationToken);
        foreach (var id in cases)
        {
            await OneAsync(batch, path.Value, id, by, cancellationToken);
        }

        await SaveAsync(batch, cases, cancellationToken);
        return PumpOutcome.Done;
    }

    private async Task<List<Guid>> NextAsync(MigrationBatch batch, CancellationToken cancellationToken)
    {
        var named = batch.CaseIds is null ? null : JsonSerializer.Deserialize<List<Guid>>(batch.CaseIds);
        var after = batch.Cursor ?? Guid.Empty;
        var query = batch.IsRollback
            ? context.MigratedCases.AsNoTracking().Where(c => c.BatchId == batch.Id && c.Outcome == MigrationOutcome.Migrated && c.CaseId.CompareTo(after) > 0).Select(c => c.CaseId)
            : named is not null ? context.Cases.AsNoTracking().Where(c => named.Contains(c.Id) && c.Id.CompareTo(after) > 0).Select(c => c.Id)
            : context.Cases.AsNoTracking().Where(c => c.ServiceVersionId == batch.FromVersionId && c.FinishedAt == null && c.Id.CompareTo(after) > 0).Select(c => c.Id);
        return await query.OrderBy(id => id).Take(Chunk).ToListAsync(cancellationToken);
    }

    /// <summary>What cannot be migrated is kept with the reason; a case that breaks the platform does not hold up the others.</summary>
    private async Task OneAsync(MigrationBatch batch, MigrationPath path, Guid id, CurrentUser by, CancellationToken cancellationToken)
    {
        Error? why;
        try
        {
            why = (batch.IsRollback
                ? await undo.HandleAsync(batch, path, id, by, cancellationToken)
                : await migrate.HandleAsync(batch, path, id, by, cancellationToken)).Error;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogBroken(log, exception, id);
            why = new Error("migration.broken").With("kind", exception.GetType().Name);
        }

        if (why is not null)
        {
            await KeepAsync(batch, id, why, cancellationToken);
        }
    }

    private async Task KeepAsync(MigrationBatch batch, Guid id, Error why, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var own = scope.ServiceProvider.GetRequiredService<ApprovalsDbContext>();
        var row = await own.MigratedCases.SingleOrDefaultAsync(c => c.BatchId == batch.Id && c.CaseId == id, cancellationToken);
        if (row is null)
        {
            row = new MigratedCase
            {
                BatchId = batch.Id, CaseId = id, CaseNumber = await own.Cases.Where(c => c.Id == id).Select(c => c.Number).SingleAsync(cancellationToken),
                Outcome = MigrationOutcome.Refused, At = time.Now(),
            };
            own.MigratedCases.Add(row);
        }

        (row.Why, row.WhyData, row.At) = (why.Code, JsonSerializer.Serialize(why.Data), time.Now());
        row.Outcome = batch.IsRollback ? MigrationOutcome.Kept : row.Outcome;
        await scope.ServiceProvider.GetRequiredService<WriteTransaction>().CommitAsync(cancellationToken);
    }

    /// <summary>Written on a row of its own scope, so that the lease of the claim is not touched; a batch stopped meanwhile stays stopped.</summary>
    private async Task SaveAsync(MigrationBatch batch, List<Guid> done, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var own = scope.ServiceProvider.GetRequiredService<ApprovalsDbContext>();
        var (id, now, isOver, last) = (batch.Id, time.Now(), done.Count < Chunk, done.Count == 0 ? batch.Cursor : done[^1]);
        await scope.ServiceProvider.GetRequiredService<WriteTransaction>().RunAsync(
            stop => own.MigrationBatches.Where(b => b.Id == id && b.State == MigrationState.Pending).ExecuteUpdateAsync(
                set => set.SetProperty(b => b.Cursor, last)
                    .SetProperty(b => b.State, isOver ? MigrationState.Done : MigrationState.Pending)
                    .SetProperty(b => b.OpenKey, b => isOver ? null : b.OpenKey)
                    .SetProperty(b => b.FinishedAt, isOver ? now : (DateTimeOffset?)null),
                stop),
            cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Migrating the case {Case} failed")]
    private static partial void LogBroken(ILogger logger, Exception exception, Guid @case);
}
