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
    private readonly bool _isGuest;

    private TestHost(DatabaseKind kind, DirectoryInfo folder, string connectionString, FakeTimeProvider time, ServiceProvider services, bool isGuest = false)
    {
        (Kind, _folder, _connectionString, Time, _services, _isGuest) = (kind, folder, connectionString, time, services, isGuest);
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
        var connectionString = await TestDatabase.CreateAsync(kind, folder.FullName);
        return new TestHost(kind, folder, connectionString, time, Build(kind, folder, connectionString, time, configure));
    }

    /// <summary>A second node: services of its own on the same database, folder and clock. It is disposed before this host is.</summary>
    public TestHost Beside(Action<IServiceCollection>? configure = null) => new(
        Kind, _folder, _connectionString, Time, Build(Kind, _folder, _connectionString, Time, (services, _) => configure?.Invoke(services)), isGuest: true);

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
        if (_isGuest)
        {
            return;
        }

        await TestDatabase.DropAsync(Kind, _connectionString);
        _folder.Delete(recursive: true);
    }

    private static ServiceProvider Build(
        DatabaseKind kind, DirectoryInfo folder, string connectionString, FakeTimeProvider time, Action<IServiceCollection, string> configure)
    {
        var services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(time);
        _ = kind switch
        {
            DatabaseKind.PostgreSql => services.AddPostgreSqlDatabase(connectionString),
            DatabaseKind.SqlServer => services.AddSqlServerDatabase(connectionString),
            _ => services.AddSqliteDatabase(connectionString),
        };

        services.AddApprovalsPlatform(Options(folder.FullName));
        configure(services, connectionString);
        return services.BuildServiceProvider();
    }

    private static PlatformOptions Options(string folder) => new()
    {
        DataDirectory = folder,
        AuditHeads = Path.Combine(folder, "heads.jsonl"),
        MasterKeys = new MasterKeyOptions { File = Path.Combine(folder, "master.keys"), MayCreate = true },
        Mail = new MailOptions { Folder = Path.Combine(folder, "mail") },
    };
}
