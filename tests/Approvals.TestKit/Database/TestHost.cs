using Approvals.Application.Database;
using Approvals.Database.PostgreSql;
using Approvals.Database.Sqlite;
using Approvals.Database.SqlServer;
using Approvals.Infrastructure;
using Approvals.Infrastructure.Mail;
using Approvals.Infrastructure.Secrets;
using Approvals.TestKit.Time;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.TestKit.Database;

/// <summary>The platform on one fresh database and one fresh folder with a clock that stands still. Nothing runs by itself.</summary>
public sealed class TestHost : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly DirectoryInfo _folder;
    private readonly string _connectionString;

    private TestHost(DatabaseKind kind, DirectoryInfo folder, string connectionString, FakeTimeProvider time, ServiceProvider services)
    {
        (Kind, _folder, _connectionString, Time, _services) = (kind, folder, connectionString, time, services);
    }

    public DatabaseKind Kind { get; }

    public FakeTimeProvider Time { get; }

    /// <summary>The folder of documents, keys, audit heads and mails.</summary>
    public string DataDirectory => _folder.FullName;

    public IServiceProvider Services => _services;

    /// <summary>Makes a host.</summary>
    /// <param name="kind">The database.</param>
    /// <param name="configure">Adds what the test needs, such as use cases or fake ports.</param>
    public static Task<TestHost> CreateAsync(DatabaseKind kind = DatabaseKind.Sqlite, Action<IServiceCollection>? configure = null) =>
        CreateAsync(kind, (services, _) => configure?.Invoke(services));

    /// <summary>Makes a host for a test that needs the database's connection string.</summary>
    public static async Task<TestHost> CreateAsync(DatabaseKind kind, Action<IServiceCollection, string> configure)
    {
        var folder = Directory.CreateTempSubdirectory("approvals-test-");
        var time = new FakeTimeProvider();
        var services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(time);
        var connectionString = await TestDatabase.CreateAsync(kind, folder.FullName);
        _ = kind switch
        {
            DatabaseKind.PostgreSql => services.AddPostgreSqlDatabase(connectionString),
            DatabaseKind.SqlServer => services.AddSqlServerDatabase(connectionString),
            _ => services.AddSqliteDatabase(connectionString),
        };

        services.AddApprovalsPlatform(Options(folder.FullName));
        configure(services, connectionString);
        return new TestHost(kind, folder, connectionString, time, services.BuildServiceProvider());
    }

    /// <summary>Runs something in a scope of its own, as a request would be.</summary>
    public async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = _services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    /// <summary>Runs something in a scope of its own, as a request would be.</summary>
    public async Task InScopeAsync(Func<IServiceProvider, Task> work)
    {
        await using var scope = _services.CreateAsyncScope();
        await work(scope.ServiceProvider);
    }

    /// <summary>Reads or writes rows directly.</summary>
    public Task<T> WithContextAsync<T>(Func<ApprovalsDbContext, Task<T>> work) =>
        InScopeAsync(services => work(services.GetRequiredService<ApprovalsDbContext>()));

    /// <summary>Adds rows.</summary>
    public Task AddAsync(params object[] rows) => WithContextAsync(async context =>
    {
        context.AddRange(rows);
        return await context.SaveChangesAsync();
    });

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await TestDatabase.DropAsync(Kind, _connectionString);
        _folder.Delete(recursive: true);
    }

    private static PlatformOptions Options(string folder) => new()
    {
        DataDirectory = folder,
        AuditHeads = Path.Combine(folder, "heads.jsonl"),
        MasterKeys = new MasterKeyOptions { File = Path.Combine(folder, "master.keys"), MayCreate = true },
        Mail = new MailOptions { Folder = Path.Combine(folder, "mail") },
    };
}
