using System.Reflection;
using System.Text.Json;
using Approvals.Application;
using Approvals.Application.Bookings;
using Approvals.Application.Calendars;
using Approvals.Application.Cases;
using Approvals.Application.CaseViews;
using Approvals.Application.Database;
using Approvals.Application.Drafts;
using Approvals.Application.Outbox;
using Approvals.Application.People;
using Approvals.Application.Policies;
using Approvals.Application.Regions;
using Approvals.Application.Reading;
using Approvals.Application.Rights;
using Approvals.Application.SignIn;
using Approvals.Application.Tasks;
using Approvals.Simulation;
using Approvals.Application.Timers;
using Approvals.Application.WaitingLists;
using Approvals.Infrastructure.Pumps;
using Approvals.TestKit.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Approvals.TestKit.Cases;

/// <summary>The application with the small package, an applicant and reviewers of one county.</summary>
public sealed class CaseHost : IAsyncDisposable
{
    private static readonly MessageCatalog Texts = MessageCatalog.Load(
        new[] { "Feel", "Decisions", "Workflows", "Domain", "Application", "Infrastructure", "Simulation" }.Select(n => Assembly.Load($"Approvals.{n}")));

    private CaseHost(TestHost host) => Host = host;

    public TestHost Host { get; }

    public CurrentUser Applicant { get; private set; } = null!;

    public CurrentUser First { get; private set; } = null!;

    public CurrentUser Second { get; private set; } = null!;

    /// <summary>Opens the office.</summary>
    /// <param name="kind">The database.</param>
    /// <param name="mode">The mode of review of the small package.</param>
    /// <param name="change">Changes the text of its flow.</param>
    /// <param name="configure">What it does otherwise.</param>
    public static Task<CaseHost> CreateAsync(
        DatabaseKind kind, string mode = "AnyOf", Func<string, string>? change = null, Action<IServiceCollection>? configure = null) =>
        CreateAsync(kind, SmallPackage.Tree(mode, change: change), configure);

    /// <summary>Opens the office with packages of its own.</summary>
    public static async Task<CaseHost> CreateAsync(DatabaseKind kind, PackageTree packages, Action<IServiceCollection>? configure = null)
    {
        var host = new CaseHost(await TestHost.CreateAsync(kind, services =>
        {
            Register(services);
            configure?.Invoke(services);
        }));
        await host.LoadAsync(packages);
        host.Applicant = await host.PersonAsync("applicant", Roles.Applicant, "220104");
        host.First = await host.PersonAsync("first", Roles.Reviewer, "220104");
        host.Second = await host.PersonAsync("second", Roles.Reviewer, "220104");
        return host;
    }

    /// <summary>A second node of the same office; it is disposed before this one.</summary>
    /// <param name="configure">What this node does otherwise.</param>
    public async Task<CaseHost> BesideAsync(Action<IServiceCollection>? configure = null)
    {
        var other = new CaseHost(Host.Beside(services => configure?.Invoke(Register(services)))) { Applicant = Applicant, First = First, Second = Second };
        await other.LoadCalendarsAsync();
        return other;
    }

    public Task<T> InAsync<T>(Func<IServiceProvider, Task<T>> work) => Host.InScopeAsync(work);

    public Task<T> ReadAsync<T>(Func<ApprovalsDbContext, Task<T>> read) => Host.WithContextAsync(read);

    public Task<T> UseAsync<TUse, T>(Func<TUse, Task<T>> use)
        where TUse : notnull => InAsync(services => use(services.GetRequiredService<TUse>()));

    public async Task<CurrentUser> PersonAsync(string name, string role, string region, Guid? organisation = null)
    {
        var id = await InAsync(async services =>
        {
            var (context, ids, now) = (services.GetRequiredService<ApprovalsDbContext>(), services.GetRequiredService<IIdSource>(), Host.Time.GetUtcNow());
            var person = await services.GetRequiredService<PersonRegister>().AddAsync(new PersonDetails(name), now, CancellationToken.None);
            var user = new User { Id = ids.Next(), UserName = name, NormalizedUserName = name, DisplayName = name, Email = $"{name}@example.org", PersonId = person.Id };
            var path = await context.Regions.Where(r => r.Code == region).Select(r => r.Path).SingleAsync();
            context.Users.Add(user);
            context.RoleAssignments.Add(new RoleAssignment
            {
                Id = ids.Next(), UserId = user.Id, Role = role, RegionCode = region, RegionPath = path, OrganisationId = organisation, ValidFrom = now.AddDays(-1),
            });
            await context.SaveChangesAsync();
            return user.Id;
        });
        return (await ReadAsync(c => RoleGrants.ReadAsync(c, id, Host.Time.GetUtcNow(), CancellationToken.None)))!;
    }

    /// <summary>A draft with the given answers; its id and version.</summary>
    public async Task<(Guid Id, string Etag)> DraftAsync(object? values = null, string service = SmallPackage.Code)
    {
        var opened = await UseAsync<OpenDraft, Result<OpenDraft.Opened>>(u => u.HandleAsync(new OpenDraft.Request(service), Applicant, default));
        var etag = Etag.Of(await ReadAsync(c => c.Drafts.SingleAsync(d => d.Id == opened.Value.Id)));
        var given = Values(values ?? new { name = "张试", amount = 12.5m, account = "6222000011112222" });
        var saved = await UseAsync<SaveDraft, Result<SaveDraft.Saved>>(u => u.HandleAsync(new SaveDraft.Request(opened.Value.Id, given, etag), Applicant, default));
        return (opened.Value.Id, saved.Value.Etag);
    }

    public Task<Result<SubmitDraft.Submitted>> SubmitAsync((Guid Id, string Etag) draft) =>
        UseAsync<SubmitDraft, Result<SubmitDraft.Submitted>>(u => u.HandleAsync(new SubmitDraft.Request(draft.Id, draft.Etag, "click-0001"), Applicant, default));

    /// <summary>A case under review, or of another service at its first step after the application.</summary>
    public async Task<Guid> CaseAsync(string service = SmallPackage.Code) => (await SubmitAsync(await DraftAsync(service: service))).Value.CaseId;

    /// <summary>Loads further services; each must be whole.</summary>
    public async Task LoadAsync(params FlowPackage[] packages)
    {
        var import = await UseAsync<ImportPackages, PackageImport>(u => u.HandleAsync(
            new PackageTree([.. packages.Select(p => p.Folder)], System.Collections.Immutable.ImmutableSortedDictionary<string, ReadOnlyMemory<byte>>.Empty), default));
        if (!import.Broken.IsEmpty)
        {
            throw new InvalidOperationException(string.Join("; ", import.Broken.SelectMany(b => b.Problems).Select(p => $"{p.File} {p.Activity} {p.Describe(Texts, "en")}")));
        }
    }

    /// <summary>Works off timers, events between cases and the outbox until nothing is ready any more.</summary>
    public async Task PumpAsync()
    {
        while (await Host.Services.GetRequiredService<Pump<CaseTimer>>().DrainAsync(default)
            + await Host.Services.GetRequiredService<Pump<InboundEvent>>().DrainAsync(default)
            + await Host.Services.GetRequiredService<Pump<OutboxMessage>>().DrainAsync(default) > 0)
        {
        }
    }

    /// <summary>Grants a small grant to the applicant.</summary>
    public async Task<Guid> GrantedAsync()
    {
        var id = await CaseAsync();
        await DecideAsync((await TasksAsync(id))[0], First, "approve", $"grant-{id:N}");
        return id;
    }

    /// <summary>A case of a service by somebody.</summary>
    public async Task<Guid> FileAsync(string service, CurrentUser applicant, object values)
    {
        var opened = await UseAsync<OpenDraft, Result<OpenDraft.Opened>>(u => u.HandleAsync(new OpenDraft.Request(service), applicant, default));
        var etag = Etag.Of(await ReadAsync(c => c.Drafts.SingleAsync(d => d.Id == opened.Value.Id)));
        var saved = await UseAsync<SaveDraft, Result<SaveDraft.Saved>>(u => u.HandleAsync(new SaveDraft.Request(opened.Value.Id, Values(values), etag), applicant, default));
        return (await UseAsync<SubmitDraft, Result<SubmitDraft.Submitted>>(u => u.HandleAsync(
            new SubmitDraft.Request(opened.Value.Id, saved.Value.Etag, "click-0001"), applicant, default))).Value.CaseId;
    }

    /// <summary>The open tasks of a case, oldest first.</summary>
    public Task<List<TaskItem>> TasksAsync(Guid caseId) => ReadAsync(c => c.TaskItems.AsNoTracking().Include(t => t.Candidates)
        .Where(t => t.CaseId == caseId && (t.State == TaskItemState.Open || t.State == TaskItemState.Claimed)).OrderBy(t => t.Id).ToListAsync());

    public Task<Result<ActDone>> DecideAsync(TaskItem task, CurrentUser user, string act, string key, string? opinion = "意见") =>
        UseAsync<CompleteTask, Result<ActDone>>(u => u.HandleAsync(
            new CompleteTask.Request(task.Id, Etag.Of(task), act, key) { Opinion = opinion }, user, default));

    public Task<Case> RowAsync(Guid caseId) => ReadAsync(c => c.Cases.AsNoTracking().SingleAsync(r => r.Id == caseId));

    public static Dictionary<string, JsonElement> Values(object values) =>
        JsonSerializer.SerializeToElement(values).EnumerateObject().ToDictionary(p => p.Name, p => p.Value);

    private static IServiceCollection Register(IServiceCollection services) =>
        // Mails of accounts need Identity, which cases do without.
        services.AddSingleton(Texts).AddReading().AddAccounts().RemoveAll<IMailComposer>().AddApprovalsCases().AddSimulation(ReferenceData.Find(Root()))
            .AddSingleton(new SiteAddress()).AddScoped<WaitingPlaces>().AddScoped<BookingView>();

    private async Task LoadAsync(PackageTree packages)
    {
        await InAsync(async services =>
        {
            await services.GetRequiredService<LoadRegions>().HandleAsync(Path.Combine(Root(), "data", "regions.json"), CancellationToken.None);
            await services.GetRequiredService<LoadSettings>().HandleAsync(Path.Combine(Root(), "data", "settings.json"), CancellationToken.None);
            return await services.GetRequiredService<ImportPackages>().HandleAsync(packages, CancellationToken.None);
        });
        await LoadCalendarsAsync();
    }

    private Task<Result<IReadOnlyList<int>>> LoadCalendarsAsync() => UseAsync<LoadCalendars, Result<IReadOnlyList<int>>>(u =>
        u.HandleAsync(Path.Combine(Root(), "data", "calendars"), CancellationToken.None));

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    public static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Approvals.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }
}
