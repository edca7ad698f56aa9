using Approvals.Application.Cases;
using Approvals.Application.CaseViews;
using Approvals.Application.Corrections;
using Approvals.Application.Database;
using Approvals.Application.Experts;
using Approvals.Application.Incidents;
using Approvals.Application.Outbox;
using Approvals.Application.Rights;
using Approvals.Application.Secrets;
using Approvals.Application.Tasks;
using Approvals.Application.Votes;
using Approvals.TestKit.Cases;
using Approvals.TestKit.Database;
using Approvals.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Application.Tests.Replay;

/// <summary>Cases in which the office itself had a hand: what it did has its place when they are played again.</summary>
public sealed class PlayedOfficeTests
{
    private static readonly object[] Reviewers = [new { kind = "role", role = "Reviewer", level = "county" }];

    [Theory, AllDatabases]
    public async Task Play_OfANoticeEndedEarly_EndsItThen(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        await host.LoadAsync(FlowPackage.Begin("shown").Letter("told")
            .Step("notice", "Approvals.PublicNotice", ("template", "told"), ("fields", Array.Empty<object>()), ("workingDays", 5), ("rulings", Reviewers))
            .Review("review").End("yes", "granted").End("no", "refused")
            .Ways("apply>notice", "notice:NoObjection>review", "notice:Objection>no", "review:Approved>yes", "review:Rejected>no"));
        var id = await host.CaseAsync("shown");
        host.Host.Time.Advance(TimeSpan.FromDays(1));
        var notice = Assert.Single((await StateAsync(host, id)).Bookmarks.OfType<SignalBookmark>());
        await SendAsync(host, id, new NoticeEnded(notice.Id, new Actor(host.First.Id.ToString())));
        await DecideAsync(host, id, host.First, "approve");

        Assert.Equal("granted", (await host.RowAsync(id)).Result);
        await Played.SameAsync(host, id);
    }

    [Theory, AllDatabases]
    public async Task Play_OfACaseMovedByAnAdministrator_IsMovedThere(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var id = await host.CaseAsync();
        var operators = await host.PersonAsync("operator", Roles.Operator, "220000");
        var places = (await MoveAsync(host, m => m.ReadAsync(id, operators, default))).Value;
        var moved = await MoveAsync(host, m => m.HandleAsync(
            new MoveCase.Request(new MoveCase.Move(id, places.Etag, Assert.Single(places.Places).Execution, "apply"), "材料须重报", "click-move"), operators, default));
        Assert.Null(moved.Error?.Code);
        var form = Assert.Single(await host.TasksAsync(id));
        var again = await host.UseAsync<SubmitCorrection, Result<ActDone>>(u => u.HandleAsync(
            new SubmitCorrection.Request(form.Id, null, "click-again") { Values = CaseHost.Values(new { name = "张试", amount = 20, account = "6222000011112222" }) }, host.Applicant, default));
        Assert.Null(again.Error?.Code);
        await DecideAsync(host, id, host.First, "reject");

        Assert.Equal("refused", (await host.RowAsync(id)).Result);
        await Played.SameAsync(host, id);
    }

    [Theory, AllDatabases]
    public async Task Play_OfAnIncidentThatWasMended_GoesOnAfterIt(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        await host.LoadAsync(FlowPackage.Begin("stops").Review("review")
            .Step("second", "Approvals.Review", ("participants", new object[] { new { kind = "role", role = "Approver", level = "county" } }))
            .End("yes", "granted").End("no", "refused")
            .Ways("apply>review", "review:Approved>second", "review:Rejected>no", "second:Approved>yes", "second:Rejected>no"));
        var id = await host.CaseAsync("stops");
        await DecideAsync(host, id, host.First, "approve");
        var incident = await host.ReadAsync(c => c.Incidents.Where(i => i.CaseId == id).Select(i => i.Id).SingleAsync());
        host.Host.Time.Advance(TimeSpan.FromDays(2));
        var (operators, approver) = (await host.PersonAsync("operator", Roles.Operator, "220000"), await host.PersonAsync("approver", Roles.Approver, "220104"));
        var mended = await host.UseAsync<ResolveIncident, Result<Unit>>(u => u.HandleAsync(new ResolveIncident.Request(incident, Reason: "已补充人员"), operators, default));
        Assert.Null(mended.Error?.Code);
        await DecideAsync(host, id, approver, "approve");

        Assert.Equal("granted", (await host.RowAsync(id)).Result);
        await Played.SameAsync(host, id);
    }

    [Theory, AllDatabases]
    public async Task Play_OfAPanelDrawnAgainWithoutSeveral_TakesBackEachOfThem(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        await host.LoadAsync(FlowPackage.Begin("panelled")
            .Step("panel", "Approvals.Vote", ("draw", new { number = 2, minimum = 1, by = Reviewers }), ("quorum", "1/2"), ("pass", "1/2"))
            .End("yes", "granted").End("no", "refused").Ways("apply>panel", "panel:Passed>yes", "panel:Failed>no", "panel:NoQuorum>no"));
        var experts = await PoolAsync(host, 5);
        var id = await host.CaseAsync("panelled");
        await DrawAsync(host, id, []);
        var silent = await InvitedAsync(host, id);
        host.Host.Time.Advance(TimeSpan.FromDays(3));
        await DrawAsync(host, id, silent);
        var asked = await InvitedAsync(host, id);
        foreach (var member in asked)
        {
            await DecideAsync(host, id, experts[member], "takePart");
        }

        await DecideAsync(host, id, host.First, "convene");
        foreach (var task in (await host.TasksAsync(id)).Where(t => t.Kind == nameof(TaskKind.Vote)))
        {
            var cast = await host.UseAsync<CompleteTask, Result<ActDone>>(u => u.HandleAsync(
                new CompleteTask.Request(task.Id, Etag.Of(task), "vote", $"click-{task.Id:N}") { Ballot = BallotChoice.For }, experts[task.OwnerUserId!.Value], default));
            Assert.Null(cast.Error?.Code);
        }

        Assert.Equal((2, 2, 0), (silent.Count, asked.Count, asked.Intersect(silent).Count()));
        Assert.Equal("granted", (await host.RowAsync(id)).Result);
        await Played.SameAsync(host, id);
    }

    private static async Task<Dictionary<Guid, CurrentUser>> PoolAsync(CaseHost host, int count)
    {
        var people = new Dictionary<Guid, CurrentUser>();
        for (var i = 0; i < count; i++)
        {
            var person = await host.PersonAsync($"expert{i}", Roles.Expert, "220000");
            people[person.Id] = person;
        }

        await host.InAsync(async services =>
        {
            var (context, vault, ids) = (services.GetRequiredService<ApprovalsDbContext>(), services.GetRequiredService<Vault>(), services.GetRequiredService<IIdSource>());
            var region = await context.Regions.SingleAsync(r => r.Code == "220000");
            context.AddRange(people.Keys.Select(user => new Expert
            {
                Id = ids.Next(), UserId = user, RegionCode = region.Code, RegionPath = region.Path, KeyId = vault.Create("expert").Id, CreatedAt = host.Host.Time.GetUtcNow(),
            }));
            return await services.GetRequiredService<WriteTransaction>().CommitAsync(CancellationToken.None);
        });
        return people;
    }

    private static async Task DrawAsync(CaseHost host, Guid id, IReadOnlyList<Guid> without)
    {
        var task = (await host.TasksAsync(id)).Single(t => t.Kind == nameof(TaskKind.Draw));
        var drawn = await host.UseAsync<DrawExperts, Result<ActDone>>(u => u.HandleAsync(
            new DrawExperts.Request(task.Id, Etag.Of(task), without, without.Count == 0 ? null : "逾期未答复", $"click-draw-{without.Count}"), host.First, default));
        Assert.Null(drawn.Error?.Code);
    }

    private static async Task<IReadOnlyList<Guid>> InvitedAsync(CaseHost host, Guid id) =>
        [.. (await host.TasksAsync(id)).Where(t => t.Kind == nameof(TaskKind.Invitation)).Select(t => t.OwnerUserId!.Value)];

    private static async Task DecideAsync(CaseHost host, Guid id, CurrentUser by, string act)
    {
        var tasks = await host.TasksAsync(id);
        var task = tasks.FirstOrDefault(t => t.OwnerUserId == by.Id) ?? tasks.First(t => t.OwnerUserId is null);
        Assert.Null((await host.DecideAsync(task, by, act, $"click-{act}-{by.Id:N}")).Error?.Code);
    }

    private static Task<WorkflowState> StateAsync(CaseHost host, Guid id) => host.ReadAsync(async c =>
        WorkflowState.FromJson(await c.CaseStates.Where(s => s.CaseId == id).Select(s => s.State).SingleAsync()));

    private static async Task SendAsync(CaseHost host, Guid id, WorkflowEvent happened)
    {
        await host.InAsync(services =>
        {
            services.GetRequiredService<OutboxWriter>().Send(id, happened.ToJson(), "told-once");
            return services.GetRequiredService<WriteTransaction>().CommitAsync(CancellationToken.None);
        });
        await host.PumpAsync();
    }

    private static Task<T> MoveAsync<T>(CaseHost host, Func<MoveCase, Task<T>> use) => host.InAsync(s => use(ActivatorUtilities.CreateInstance<MoveCase>(
        s, ActivatorUtilities.CreateInstance<Offices>(s), ActivatorUtilities.CreateInstance<Limits.DueBadge>(s))));
}
