using System.Text.Json.Nodes;
using Approvals.Application.Cases;
using Approvals.Application.Database;
using Approvals.Application.Experts;
using Approvals.Application.People;
using Approvals.Application.Rights;
using Approvals.Application.Tasks;
using Approvals.Application.Votes;
using Approvals.TestKit.Cases;
using Approvals.TestKit.Database;
using Approvals.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Tests.Experts;

/// <summary>An office whose cases go from a review to a panel of three that a lead draws; two may convene it.</summary>
internal sealed class PanelOffice(CaseHost host) : IAsyncDisposable
{
    public const string Service = "small-panel";
    public const string County = "220104";

    private int _clicks;

    public CaseHost Host => host;

    public CurrentUser Lead { get; private set; } = null!;

    public CurrentUser Auditor { get; private set; } = null!;

    /// <summary>The experts by user name.</summary>
    public Dictionary<string, CurrentUser> Experts { get; } = [];

    /// <summary>Opens the office; the experts named are in the pool with the field the panel is drawn from.</summary>
    public static async Task<PanelOffice> CreateAsync(DatabaseKind kind, params string[] experts)
    {
        var host = await CaseHost.CreateAsync(kind);
        await host.LoadAsync(Flow());
        var office = new PanelOffice(host)
        {
            Lead = await host.PersonAsync("lead", Roles.Lead, County),
            Auditor = await host.PersonAsync("auditor", Roles.Auditor, County),
        };
        foreach (var name in experts)
        {
            await office.AppointAsync(name);
            Assert.True((await office.EnterAsync(name)).IsSuccess, name);
        }

        return office;
    }

    public string Click() => $"click-{++_clicks:0000}";

    /// <summary>An account of an expert that is not in the pool yet.</summary>
    public async Task AppointAsync(string name) => Experts.Add(name, await host.PersonAsync(name, Roles.Expert, County));

    public Task<Result<ExpertDto>> EnterAsync(
        string name, string? employer = null, string field = "optics", string region = County, DaysAwayDto? away = null, CoAuthorEntry? author = null) =>
        host.UseAsync<KeepExpert, Result<ExpertDto>>(u => u.AddAsync(
            new KeepExpert.New(name, region, new ExpertEntry([field], null, employer, away is null ? [] : [away]), author is null ? [] : [author]), Lead, default));

    /// <summary>A case that has passed its review and waits to be drawn for.</summary>
    public async Task<Guid> CaseAsync(string employer = "甲研究所")
    {
        var draft = await host.DraftAsync(new { name = employer, amount = 10, account = "1" }, Service);
        var id = (await host.SubmitAsync(draft)).Value.CaseId;
        Assert.True((await host.DecideAsync((await host.TasksAsync(id)).Single(), host.First, "approve", Click())).IsSuccess);
        return id;
    }

    public async Task<Result<ActDone>> DrawAsync(Guid id, string? reason = null, params Guid[] without)
    {
        var task = await TaskAsync(id, TaskKind.Draw);
        return await host.UseAsync<DrawExperts, Result<ActDone>>(u => u.HandleAsync(new DrawExperts.Request(task.Id, Etag.Of(task), without, reason, Click()), Lead, default));
    }

    public async Task<Result<ActDone>> ActAsync(Guid id, string name, string act, BallotChoice? ballot = null)
    {
        var task = await OwnAsync(id, name);
        return await host.UseAsync<CompleteTask, Result<ActDone>>(u => u.HandleAsync(
            new CompleteTask.Request(task.Id, Etag.Of(task), act, Click()) { Ballot = ballot }, Experts[name], default));
    }

    public async Task<Result<ActDone>> RecuseAsync(Guid id, string name, string? reason)
    {
        var task = await OwnAsync(id, name);
        return await host.UseAsync<Recuse, Result<ActDone>>(u => u.HandleAsync(new Recuse.Request(task.Id, Etag.Of(task), reason, Click()), Experts[name], default));
    }

    public async Task<Result<ActDone>> ConveneAsync(Guid id) =>
        await host.DecideAsync(await TaskAsync(id, TaskKind.Draw), Lead, "convene", Click());

    /// <summary>The page of the draw that waits.</summary>
    public async Task<DrawDto> PageAsync(Guid id)
    {
        var task = await TaskAsync(id, TaskKind.Draw);
        return (await host.UseAsync<DrawPage, Result<DrawDto>>(u => u.OfTaskAsync(task.Id, Lead, default))).Value;
    }

    /// <summary>What a reader is shown of the case's draws.</summary>
    public Task<Result<IReadOnlyList<DrawDto>>> DrawsAsync(Guid id, CurrentUser reader) =>
        host.UseAsync<DrawPage, Result<IReadOnlyList<DrawDto>>>(u => u.OfCaseAsync(id, reader, default));

    /// <summary>The rows of the draws, the first first.</summary>
    public Task<List<PanelDraw>> RowsAsync(Guid id) =>
        host.ReadAsync(c => c.PanelDraws.AsNoTracking().Where(d => d.CaseId == id).OrderBy(d => d.Number).ToListAsync());

    /// <summary>A registered relation to the applicant.</summary>
    public Task RelateAsync(string name) => host.Host.AddAsync(new FamilyRelation
    {
        Id = Guid.NewGuid(), PersonId = Experts[name].PersonId!.Value, RelativePersonId = host.Applicant.PersonId!.Value, Kind = "sibling", RegisteredAt = host.Host.Time.GetUtcNow(),
    });

    public ValueTask DisposeAsync() => host.DisposeAsync();

    private async Task<TaskItem> OwnAsync(Guid id, string name) => (await host.TasksAsync(id)).Single(t =>
        t.Kind is nameof(TaskKind.Invitation) or nameof(TaskKind.Vote) && (t.OwnerUserId == Experts[name].Id || t.Candidates.Exists(c => c.Key == CandidateKey.User(Experts[name].Id))));

    private async Task<TaskItem> TaskAsync(Guid id, TaskKind kind) => (await host.TasksAsync(id)).Single(t => t.Kind == kind.ToString());

    private static FlowPackage Flow() => FlowPackage.Begin(Service)
        .Review("review")
        .Step(
            "panel", "Approvals.Vote",
            ("draw", JsonNode.Parse(
                """
                { "field": "optics", "number": 3, "minimum": 2, "employer": "application.name",
                  "by": [{ "kind": "role", "role": "Lead", "level": "county" }],
                  "limit": { "length": 3, "unit": "workingDays" }, "answer": { "length": 2, "unit": "workingDays" } }
                """)),
            ("limit", JsonNode.Parse("""{ "length": 5, "unit": "workingDays" }""")))
        .End("granted", "granted").End("refused", "refused")
        .Ways("apply>review", "review:Approved>panel", "review:Rejected>refused", "panel:Passed>granted", "panel:Failed>refused", "panel:NoQuorum>refused");
}
