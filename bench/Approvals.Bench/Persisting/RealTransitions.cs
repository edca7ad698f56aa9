using System.Reflection;
using Approvals.Application;
using Approvals.Application.Database;
using Approvals.Application.Drafts;
using Approvals.Application.People;
using Approvals.Application.Policies;
using Approvals.Application.Regions;
using Approvals.Application.Rights;
using Approvals.Application.Tasks;
using Approvals.Database.Sqlite;
using Approvals.Infrastructure;
using Approvals.Infrastructure.Mail;
using Approvals.Infrastructure.Secrets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Bench.Persisting;

/// <summary>The use case that completes a task, on a flow of two reviews that follow each other for ever.</summary>
internal sealed class RealTransitions : ITransitions
{
    private const string Region = "100000";
    private const string Path = "/100000/";

    private readonly ServiceProvider _services;
    private readonly CurrentUser[] _reviewers = [Reviewer(1), Reviewer(2)];
    private readonly List<Guid> _cases = [];
    private int _acts;

    private RealTransitions(string folder)
    {
        var options = new PlatformOptions
        {
            DataDirectory = folder,
            AuditHeads = System.IO.Path.Combine(folder, "heads.jsonl"),
            MasterKeys = new MasterKeyOptions { File = System.IO.Path.Combine(folder, "master.keys"), MayCreate = true },
            Mail = new MailOptions { Folder = System.IO.Path.Combine(folder, "mail") },
        };
        _services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(MessageCatalog.Load(typeof(Domain.Packages.ServicePackage).Assembly, typeof(ApprovalsDbContext).Assembly))
            .AddSqliteDatabase($"Data Source={System.IO.Path.Combine(folder, "approvals.db")}")
            .AddApprovalsPlatform(options)
            .AddApprovalsCases()
            .BuildServiceProvider();
    }

    public string Name => "use case";

    public SqliteDatabase Database => (SqliteDatabase)_services.GetRequiredService<IDatabase>();

    public static async Task<RealTransitions> CreateAsync(string folder, int cases)
    {
        Directory.CreateDirectory(folder);
        var transitions = new RealTransitions(folder);
        await transitions.PrepareAsync(cases);
        return transitions;
    }

    public Task<Guid> OpenTaskAsync(int caseIndex) => InScopeAsync(async services =>
    {
        var (id, context) = (_cases[caseIndex], services.GetRequiredService<ApprovalsDbContext>());
        var open = await context.TaskItems.Where(t => t.CaseId == id && t.State == TaskItemState.Open).Select(t => t.Id).ToListAsync();
        return open is [var task] ? task : throw new InvalidOperationException(await WhyAsync(context, id));
    });

    public async Task StepAsync(int caseIndex, Guid task)
    {
        var act = _acts++;
        var request = new CompleteTask.Request(task, null, "approve", $"bench-{act}");
        var done = await InScopeAsync(services => services.GetRequiredService<CompleteTask>().HandleAsync(
            request, _reviewers[act / _cases.Count % 2], CancellationToken.None));
        Require(done);
    }

    public Task<IReadOnlyDictionary<string, long>> RowsAsync() =>
        InScopeAsync(services => RowCounts.ReadAsync(services.GetRequiredService<ApprovalsDbContext>()));

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private async Task PrepareAsync(int cases)
    {
        await InScopeAsync(async services =>
        {
            var context = services.GetRequiredService<ApprovalsDbContext>();
            await services.GetRequiredService<IDatabase>().MigrateAsync(context, CancellationToken.None);
            context.Regions.Add(new Region { Code = Region, Path = Path, Level = RegionLevel.Province, Name = new LocalText("示例省", "Sample") });
            context.AddRange(_reviewers.SelectMany(Rows));
            await context.SaveChangesAsync();
            var folder = System.IO.Path.Combine(System.IO.Path.GetDirectoryName(Assembly.GetExecutingAssembly().Location)!, "package");
            var import = await services.GetRequiredService<ImportPackages>().HandleAsync(PackageFolder.ReadTree(folder), CancellationToken.None);
            return import.Broken.IsEmpty ? true : throw new InvalidOperationException(string.Join("; ", import.Broken[0].Problems));
        });
        var applicant = await ApplicantAsync();
        for (var i = 0; i < cases; i++)
        {
            _cases.Add(await SubmitAsync(applicant));
        }
    }

    private Task<CurrentUser> ApplicantAsync() => InScopeAsync(async services =>
    {
        var person = await services.GetRequiredService<PersonRegister>().AddAsync(new PersonDetails("王小明"), CancellationToken.None);
        await services.GetRequiredService<WriteTransaction>().CommitAsync(CancellationToken.None);
        return new CurrentUser(services.GetRequiredService<IIdSource>().Next(), "applicant", [new RoleGrant(Roles.Applicant, Region, Path)])
        {
            PersonId = person.Id,
        };
    });

    private async Task<Guid> SubmitAsync(CurrentUser applicant)
    {
        var draft = Require(await InScopeAsync(services => services.GetRequiredService<OpenDraft>().HandleAsync(
            new OpenDraft.Request("ring"), applicant, CancellationToken.None)));
        var etag = await InScopeAsync(async services =>
            Etag.Of(await services.GetRequiredService<ApprovalsDbContext>().Drafts.SingleAsync(d => d.Id == draft.Id)));
        var submitted = Require(await InScopeAsync(services => services.GetRequiredService<SubmitDraft>().HandleAsync(
            new SubmitDraft.Request(draft.Id, etag, $"submit-{draft.Id}"), applicant, CancellationToken.None)));
        return submitted.CaseId;
    }

    private async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = _services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    private static async Task<string> WhyAsync(ApprovalsDbContext context, Guid id)
    {
        var incidents = await context.Incidents.Where(i => i.CaseId == id).Select(i => i.Code + " " + i.Data).ToListAsync();
        return $"The case does not wait at one task: {string.Join("; ", incidents)}";
    }

    private static T Require<T>(Result<T> result) =>
        result.IsSuccess ? result.Value : throw new InvalidOperationException($"{result.Error.Code} {string.Join(", ", result.Error.Fields)}");

    private static IEnumerable<object> Rows(CurrentUser reviewer) =>
    [
        new User { Id = reviewer.Id, UserName = reviewer.Name, NormalizedUserName = reviewer.Name, DisplayName = reviewer.Name },
        new RoleAssignment { Id = reviewer.Id, UserId = reviewer.Id, Role = Roles.Reviewer, RegionCode = Region, RegionPath = Path },
    ];

    private static CurrentUser Reviewer(byte number) =>
        new(new Guid(number, 0, 0, new byte[8]), $"reviewer {number}", [new RoleGrant(Roles.Reviewer, Region, Path)]);
}
