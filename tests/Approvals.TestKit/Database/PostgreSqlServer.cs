using Approvals.Application.Database;
using Approvals.Database.PostgreSql;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Approvals.TestKit.Database;

/// <summary>Databases on the configured server: each test has its own, copied from one that is migrated once a process.</summary>
internal static class PostgreSqlServer
{
    private static readonly Lazy<Task<string>> Template = new(CreateTemplateAsync);
    private static readonly SemaphoreSlim Copying = new(1, 1);

    public static string? ConnectionString { get; } =
        Environment.GetEnvironmentVariable("APPROVALS_TEST_POSTGRES") is { Length: > 0 } text ? text : null;

    /// <summary>Makes an empty, migrated database and returns its connection string.</summary>
    public static async Task<string> CreateAsync()
    {
        var template = await Template.Value;
        var name = $"approvals_{Guid.NewGuid():N}";
        await Copying.WaitAsync();
        try
        {
            await ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {template}");
        }
        finally
        {
            Copying.Release();
        }

        return For(name);
    }

    /// <summary>Drops a database made here.</summary>
    public static async Task DropAsync(string connectionString)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        NpgsqlConnection.ClearPool(connection);
        await ExecuteAsync($"DROP DATABASE IF EXISTS {connection.Database} WITH (FORCE)");
    }

    private static async Task<string> CreateTemplateAsync()
    {
        var name = $"approvals_template_{Environment.ProcessId}";
        await ExecuteAsync($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
        await ExecuteAsync($"CREATE DATABASE {name}");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => ExecuteAsync($"DROP DATABASE IF EXISTS {name} WITH (FORCE)").Wait();
        var database = new PostgreSqlDatabase(For(name));
        var options = new DbContextOptionsBuilder<ApprovalsDbContext>();
        options.UsePostgreSqlDatabase(database);
        await using var context = new ApprovalsDbContext(options.Options);
        await database.MigrateAsync(context, CancellationToken.None);
        NpgsqlConnection.ClearPool((NpgsqlConnection)context.Database.GetDbConnection());
        return name;
    }

    private static string For(string database) =>
        new NpgsqlConnectionStringBuilder(ConnectionString) { Database = database, MaxPoolSize = 20 }.ToString();

    private static async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(ConnectionString) { Database = "postgres", Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
