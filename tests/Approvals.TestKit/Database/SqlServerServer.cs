using Approvals.Application.Database;
using Approvals.Database.SqlServer;
using Microsoft.EntityFrameworkCore;

namespace Approvals.TestKit.Database;

/// <summary>
/// Databases on the configured server: each test has its own, made by the migrations, as there is no copying from another.
/// The account may create and drop databases.
/// </summary>
internal static class SqlServerServer
{
    public static string? ConnectionString { get; } =
        Environment.GetEnvironmentVariable("APPROVALS_TEST_SQLSERVER") is { Length: > 0 } text ? text : null;

    /// <summary>Makes an empty, migrated database and returns its connection string.</summary>
    public static async Task<string> CreateAsync()
    {
        var connection = For($"approvals_{Guid.NewGuid():N}");
        var database = new SqlServerDatabase(connection);
        await using var context = Context(database);
        await database.MigrateAsync(context, CancellationToken.None);
        return connection;
    }

    /// <summary>Drops a database made here, with whoever is still connected.</summary>
    public static async Task DropAsync(string connectionString)
    {
        await using var context = Context(new SqlServerDatabase(connectionString));
        await context.Database.EnsureDeletedAsync();
    }

    /// <summary>The configured server with another database; of two of a name the last counts.</summary>
    private static string For(string database) => $"{ConnectionString!.TrimEnd(';')};Initial Catalog={database}";

    private static ApprovalsDbContext Context(SqlServerDatabase database)
    {
        var options = new DbContextOptionsBuilder<ApprovalsDbContext>();
        options.UseSqlServerDatabase(database);
        return new ApprovalsDbContext(options.Options);
    }
}
