using Approvals.Application.Database;
using Approvals.Database.PostgreSql;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Approvals.Bench.Stores;

/// <summary>A database of its own on a server, dropped at the end unless it is to be kept.</summary>
internal sealed class PostgreSqlStore : IStore
{
    private readonly string _server;
    private readonly string _database;
    private readonly bool _kept;

    private PostgreSqlStore(string server, string database, bool kept = false) => (_server, _database, _kept) = (server, database, kept);

    public string Name => "PostgreSQL";

    public string Address => $"{Databases.OnServer}{_database}";

    public string Connection => new NpgsqlConnectionStringBuilder(_server) { Database = _database }.ToString();

    private PostgreSqlDatabase Product => new(Connection);

    /// <summary>An empty database on a server.</summary>
    public static async Task<PostgreSqlStore> CreateAsync(string server)
    {
        var store = new PostgreSqlStore(server, $"bench_{Guid.NewGuid():N}");
        await store.OnServerAsync($"CREATE DATABASE {store._database}");
        return store;
    }

    /// <summary>A database that is made when it is not there yet, and kept.</summary>
    public static async Task<PostgreSqlStore> OpenAsync(string server, string database)
    {
        var store = new PostgreSqlStore(server, database, kept: true);
        if (!await store.ExistsAsync())
        {
            await store.OnServerAsync($"CREATE DATABASE {database}");
        }

        return store;
    }

    /// <summary>A database that another process made and drops.</summary>
    public static PostgreSqlStore Of(string server, string database) => new(server, database, kept: true);

    public void AddTo(IServiceCollection services) => services.AddPostgreSqlDatabase(Connection);

    public async Task<IStore> CopyAsync()
    {
        var other = new PostgreSqlStore(_server, $"bench_{Guid.NewGuid():N}");
        NpgsqlConnection.ClearAllPools();
        await OnServerAsync($"CREATE DATABASE {other._database} TEMPLATE {_database}");
        return other;
    }

    public DbContextOptions<ApprovalsDbContext> Bare() =>
        new DbContextOptionsBuilder<ApprovalsDbContext>().UseNpgsql(Product.ConnectionString).Options;

    public async Task AnalyseAsync()
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Connection) { CommandTimeout = 600 }.ToString());
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("VACUUM ANALYZE", connection);
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        if (!_kept)
        {
            await OnServerAsync($"DROP DATABASE IF EXISTS {_database} WITH (FORCE)");
        }
    }

    private async Task<bool> ExistsAsync() => await OnServerAsync($"SELECT 1 FROM pg_database WHERE datname = '{_database}'") is not null;

    private async Task<object?> OnServerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(_server) { Database = "postgres", Pooling = false, CommandTimeout = 600 }.ToString());
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
