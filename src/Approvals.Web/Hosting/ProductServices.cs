using System.Reflection;
using Approvals.Application.Administration;
using Approvals.Application.Audit;
using Approvals.Application.Calendars;
using Approvals.Application.Database;
using Approvals.Application.Demonstration;
using Approvals.Application.Outbox;
using Approvals.Application.People;
using Approvals.Application.Regions;
using Approvals.Application.Rights;
using Approvals.Application.Secrets;
using Approvals.Application.SignIn;
using Approvals.Database.PostgreSql;
using Approvals.Database.Sqlite;
using Approvals.Infrastructure.Clock;
using Approvals.Infrastructure.Secrets;

namespace Approvals.Web.Hosting;

/// <summary>What the product is made of: time, keys, database, use cases.</summary>
internal static class ProductServices
{
    private static readonly string[] TextOwners = ["Feel", "Decisions", "Workflows", "Domain", "Application", "Infrastructure", "Web"];

    public static void AddProduct(this WebApplicationBuilder builder)
    {
        var options = ProductOptions.Read(builder.Configuration, builder.Environment);
        Directory.CreateDirectory(options.Data);
        var services = builder.Services;
        services.AddSingleton(options);
        services.AddSingleton(builder.Configuration.GetSection("Site").Get<SiteAddress>() ?? new SiteAddress());
        services.AddSingleton(MessageCatalog.Load(TextAssemblies()));
        AddClock(services, options, builder.Environment);
        AddSecrets(services, options, builder);
        AddDatabase(services, options);
        AddUseCases(services);
    }

    private static void AddClock(IServiceCollection services, ProductOptions options, IHostEnvironment environment)
    {
        if (environment.IsDevelopment())
        {
            services.AddSingleton(_ => new DevelopmentClock(Path.Combine(options.Data, "clock.txt"), TimeProvider.System));
            services.AddSingleton<TimeProvider>(provider => provider.GetRequiredService<DevelopmentClock>());
        }
        else
        {
            services.AddSingleton(TimeProvider.System);
        }
    }

    private static void AddSecrets(IServiceCollection services, ProductOptions options, WebApplicationBuilder builder)
    {
        services.AddSingleton<ICryptography, AesCryptography>();
        services.AddSingleton<IMasterKeys>(provider => MasterKeys.Load(
            new MasterKeyOptions
            {
                Text = builder.Configuration["Keys:Master"],
                File = builder.Configuration["Keys:File"] ?? Path.Combine(options.Data, "keys", "master.txt"),
                MayCreate = builder.Environment.IsDevelopment() || builder.Configuration.GetValue("Keys:Create", false),
            },
            provider.GetRequiredService<ICryptography>()));
        services.AddScoped<Vault>();
    }

    private static void AddDatabase(IServiceCollection services, ProductOptions options)
    {
        services.AddSingleton<IIdSource, IdSource>();
        _ = options.Provider.ToUpperInvariant() switch
        {
            "SQLITE" => services.AddSqliteDatabase(options.Connection),
            "POSTGRESQL" => services.AddPostgreSqlDatabase(options.Connection),
            _ => throw new InvalidOperationException($"Database:Provider is '{options.Provider}'; it must be Sqlite or PostgreSql."),
        };
    }

    private static void AddUseCases(IServiceCollection services)
    {
        services.AddSingleton<CalendarInForce>();
        services.AddScoped<LoadCalendars>();
        services.AddScoped<LoadRegions>();
        services.AddScoped<LoadDemonstration>();
        services.AddScoped<PersonRegister>();
        services.AddScoped<OutboxWriter>();
        services.AddScoped<AuditLog>();
        services.AddScoped<AccountMails>();
        services.AddScoped<IMailComposer, ConfirmMailComposer>();
        services.AddScoped<IMailComposer, ResetMailComposer>();
        services.AddScoped<RegisterAccount>();
        services.AddScoped<RoleNames>();
        services.AddScoped<AccountList>();
        services.AddScoped<ManageAccount>();
        services.AddScoped<AssignRole>();
        services.AddScoped<RemoveRole>();
        services.AddScoped<Places>();
    }

    private static IEnumerable<Assembly> TextAssemblies() => TextOwners.Select(name => Assembly.Load($"Approvals.{name}"));
}
