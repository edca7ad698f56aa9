using System.Reflection;
using Approvals.Application;
using Approvals.Application.Audit;
using Approvals.Application.Documents;
using Approvals.Application.Outbox;
using Approvals.Application.Outside;
using Approvals.Application.Reading;
using Approvals.Application.Secrets;
using Approvals.Database.Sqlite;
using Approvals.Infrastructure;
using Approvals.Infrastructure.Mail;
using Approvals.Infrastructure.Secrets;
using Approvals.Simulation.Ports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Approvals.Simulation;

/// <summary>The real application on SQLite in memory, with a clock that is moved and ports that keep everything in memory.</summary>
internal static class SimulatedPlatform
{
    private static readonly string[] TextOwners = ["Feel", "Decisions", "Workflows", "Domain", "Application", "Infrastructure", "Simulation"];

    /// <summary>Every text the simulator can say.</summary>
    internal static MessageCatalog Texts { get; } = MessageCatalog.Load(TextOwners.Select(name => Assembly.Load($"Approvals.{name}")));

    /// <summary>Builds the services over a named database in memory.</summary>
    /// <param name="database">The database's name; equal names share it.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="configure">Replaces what several simulators share.</param>
    internal static ServiceProvider Build(string database, SimulatedClock clock, Action<IServiceCollection>? configure = null)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Critical));
        services.AddSingleton<TimeProvider>(clock).AddSingleton(clock).AddSingleton(Texts);
        services.AddSqliteDatabase(ConnectionString(database));
        services.AddApprovalsPlatform(Options());
        services.AddApprovalsCases().AddReading();
        services.AddSingleton<IMasterKeys>(p => MasterKeys.Parse(
            $"1 {Convert.ToBase64String(new byte[p.GetRequiredService<ICryptography>().KeyLength])}", p.GetRequiredService<ICryptography>()));
        services.AddSingleton<IFileStore, MemoryFiles>().AddSingleton<IAuditHeads, MemoryHeads>();
        services.AddSingleton<MemoryMail>().AddSingleton<IMailTransport>(p => p.GetRequiredService<MemoryMail>());
        services.AddSingleton<MemoryHttp>().AddSingleton<IHttpTransport>(p => p.GetRequiredService<MemoryHttp>());
        configure?.Invoke(services);
        return services.BuildServiceProvider();
    }

    internal static string ConnectionString(string database) => $"Data Source={database};Mode=Memory;Cache=Shared";

    /// <summary>Nothing is written to disk: every port that would is replaced.</summary>
    private static PlatformOptions Options() => new()
    {
        DataDirectory = Path.GetTempPath(),
        AuditHeads = Path.Combine(Path.GetTempPath(), "unused"),
        MasterKeys = new MasterKeyOptions { File = "unused" },
        Mail = new MailOptions { Folder = "unused" },
    };
}
