using Approvals.Application.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Database.PostgreSql;

public static class PostgreSqlRegistration
{
    /// <summary>Registers the context and the port on a PostgreSQL server.</summary>
    public static IServiceCollection AddPostgreSqlDatabase(this IServiceCollection services, string connectionString) =>
        services
            .AddSingleton<IDatabase>(new PostgreSqlDatabase(connectionString))
            .AddDbContextPool<ApprovalsDbContext>((provider, options) =>
                options.UsePostgreSqlDatabase((PostgreSqlDatabase)provider.GetRequiredService<IDatabase>()));

    /// <summary>Configures a context for a database.</summary>
    public static DbContextOptionsBuilder UsePostgreSqlDatabase(this DbContextOptionsBuilder options, PostgreSqlDatabase database) =>
        options.UseNpgsql(
            database.ConnectionString,
            npgsql => npgsql.MigrationsAssembly(typeof(PostgreSqlRegistration).Assembly.GetName().Name));
}
