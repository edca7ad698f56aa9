using Approvals.Application.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Database.Sqlite;

public static class SqliteRegistration
{
    /// <summary>Registers the context and the port on a SQLite file or a named database in memory.</summary>
    public static IServiceCollection AddSqliteDatabase(this IServiceCollection services, string connectionString) =>
        services
            .AddSingleton<IDatabase>(_ => new SqliteDatabase(connectionString))
            .AddDbContextPool<ApprovalsDbContext>((provider, options) =>
                options.UseSqliteDatabase((SqliteDatabase)provider.GetRequiredService<IDatabase>()));

    /// <summary>Configures a context for a database.</summary>
    public static DbContextOptionsBuilder UseSqliteDatabase(this DbContextOptionsBuilder options, SqliteDatabase database) =>
        options
            .UseSqlite(database.ConnectionString, sqlite => sqlite.MigrationsAssembly(typeof(SqliteRegistration).Assembly.GetName().Name))
            .AddInterceptors(new SqlitePragmas(), new WriteGateInterceptor(database));
}
