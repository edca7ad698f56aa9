using System.Reflection;
using Approvals.Application;
using Approvals.Application.Reading;
using Approvals.Application.SignIn;
using Approvals.Database.PostgreSql;
using Approvals.Database.Sqlite;
using Approvals.Database.SqlServer;
using Approvals.Infrastructure;
using Approvals.Infrastructure.Calendars;
using Approvals.Infrastructure.Clock;
using Approvals.Infrastructure.Jobs;
using Approvals.Infrastructure.Telemetry;
using Approvals.Simulation;
using Approvals.Web.News;
using Approvals.Web.WorkTasks;

namespace Approvals.Web.Hosting;

/// <summary>What the product is made of: time, keys, database, use cases.</summary>
internal static class ProductServices
{
    private static readonly string[] TextOwners = ["Feel", "Decisions", "Workflows", "Domain", "Application", "Infrastructure", "Simulation", "Web"];

    public static void AddProduct(this WebApplicationBuilder builder)
    {
        var options = ProductOptions.Read(builder.Configuration, builder.Environment);
        var development = builder.Environment.IsDevelopment();
        Directory.CreateDirectory(options.Data);
        var services = builder.Services;
        services.AddSingleton(options);
        services.AddScoped(provider => AddressOf(builder.Configuration, provider.GetRequiredService<IHttpContextAccessor>().HttpContext));
        services.AddSingleton(MessageCatalog.Load(TextOwners.Select(name => Assembly.Load($"Approvals.{name}"))));
        if (development)
        {
            services.AddSingleton(_ => new DevelopmentClock(Path.Combine(options.Data, "clock.txt"), TimeProvider.System));
            services.AddSingleton<TimeProvider>(provider => provider.GetRequiredService<DevelopmentClock>());
        }

        var store = AddDatabase(services, options);
        services.AddApprovalsPlatform(PlatformOptions.Read(builder.Configuration, builder.Environment.ContentRootPath, development));
        services.AddSingleton(TelemetryOptions.Read(builder.Configuration));
        services.AddSingleton<Exporting>();
        services.AddHostedService(provider => provider.GetRequiredService<Exporting>());
        services.AddApprovalsCases();
        services.AddReading().AddAccounts();
        services.AddSingleton(builder.Configuration.GetSection(NewsLimits.Section).Get<NewsLimits>() ?? new NewsLimits());
        services.AddSingleton<NewsConnections>().AddSingleton<NewsStream>().AddHostedService<NewsFollowing>();
        services.AddScoped<ActDispatch>().AddScoped<JoinDispatch>();
        services.AddSimulation(new ReferenceData(Path.Combine(options.Reference, "regions.json"), Path.Combine(options.Reference, "calendars")));
        if (builder.Configuration.GetValue("Work:Enabled", true))
        {
            services.AddApprovalsPumps();
            services.AddApprovalsJobs(store, options.Connection);
            services.AddApprovalsCalendarWatch();
        }
    }

    /// <summary>The configured address; where none is, the one a request came to, else the one the server listens on.</summary>
    private static SiteAddress AddressOf(ConfigurationManager configuration, HttpContext? http)
    {
        var configured = configuration["Site:Address"];
        var listening = (configuration["urls"] ?? "").Split(';')[0];
        return configured is { Length: > 0 } ? new SiteAddress { Address = configured.TrimEnd('/') }
            : http is not null ? new SiteAddress { Address = $"{http.Request.Scheme}://{http.Request.Host}" }
            : listening.Length > 0 ? new SiteAddress { Address = listening.TrimEnd('/') }
            : new SiteAddress();
    }

    private static SchedulerStore AddDatabase(IServiceCollection services, ProductOptions options)
    {
        switch (options.Provider.ToUpperInvariant())
        {
            case "SQLITE":
                services.AddSqliteDatabase(options.Connection);
                return SchedulerStore.Memory;
            case "POSTGRESQL":
                services.AddPostgreSqlDatabase(options.Connection);
                return SchedulerStore.PostgreSql;
            case "SQLSERVER":
                services.AddSqlServerDatabase(options.Connection);
                return SchedulerStore.SqlServer;
            default:
                throw new InvalidOperationException($"Database:Provider is '{options.Provider}'; it must be Sqlite, PostgreSql or SqlServer.");
        }
    }
}
