using Approvals.Application;
using Approvals.Application.Calendars;
using Approvals.Application.Database;
using Approvals.Application.Organisations;
using Approvals.Application.People;
using Approvals.Application.Regions;
using Approvals.Application.SignIn;
using Approvals.Database.PostgreSql;
using Approvals.Database.Sqlite;
using Approvals.Database.SqlServer;
using Approvals.Infrastructure;
using Approvals.Simulation;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Approvals.Cli;

/// <summary>The application over the database that the web host uses.</summary>
internal static class Platform
{
    /// <summary>The web host's content root in a source tree, whose data is meant when nothing else is said.</summary>
    private static readonly string HostFolder = Path.Combine("src", "Approvals.Web");

    internal static ServiceProvider Build(IConfiguration configuration)
    {
        var options = PlatformOptions.Read(configuration, ContentRoot(), isDevelopment: false);
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning).AddConsole());
        services.AddSingleton(TimeProvider.System).AddSingleton(Settings.Texts);
        AddDatabase(services, configuration, options);
        services.AddApprovalsPlatform(options).AddApprovalsCases().AddSimulation(ReferenceData.Find(ContentRoot()));
        services.AddScoped<LoadRegions>().AddScoped<ImportRegions>().AddScoped<ImportOrganisations>().AddScoped<CreateAdministrator>();
        services.AddIdentityCore<User>(identity =>
        {
            identity.Password.RequiredLength = 10;
            identity.Password.RequireNonAlphanumeric = false;
            identity.Password.RequireUppercase = false;
            identity.Password.RequiredUniqueChars = 5;
            identity.User.RequireUniqueEmail = true;
        }).AddEntityFrameworkStores<ApprovalsDbContext>();
        return services.BuildServiceProvider();
    }

    /// <summary>Runs something in a scope with the calendar read.</summary>
    internal static async Task<T> RunAsync<T>(IConfiguration configuration, Func<IServiceProvider, Task<T>> work)
    {
        await using var services = Build(configuration);
        await using var scope = services.CreateAsyncScope();
        await services.GetRequiredService<CalendarInForce>().ReadAsync(scope.ServiceProvider.GetRequiredService<ApprovalsDbContext>(), CancellationToken.None);
        return await work(scope.ServiceProvider);
    }

    private static string ContentRoot() =>
        Directory.Exists(HostFolder) && !Directory.Exists("App_Data") ? Path.GetFullPath(HostFolder) : Directory.GetCurrentDirectory();

    private static void AddDatabase(ServiceCollection services, IConfiguration configuration, PlatformOptions options)
    {
        var provider = configuration["Database:Provider"] ?? "Sqlite";
        var connection = configuration.GetConnectionString("Approvals");
        _ = provider.ToUpperInvariant() switch
        {
            "SQLITE" => services.AddSqliteDatabase(connection ?? $"Data Source={Path.Combine(options.DataDirectory, "approvals.db")}"),
            "POSTGRESQL" when connection is not null => services.AddPostgreSqlDatabase(connection),
            "SQLSERVER" when connection is not null => services.AddSqlServerDatabase(connection),
            "POSTGRESQL" or "SQLSERVER" => throw new InvalidOperationException($"{provider} needs --ConnectionStrings:Approvals."),
            _ => throw new InvalidOperationException($"Database:Provider is '{provider}'; it must be Sqlite, PostgreSql or SqlServer."),
        };
    }
}
