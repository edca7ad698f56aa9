using System.CommandLine;
using Approvals.Application.Calendars;
using Approvals.Application.Database;
using Approvals.Application.Regions;
using Approvals.Application.Secrets;
using Approvals.Infrastructure;
using Approvals.Infrastructure.Secrets;
using Approvals.Simulation;
using Microsoft.EntityFrameworkCore;
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
        var context = scope.ServiceProvider.GetRequiredService<ApprovalsDbContext>();
        await database.MigrateAsync(context, cancellationToken);
        await ProvideKeysAsync(services, context, cancellationToken);
        var reference = ReferenceData.Find();
        await scope.ServiceProvider.GetRequiredService<LoadRegions>().HandleAsync(reference.Regions, cancellationToken);
        var calendars = await scope.ServiceProvider.GetRequiredService<LoadCalendars>().HandleAsync(reference.Calendars, cancellationToken);
        Console.WriteLine(calendars.IsSuccess ? $"The {database.Name} database is up to date." : Settings.Texts.Format(calendars.Error, language));
        return calendars.IsSuccess ? 0 : 1;
    }

    /// <summary>A new installation gets its master key here; one that holds secrets already never gets another.</summary>
    private static async Task ProvideKeysAsync(ServiceProvider services, ApprovalsDbContext context, CancellationToken cancellationToken)
    {
        var isNew = !await context.ContentKeys.AnyAsync(cancellationToken) && !await context.AuditSeals.AnyAsync(cancellationToken);
        var options = services.GetRequiredService<PlatformOptions>().MasterKeys;
        MasterKeys.Load(options with { MayCreate = isNew }, services.GetRequiredService<ICryptography>());
    }
}
