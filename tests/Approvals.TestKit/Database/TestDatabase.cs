using Approvals.Database.Sqlite;

namespace Approvals.TestKit.Database;

/// <summary>An empty, migrated database of each kind.</summary>
public static class TestDatabase
{
    /// <summary>Makes one; its connection string.</summary>
    /// <param name="kind">The database.</param>
    /// <param name="folder">Where a file may lie.</param>
    public static Task<string> CreateAsync(DatabaseKind kind, string folder) => kind switch
    {
        DatabaseKind.PostgreSql => PostgreSqlServer.CreateAsync(),
        DatabaseKind.SqlServer => SqlServerServer.CreateAsync(),
        _ => SqliteFiles.CreateAsync(folder),
    };

    /// <summary>Drops one made here; a file is only let go of.</summary>
    public static Task DropAsync(DatabaseKind kind, string connectionString)
    {
        if (kind == DatabaseKind.PostgreSql)
        {
            return PostgreSqlServer.DropAsync(connectionString);
        }

        if (kind == DatabaseKind.SqlServer)
        {
            return SqlServerServer.DropAsync(connectionString);
        }

        using var database = new SqliteDatabase(connectionString);
        SqliteFiles.Close(database.ConnectionString);
        return Task.CompletedTask;
    }
}
