using System.CommandLine;
using Approvals.Application.Calendars;
using Approvals.Application.Database;
using Approvals.Application.Regions;
using Approvals.Simulation;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Cli;

/// <summary>Works on the database: brings it up to date.</summary>
internal static class DatabaseCommand
{
    internal static Command Create(Settings settings)
    {
        var migrate = new Command("migrate", "Brings schema, regions and working calendars up to date.");
        migrate.SetAction((parsed, stop) => MigrateAsync(settings.Read(parsed), settings.Language(parsed), stop));
        return new Command("database", "The database.") { migrate };
    }

    private static async Task<int> MigrateAsync(IConfiguration configuration, string language, CancellationToken cancellationToken)
    {
        await using var services = Platform.Build(configuration);
        await using var scope = services.CreateAsyncScope();
        var database = services.GetRequiredService<IDatabase>();
        await database.MigrateAsync(scope.ServiceProvider.GetRequiredService<ApprovalsDbContext>(), cancellationToken);
        var reference = ReferenceData.Find();
        await scope.ServiceProvider.GetRequiredService<LoadRegions>().HandleAsync(reference.Regions, cancellationToken);
        var calendars = await scope.ServiceProvider.GetRequiredService<LoadCalendars>().HandleAsync(reference.Calendars, cancellationToken);
        Console.WriteLine(calendars.IsSuccess ? $"The {database.Name} database is up to date." : Settings.Texts.Format(calendars.Error, language));
        return calendars.IsSuccess ? 0 : 1;
    }
}
