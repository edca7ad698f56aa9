using Approvals.Application.Database;
using Approvals.Database.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Approvals.TestKit.Database;

/// <summary>SQLite files: each test has its own, copied from one that is migrated once a process.</summary>
internal static class SqliteFiles
{
    private static readonly Lazy<Task<string>> Template = new(CreateTemplateAsync);

    /// <summary>Makes an empty, migrated database in a folder and returns its connection string.</summary>
    public static async Task<string> CreateAsync(string folder)
    {
        var file = Path.Combine(folder, "approvals.db");
        File.Copy(await Template.Value, file);
        return $"Data Source={file}";
    }

    /// <summary>Closes pooled connections, so that the file can be deleted.</summary>
    public static void Close(string connectionString)
    {
        using var connection = new SqliteConnection(connectionString);
        SqliteConnection.ClearPool(connection);
    }

    private static async Task<string> CreateTemplateAsync()
    {
        var folder = Directory.CreateTempSubdirectory("approvals-template-");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Delete(recursive: true);
        var file = Path.Combine(folder.FullName, "template.db");
        using var database = new SqliteDatabase($"Data Source={file};Pooling=False");
        var options = new DbContextOptionsBuilder<ApprovalsDbContext>();
        options.UseSqliteDatabase(database);
        await using var context = new ApprovalsDbContext(options.Options);
        await database.MigrateAsync(context, CancellationToken.None);
        return file;
    }
}
