using Approvals.Application.Database;
using Approvals.Database.PostgreSql;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Approvals.Bench.Stores;

/// <summary>A database of its own on a server.</summary>
internal sealed class PostgreSqlStore : IStore
{
    private readonly string _server;
    private readonly string _database;

    private PostgreSqlStore(string server, string database) => (_server, _database) = (server, database);

    public string Name => "PostgreSQL";

    public string Connection => new NpgsqlConnectionStringBuilder(_server) { Database = _database }.ToString();

    private PostgreSqlDatabase Product => new(Connection);

    /// <summary>An empty database on a server.</summary>
    public static async Task<PostgreSqlStore> CreateAsync(string server)
    {
        var store = new PostgreSqlStore(server, $"bench_{Guid.NewGuid():N}");
        await store.OnServerAsync($"CREATE DATABASE {store._database}");
        return store;
    }

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
        await OnServerAsync($"DROP DATABASE IF EXISTS {_database} WITH (FORCE)");
    }

    private async Task OnServerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(_server) { Database = "postgres", Pooling = false, CommandTimeout = 600 }.ToString());
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
