using Approvals.Application.Calendars;
using Approvals.Application.Database;
using Approvals.Application.Demonstration;
using Approvals.Application.MessageTexts;
using Approvals.Application.Policies;
using Approvals.Application.Reminders;
using Approvals.Application.Regions;

namespace Approvals.Web.Hosting;

/// <summary>Brings the database up to date and loads what the product runs on, before the first request is taken.</summary>
internal static class StartUp
{
    public static async Task PrepareAsync(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var options = services.GetRequiredService<ProductOptions>();
        var context = services.GetRequiredService<ApprovalsDbContext>();
        var stopping = app.Lifetime.ApplicationStopping;
        await services.GetRequiredService<IDatabase>().MigrateAsync(context, stopping);
        await services.GetRequiredService<LoadRegions>().HandleAsync(Path.Combine(options.Reference, "regions.json"), stopping);
        await services.GetRequiredService<LoadSettings>().HandleAsync(Path.Combine(options.Reference, "settings.json"), stopping);
        await services.GetRequiredService<LoadMessages>().HandleAsync(Path.Combine(options.Reference, "messages"), stopping);
        await services.GetRequiredService<LoadReminders>().HandleAsync(Path.Combine(options.Reference, "reminders.json"), stopping);
        await LoadCalendarsAsync(app, services, options);
        await services.GetRequiredService<ImportPackages>().HandleAsync(PackageFolder.ReadTree(options.Packages), stopping);
        if (app.Environment.IsDevelopment())
        {
            await services.GetRequiredService<LoadDemonstration>().HandleAsync(Path.Combine(options.Reference, "demo"), stopping);
        }
    }

    /// <summary>Tells where the page is and, in Development, whom one can sign in as.</summary>
    public static void TellAddress(this WebApplication app)
    {
        foreach (var address in app.Urls)
        {
            StartUpLog.Listening(app.Logger, address);
        }

        if (app.Environment.IsDevelopment())
        {
            using var scope = app.Services.CreateScope();
            var people = scope.ServiceProvider.GetRequiredService<ApprovalsDbContext>().Users
                .Where(u => u.IsDemo).OrderBy(u => u.CreatedAt).ThenBy(u => u.Id).Select(u => u.UserName!).ToList();
            var example = people.FirstOrDefault() ?? "-";
            StartUpLog.Demonstration(app.Logger, people.Count, example, LoadDemonstration.Password);
        }
    }

    private static async Task LoadCalendarsAsync(WebApplication app, IServiceProvider services, ProductOptions options)
    {
        var loaded = await services.GetRequiredService<LoadCalendars>()
            .HandleAsync(Path.Combine(options.Reference, "calendars"), app.Lifetime.ApplicationStopping);
        if (!loaded.IsSuccess)
        {
            var reason = services.GetRequiredService<MessageCatalog>().Format(loaded.Error, RequestLanguage.English);
            StartUpLog.CalendarRefused(app.Logger, reason);
            await services.GetRequiredService<CalendarInForce>()
                .ReadAsync(services.GetRequiredService<ApprovalsDbContext>(), app.Lifetime.ApplicationStopping);
        }
    }
}

/// <summary>What the start tells.</summary>
internal static partial class StartUpLog
{
    [LoggerMessage(Level = LogLevel.Error, Message = "A working calendar was refused, the one in force stays: {Reason}")]
    public static partial void CalendarRefused(ILogger log, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "Open {Address} in a browser")]
    public static partial void Listening(ILogger log, string address);

    [LoggerMessage(Level = LogLevel.Information, Message = "Demonstration: choose one of {Count} people on the sign-in page, or sign in with their name, such as {Example}, and the password {Password}")]
    public static partial void Demonstration(ILogger log, int count, string example, string password);
}
