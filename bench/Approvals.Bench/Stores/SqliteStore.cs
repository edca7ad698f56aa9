using Approvals.Application.Database;
using Approvals.Database.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Bench.Stores;

/// <summary>A SQLite file.</summary>
internal sealed class SqliteStore(string file) : IStore
{
    private string Connection => $"Data Source={file};Foreign Keys=True";

    public string Name => "SQLite";

    public string Address => file;

    public void AddTo(IServiceCollection services) => services.AddSqliteDatabase($"Data Source={file}");

    public async Task<IStore> CopyAsync()
    {
        var other = file + ".copy";
        await using var connection = new SqliteConnection(Connection);
        await using var copy = new SqliteConnection($"Data Source={other};Pooling=False");
        await connection.OpenAsync();
        await copy.OpenAsync();
        connection.BackupDatabase(copy);
        return new SqliteStore(other);
    }

    public DbContextOptions<ApprovalsDbContext> Bare() => new DbContextOptionsBuilder<ApprovalsDbContext>()
        .UseSqlite(Connection).AddInterceptors(new DurablePragmas()).Options;

    /// <summary>The product keeps none here: its questions are shaped so that they need none.</summary>
    public Task AnalyseAsync() => Task.CompletedTask;

    public ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        return ValueTask.CompletedTask;
    }
}
