using Approvals.Application.Database;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Approvals.Database.PostgreSql;

/// <summary>PostgreSQL: many writers, row locks, leases by skipping locked rows.</summary>
public sealed class PostgreSqlDatabase(string connectionString) : IDatabase
{
    private const int PreparedStatements = 200;

    /// <summary>The connection string with what the platform is tuned for, where it does not say otherwise.</summary>
    public string ConnectionString { get; } = Tuned(connectionString);

    /// <inheritdoc />
    public string Name => "postgresql";

    /// <inheritdoc />
    public ValueTask<IDisposable> EnterWriteAsync(CancellationToken cancellationToken) => ValueTask.FromResult<IDisposable>(NoGate.Instance);

    /// <inheritdoc />
    public bool IsUniqueViolation(DbUpdateException exception) =>
        exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    /// <inheritdoc />
    public bool IsTransient(Exception exception) =>
        (exception as PostgresException ?? exception.InnerException as PostgresException) is
        {
            SqlState: PostgresErrorCodes.SerializationFailure
                or PostgresErrorCodes.DeadlockDetected
                or PostgresErrorCodes.LockNotAvailable,
        };

    /// <inheritdoc />
    public Task<IReadOnlyList<Guid>> ClaimAsync<T>(
        ApprovalsDbContext context, Lease lease, int count, CancellationToken cancellationToken)
        where T : class, ILeased => LeaseSql.ClaimAsync<T>(context, lease, count, "FOR UPDATE SKIP LOCKED", cancellationToken);

    /// <inheritdoc />
    public Task MigrateAsync(ApprovalsDbContext context, CancellationToken cancellationToken) =>
        context.Database.MigrateAsync(cancellationToken);

    /// <summary>
    /// Statements that come again are prepared once a connection, and nothing is set on a connection that would have to be
    /// undone for the next. A pool between product and server that hands out connections by transaction needs both off.
    /// </summary>
    private static string Tuned(string connectionString)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString);
        builder.MaxAutoPrepare = builder.ShouldSerialize("Max Auto Prepare") ? builder.MaxAutoPrepare : PreparedStatements;
        builder.NoResetOnClose = builder.ShouldSerialize("No Reset On Close") ? builder.NoResetOnClose : true;
        return builder.ToString();
    }

    private sealed class NoGate : IDisposable
    {
        public static NoGate Instance { get; } = new();

        public void Dispose()
        {
            // Nothing was entered.
        }
    }
}
