using System.Reflection;
using Approvals.Application;
using Approvals.Application.Calendars;
using Approvals.Application.Database;
using Approvals.Application.Outbox;
using Approvals.Application.Reading;
using Approvals.Application.SignIn;
using Approvals.Database.Sqlite;
using Approvals.Infrastructure;
using Approvals.Infrastructure.Mail;
using Approvals.Infrastructure.Pumps;
using Approvals.Infrastructure.Secrets;
using Approvals.TestKit.Time;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Approvals.Year.Tests;

/// <summary>The real application on a database in a folder, with a clock that is moved. Nothing runs by itself.</summary>
internal sealed class YearPlatform : IAsyncDisposable
{
    private static readonly MessageCatalog Texts = MessageCatalog.Load(
        new[] { "Feel", "Decisions", "Workflows", "Domain", "Application", "Infrastructure" }.Select(n => Assembly.Load($"Approvals.{n}")));

    private readonly ServiceProvider _services;

    /// <summary>Opens the folder.</summary>
    /// <param name="folder">Where database, keys, files and mails are.</param>
    /// <param name="now">What time it is.</param>
    public YearPlatform(string folder, DateTimeOffset now)
    {
        (Folder, Clock) = (folder, new FakeTimeProvider(now));
        var services = new ServiceCollection().AddLogging(log => log.SetMinimumLevel(LogLevel.Warning).AddProvider(Complaints)).AddSingleton<TimeProvider>(Clock);
        services.AddSqliteDatabase($"Data Source={Path.Combine(folder, "approvals.db")}");
        services.AddApprovalsPlatform(new PlatformOptions
        {
            DataDirectory = folder,
            AuditHeads = Path.Combine(folder, "heads.jsonl"),
            MasterKeys = new MasterKeyOptions { File = Path.Combine(folder, "master.keys"), MayCreate = true },
            Mail = new MailOptions { Folder = Path.Combine(folder, "mail") },
        });
        services.AddSingleton(Texts).AddApprovalsCases().AddReading().AddSingleton(new SiteAddress());
        services.AddSingleton(PumpPace.Several).AddSingleton<IMailTransport>(new MailBook(folder, Clock));
        _services = services.BuildServiceProvider();
    }

    public string Folder { get; }

    public FakeTimeProvider Clock { get; }

    public Complaints Complaints { get; } = new();

    public IServiceProvider Services => _services;

    /// <summary>Opens a folder that was founded before.</summary>
    public static async Task<YearPlatform> OpenAsync(string folder, DateTimeOffset now)
    {
        var platform = new YearPlatform(folder, now);
        await platform.InScopeAsync(async services =>
        {
            await services.GetRequiredService<CalendarInForce>().ReadAsync(services.GetRequiredService<ApprovalsDbContext>(), default);
            return Unit.Value;
        });
        return platform;
    }

    /// <summary>Runs something in a scope of its own, as a request would be.</summary>
    public async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = _services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    public Task<T> UseAsync<TUse, T>(Func<TUse, Task<T>> use)
        where TUse : notnull => InScopeAsync(services => use(services.GetRequiredService<TUse>()));

    public Task<T> ReadAsync<T>(Func<ApprovalsDbContext, Task<T>> read) => UseAsync(read);

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}

/// <summary>What the platform warns of; a year goes by without any.</summary>
internal sealed class Complaints : ILoggerProvider, ILogger
{
    private readonly List<string> _lines = [];

    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_lines)
            {
                return [.. _lines];
            }
        }
    }

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        lock (_lines)
        {
            _lines.Add($"{formatter(state, exception)} {exception}");
        }
    }

    public void Dispose()
    {
    }
}
