using Approvals.Application.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Database.SqlServer;

public static class SqlServerRegistration
{
    /// <summary>Registers the context and the port on a SQL Server.</summary>
    /// <exception cref="InvalidOperationException">The product was built without what the client of SQL Server needs.</exception>
    public static IServiceCollection AddSqlServerDatabase(this IServiceCollection services, string connectionString) =>
        AppContext.TryGetSwitch("System.Globalization.Invariant", out var invariant) && invariant
            ? throw new InvalidOperationException("SqlServer needs a build with -p:UseSqlServerPackage=true: its client does not run without cultures.")
            : services
            .AddSingleton<IDatabase>(new SqlServerDatabase(connectionString))
            .AddDbContextPool<ApprovalsDbContext>((provider, options) =>
                options.UseSqlServerDatabase((SqlServerDatabase)provider.GetRequiredService<IDatabase>()));

    /// <summary>Configures a context for a database.</summary>
    public static DbContextOptionsBuilder UseSqlServerDatabase(this DbContextOptionsBuilder options, SqlServerDatabase database) =>
        options.UseSqlServer(
            database.ConnectionString,
            server => server.MigrationsAssembly(typeof(SqlServerRegistration).Assembly.GetName().Name));
}
