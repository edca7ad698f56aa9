using System.Reflection;
using Approvals.Application;
using Approvals.Application.Database;
using Approvals.Application.Drafts;
using Approvals.Application.People;
using Approvals.Application.Policies;
using Approvals.Application.Reading;
using Approvals.Application.Regions;
using Approvals.Application.Rights;
using Approvals.Application.SignIn;
using Approvals.Bench.Stores;
using Approvals.Infrastructure;
using Approvals.Infrastructure.Mail;
using Approvals.Infrastructure.Secrets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Bench.Hosts;

/// <summary>The product without its web server, on one database, with the bench's packages, one region and two reviewers.</summary>
internal sealed class BenchHost : IAsyncDisposable
{
    public const string Region = "100000";
    public const string Path = "/100000/";

    private readonly ServiceProvider _services;

    private BenchHost(IStore store, string folder, Action<IServiceCollection>? configure = null)
    {
        Store = store;
        var services = new ServiceCollection().AddLogging();
        store.AddTo(services);
        services
            .AddSingleton(MessageCatalog.Load(typeof(Domain.Packages.ServicePackage).Assembly, typeof(ApprovalsDbContext).Assembly))
            .AddApprovalsPlatform(new PlatformOptions
            {
                DataDirectory = folder,
                AuditHeads = System.IO.Path.Combine(folder, "heads.jsonl"),
                MasterKeys = new MasterKeyOptions { File = System.IO.Path.Combine(folder, "master.keys"), MayCreate = true },
                Mail = new MailOptions { Folder = System.IO.Path.Combine(folder, "mail") },
            })
            .AddApprovalsCases()
            .AddReading()
            .AddSingleton(new SiteAddress());
        configure?.Invoke(services);
        _services = services.BuildServiceProvider();
    }

    /// <summary>The folder of the bench's own service packages.</summary>
    public static string Packages { get; } =
        System.IO.Path.Combine(System.IO.Path.GetDirectoryName(Assembly.GetExecutingAssembly().Location)!, "package");

    public IStore Store { get; }

    public CurrentUser[] Reviewers { get; } = [Reviewer(1), Reviewer(2)];

    public IServiceProvider Services => _services;

    /// <summary>On an empty database.</summary>
    public static async Task<BenchHost> CreateAsync(IStore store, string folder, Action<IServiceCollection>? configure = null)
    {
        var host = new BenchHost(store, folder, configure);
        await host.PrepareAsync();
        return host;
    }

    /// <summary>On a database that was prepared before; its tables follow the product's.</summary>
    public static async Task<BenchHost> OpenAsync(IStore store, string folder, Action<IServiceCollection>? configure = null)
    {
        var host = new BenchHost(store, folder, configure);
        await host.InScopeAsync(async services =>
        {
            var context = services.GetRequiredService<ApprovalsDbContext>();
            context.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
            await services.GetRequiredService<IDatabase>().MigrateAsync(context, CancellationToken.None);
            return true;
        });
        return host;
    }

    public async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = _services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    /// <summary>A person who may file applications.</summary>
    public Task<CurrentUser> ApplicantAsync() => InScopeAsync(async services =>
    {
        var person = await services.GetRequiredService<PersonRegister>().AddAsync(
            new PersonDetails("王小明"), services.GetRequiredService<TimeProvider>().GetUtcNow(), CancellationToken.None);
        await services.GetRequiredService<WriteTransaction>().CommitAsync(CancellationToken.None);
        return new CurrentUser(services.GetRequiredService<IIdSource>().Next(), "applicant", [new RoleGrant(Roles.Applicant, Region, Path)])
        {
            PersonId = person.Id,
        };
    });

    /// <summary>Files an application through the use cases and returns its case.</summary>
    public async Task<Guid> SubmitAsync(string service, CurrentUser applicant)
    {
        var draft = Require(await InScopeAsync(services => services.GetRequiredService<OpenDraft>().HandleAsync(
            new OpenDraft.Request(service), applicant, CancellationToken.None)));
        var etag = await InScopeAsync(async services =>
            Etag.Of(await services.GetRequiredService<ApprovalsDbContext>().Drafts.SingleAsync(d => d.Id == draft.Id)));
        return Require(await InScopeAsync(services => services.GetRequiredService<SubmitDraft>().HandleAsync(
            new SubmitDraft.Request(draft.Id, etag, $"submit-{draft.Id}"), applicant, CancellationToken.None))).CaseId;
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    public static T Require<T>(Result<T> result) =>
        result.IsSuccess ? result.Value : throw new InvalidOperationException($"{result.Error.Code} {string.Join(", ", result.Error.Fields)}");

    private Task<bool> PrepareAsync() => InScopeAsync(async services =>
    {
        var context = services.GetRequiredService<ApprovalsDbContext>();
        await services.GetRequiredService<IDatabase>().MigrateAsync(context, CancellationToken.None);
        context.Regions.Add(new Region { Code = Region, Path = Path, Level = RegionLevel.Province, Name = new LocalText("示例省", "Sample") });
        context.AddRange(Reviewers.SelectMany(Rows));
        await context.SaveChangesAsync();
        var import = await services.GetRequiredService<ImportPackages>().HandleAsync(PackageFolder.ReadTree(Packages), CancellationToken.None);
        return import.Broken.IsEmpty ? true : throw new InvalidOperationException(string.Join("; ", import.Broken[0].Problems));
    });

    private static IEnumerable<object> Rows(CurrentUser reviewer) =>
    [
        new User { Id = reviewer.Id, UserName = reviewer.Name, NormalizedUserName = reviewer.Name, DisplayName = reviewer.Name },
        new RoleAssignment { Id = reviewer.Id, UserId = reviewer.Id, Role = Roles.Reviewer, RegionCode = Region, RegionPath = Path },
    ];

    private static CurrentUser Reviewer(byte number) =>
        new(new Guid(number, 0, 0, new byte[8]), $"reviewer {number}", [new RoleGrant(Roles.Reviewer, Region, Path)]);
}
