using System.Text.Json;
using Approvals.Application.Audit;
using Approvals.Application.Database;
using Approvals.Application.Rights;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Migration;

/// <summary>Stops a batch under way, or sends its cases back.</summary>
public sealed class EndMigration(ApprovalsDbContext context, WriteTransaction transaction, AuditLog audit, TimeProvider time)
{
    /// <summary>Stops a batch; what was migrated stays so until it is rolled back.</summary>
    public Task<Result<Unit>> StopAsync(Guid batch, CurrentUser user, CancellationToken cancellationToken) =>
        RunAsync(batch, "migration.stopped", null, user, row => Stop(row, time.Now()), cancellationToken);

    /// <summary>Sends back every case that has not gone on since.</summary>
    public Task<Result<Unit>> RollBackAsync(Guid batch, string reason, CurrentUser user, CancellationToken cancellationToken) =>
        RunAsync(batch, "migration.rolledBack", reason, user, row => RollBack(row, user, time.Now()), cancellationToken);

    internal static Error? Stop(MigrationBatch row, DateTimeOffset now)
    {
        if (row.State != MigrationState.Pending)
        {
            return new Error("migration.over", ErrorKind.Conflict);
        }

        (row.State, row.OpenKey, row.FinishedAt) = (MigrationState.Stopped, null, now);
        return null;
    }

    internal static Error? RollBack(MigrationBatch row, CurrentUser user, DateTimeOffset now)
    {
        if (row.State == MigrationState.Pending)
        {
            return new Error("migration.underWay", ErrorKind.Conflict);
        }

        if (row.IsRollback && row.State == MigrationState.Done)
        {
            return new Error("migration.rolledBackAlready", ErrorKind.Conflict);
        }

        (row.State, row.IsRollback, row.Cursor, row.RolledBackByUserId, row.ReadyAt, row.Attempts, row.FinishedAt) =
            (MigrationState.Pending, true, null, user.Id, now, 0, null);
        (row.LeaseOwner, row.LeaseUntil) = (null, null);
        return null;
    }

    private async Task<Result<Unit>> RunAsync(
        Guid batch, string action, string? reason, CurrentUser user, Func<MigrationBatch, Error?> decide, CancellationToken cancellationToken)
    {
        if (!PolicyRights.Migrates(user))
        {
            return Refusals.Forbidden;
        }

        var row = await context.MigrationBatches.SingleOrDefaultAsync(b => b.Id == batch, cancellationToken);
        if (row is null)
        {
            return Refusals.NotFound;
        }

        if (decide(row) is { } refused)
        {
            return refused;
        }

        audit.Add(user.Id, action, "migrationBatch", row.Id.ToString(), JsonSerializer.Serialize(new { reason }));
        return await transaction.CommitAsync(cancellationToken) == CommitOutcome.Committed ? Unit.Value : Refusals.Stale;
    }
}
