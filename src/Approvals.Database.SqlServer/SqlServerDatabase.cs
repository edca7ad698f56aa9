using Approvals.Application.Database;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Database.SqlServer;

/// <summary>SQL Server: many writers, leases by skipping locked rows. Checked offline, see the decision record.</summary>
public sealed class SqlServerDatabase(string connectionString) : IDatabase
{
    private const int UniqueConstraint = 2627;
    private const int UniqueIndex = 2601;
    private const int Deadlock = 1205;
    private const int SnapshotConflict = 3960;

    /// <summary>The connection string.</summary>
    public string ConnectionString { get; } = connectionString;

    /// <inheritdoc />
    public string Name => "sqlserver";

    /// <inheritdoc />
    public ValueTask<IDisposable> EnterWriteAsync(CancellationToken cancellationToken) => ValueTask.FromResult<IDisposable>(NoGate.Instance);

    /// <inheritdoc />
    public bool IsUniqueViolation(DbUpdateException exception) =>
        exception.InnerException is SqlException { Number: UniqueConstraint or UniqueIndex };

    /// <inheritdoc />
    public bool IsTransient(Exception exception) =>
        (exception as SqlException ?? exception.InnerException as SqlException) is { Number: Deadlock or SnapshotConflict };

    /// <inheritdoc />
    public async Task<IReadOnlyList<Guid>> ClaimAsync<T>(
        ApprovalsDbContext context, Lease lease, int count, CancellationToken cancellationToken)
        where T : class, ILeased
    {
        var table = LeaseSql.Table<T>(context);
        var sql = $$"""
            WITH [Ready] AS (
                SELECT TOP ({3}) * FROM [{{table}}] AS r WITH (UPDLOCK, READPAST, ROWLOCK)
                WHERE r.[State] = N'Pending' AND r.[ReadyAt] <= {2} AND (r.[LeaseUntil] IS NULL OR r.[LeaseUntil] <= {2}){{LeaseSql.First<T>(table)}}
                ORDER BY r.[ReadyAt], r.[Id])
            UPDATE [Ready] SET [LeaseOwner] = {0}, [LeaseUntil] = {1}, [Attempts] = [Attempts] + 1
            OUTPUT inserted.[Id], inserted.[ReadyAt]
            """;
        var rows = await context.Database
            .SqlQueryRaw<ClaimedRow>(sql, lease.Owner, lease.Until.UtcDateTime, lease.Now.UtcDateTime, count)
            .ToListAsync(cancellationToken);
        return LeaseSql.InOrder(rows);
    }

    /// <inheritdoc />
    public Task MigrateAsync(ApprovalsDbContext context, CancellationToken cancellationToken) =>
        context.Database.MigrateAsync(cancellationToken);

    private sealed class NoGate : IDisposable
    {
        public static NoGate Instance { get; } = new();

        public void Dispose()
        {
            // Nothing was entered.
        }
    }
}
