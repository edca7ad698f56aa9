using Approvals.Application.Database;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Database.Sqlite;

/// <summary>SQLite: one file, one writer. All writes of the process queue at one gate instead of polling the file's lock.</summary>
public sealed class SqliteDatabase : IDatabase, IDisposable
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const int UniqueViolation = 2067;
    private const int PrimaryKeyViolation = 1555;

    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly SqliteConnection? _keepsMemory;

    /// <summary>Opens nothing, except for a database in memory, which lives as long as this object.</summary>
    public SqliteDatabase(string connectionString)
    {
        var builder = new SqliteConnectionStringBuilder(connectionString) { ForeignKeys = true, DefaultTimeout = 30 };
        ConnectionString = builder.ToString();
        if (builder.Mode == SqliteOpenMode.Memory)
        {
            _keepsMemory = new SqliteConnection(ConnectionString);
            _keepsMemory.Open();
        }
    }

    /// <summary>The connection string with what the platform relies on.</summary>
    public string ConnectionString { get; }

    /// <inheritdoc />
    public string Name => "sqlite";

    /// <inheritdoc />
    public async ValueTask<IDisposable> EnterWriteAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        return new Exit(_gate);
    }

    /// <inheritdoc />
    public bool IsUniqueViolation(DbUpdateException exception) =>
        exception.InnerException is SqliteException { SqliteExtendedErrorCode: UniqueViolation or PrimaryKeyViolation };

    /// <inheritdoc />
    public bool IsTransient(Exception exception) =>
        (exception as SqliteException ?? exception.InnerException as SqliteException) is { SqliteErrorCode: Busy or Locked };

    /// <inheritdoc />
    public async Task<IReadOnlyList<Guid>> ClaimAsync<T>(
        ApprovalsDbContext context, Lease lease, int count, CancellationToken cancellationToken)
        where T : class, ILeased
    {
        using var _ = await EnterWriteAsync(cancellationToken);
        return await LeaseSql.ClaimAsync<T>(context, lease, count, "", cancellationToken);
    }

    /// <inheritdoc />
    public async Task MigrateAsync(ApprovalsDbContext context, CancellationToken cancellationToken)
    {
        if (new SqliteConnectionStringBuilder(ConnectionString).DataSource is { Length: > 0 } file && _keepsMemory is null)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        }

        if (!(await context.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
        {
            return;
        }

        // A process killed while migrating leaves its lock behind; the file has one writer, this one.
        await context.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancellationToken);
        await context.Database.MigrateAsync(cancellationToken);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _keepsMemory?.Dispose();
        _gate.Dispose();
    }

    private sealed class Exit(SemaphoreSlim gate) : IDisposable
    {
        private SemaphoreSlim? _gate = gate;

        public void Dispose() => Interlocked.Exchange(ref _gate, null)?.Release();
    }
}
