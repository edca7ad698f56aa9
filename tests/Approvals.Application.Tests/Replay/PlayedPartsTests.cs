using System.Collections.Immutable;
using System.Text;
using Approvals.Application.Cases;
using Approvals.Application.Corrections;
using Approvals.Application.Database;
using Approvals.Application.Drafts;
using Approvals.Application.Organisations;
using Approvals.Application.Policies;
using Approvals.Application.Replay;
using Approvals.Application.Represented;
using Approvals.Application.Rights;
using Approvals.Application.Tasks;
using Approvals.TestKit.Cases;
using Approvals.TestKit.Database;
using Approvals.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Application.Tests.Replay;

/// <summary>Cases in which others than their applicant and reviewers had a part are played with it: the answer is determined.</summary>
public sealed class PlayedPartsTests
{
    private const string Uscc = "91220101MA0Y4K5Q2X";

    [Theory, AllDatabases]
    public async Task Play_OfACaseFiledByAnAgentOrAtACounter_IsFiledThatWayAgain(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind, OnBehalf());
        var agent = await AgentAsync(host);
        var clerk = await host.PersonAsync("clerk", Roles.IntakeOfficer, "220104");
        var (byAgent, atCounter) = (await FiledAsync(host, agent, "first-talent", agent.AgentOf.Single()), await FiledAsync(host, clerk, "second-talent", null));
        await DecideAsync(host, byAgent, "approve");
        await DecideAsync(host, atCounter, "reject");

        Assert.Equal((FiledBy.Agent, FiledBy.Counter), ((await host.RowAsync(byAgent)).FiledBy, (await host.RowAsync(atCounter)).FiledBy));
        await Played.SameAsync(host, byAgent, atCounter);
    }

    [Theory, AllDatabases]
    public async Task Play_OfASignerAddedAndOneTakenBack_AsksTheSamePeople(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var id = await host.CaseAsync();
        var third = await host.PersonAsync("third", Roles.Reviewer, "220104");
        var task = Assert.Single(await host.TasksAsync(id));
        await AddAsync(host, id, host.Second.Id, SignerPlace.After, "click-add1");
        await AddAsync(host, id, third.Id, SignerPlace.Alongside, "click-add2");
        var removed = await host.UseAsync<RemoveSigner, Result<ActDone>>(u => u.HandleAsync(new RemoveSigner.Request(task.Id, third.Id, "不需要", "click-remove"), host.First, default));
        Assert.Null(removed.Error?.Code);
        await DecideAsync(host, id, "approve");
        Assert.Null((await host.DecideAsync(Assert.Single(await host.TasksAsync(id)), host.Second, "reject", "click-second")).Error?.Code);

        Assert.Equal("refused", (await host.RowAsync(id)).Result);
        await Played.SameAsync(host, id);
    }

    [Theory, AllDatabases]
    public async Task Play_OfParentAndChild_HearsOfEachOtherAgain(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        await host.LoadAsync(FlowPackage.Begin("parent")
            .Step("start", "Approvals.StartCase", ("service", SmallPackage.Code), ("data", "={ amount: 77 }"), ("wait", true), ("onParentEnd", "cancel"))
            .End("yes", "granted").End("no", "refused").Ways("apply>start", "start>yes", "start:refused>no"));
        var parent = await host.CaseAsync("parent");
        await host.PumpAsync();
        var child = await host.ReadAsync(c => c.ChildCases.Where(l => l.ParentCaseId == parent).Select(l => l.ChildCaseId).SingleAsync());
        var form = Assert.Single(await host.TasksAsync(child));
        await host.UseAsync<SubmitCorrection, Result<ActDone>>(u => u.HandleAsync(
            new SubmitCorrection.Request(form.Id, null, "click-fill") { Values = CaseHost.Values(new { account = "6222000011112222" }) }, host.Applicant, default));
        await DecideAsync(host, child, "reject");
        await host.PumpAsync();

        Assert.Equal("refused", (await host.RowAsync(parent)).Result);
        await Played.SameAsync(host, parent, child);
    }

    [Theory, AllDatabases]
    public async Task Play_OfASignal_HearsItAtItsTime(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        await host.LoadAsync(
            FlowPackage.Begin("hears").Step("wait", "Elsa.Event", ("eventName", "go")).End("end", "granted").Ways("apply>wait", "wait>end"),
            FlowPackage.Begin("tells").Step("tell", "Elsa.PublishEvent", ("eventName", "go")).End("end", "granted").Ways("apply>tell", "tell>end"));
        var id = await host.CaseAsync("hears");
        host.Host.Time.Advance(TimeSpan.FromDays(2));
        await host.CaseAsync("tells");
        await host.PumpAsync();

        Assert.Equal("granted", (await host.RowAsync(id)).Result);
        await Played.SameAsync(host, id);
    }

    [Theory]
    [AllDatabases("extend")]
    [AllDatabases("revoke")]
    [AllDatabases("suspend")]
    public async Task Play_OfACaseThatLookedAtARight_SeesItAsItWas(DatabaseKind kind, string change)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        await host.LoadAsync(Looking(), Changing(change));
        await host.GrantedAsync();
        host.Host.Time.Advance(TimeSpan.FromDays(change == "extend" ? 400 : 1));
        var before = await host.CaseAsync("looks");
        host.Host.Time.Advance(TimeSpan.FromDays(1));
        await host.CaseAsync("changes");
        host.Host.Time.Advance(TimeSpan.FromDays(1));
        var after = await host.CaseAsync("looks");

        Assert.Empty(await host.ReadAsync(c => c.Incidents.ToListAsync()));
        Assert.Equal(change == "extend" ? ("refused", "granted") : ("granted", "refused"), ((await host.RowAsync(before)).Result, (await host.RowAsync(after)).Result));
        await Played.SameAsync(host, before, after);
    }

    private static FlowPackage Looking() => FlowPackage.Begin("looks")
        .Step("holds", "Elsa.FlowDecision", ("condition", $"=count(applicant.entitlements[kind = \"{SmallPackage.Code}/grant\" and valid]) > 0"))
        .End("yes", "granted").End("no", "refused").Ways("apply>holds", "holds:True>yes", "holds:False>no");

    private static FlowPackage Changing(string change) => FlowPackage.Begin("changes")
        .Step("change", "Approvals.ChangeEntitlement", ("change", change), ("kind", $"{SmallPackage.Code}/grant"), ("reason", "原因"), ("validTo", "=today + duration(\"P300D\")"))
        .End("end", "granted").Ways("apply>change", "change>end");

    /// <summary>The small package, which employers and counters may file for others.</summary>
    private static PackageTree OnBehalf()
    {
        var files = SmallPackage.Files();
        var service = Encoding.UTF8.GetString(files["service.json"].Span).Replace("\"applicants\"", "\"onBehalf\": [\"employer\", \"counter\"], \"applicants\"", StringComparison.Ordinal);
        return new PackageTree(
            [new PackageFolder(SmallPackage.Code, files.SetItem("service.json", Encoding.UTF8.GetBytes(service)))], ImmutableSortedDictionary<string, ReadOnlyMemory<byte>>.Empty);
    }

    private static async Task<CurrentUser> AgentAsync(CaseHost host)
    {
        var id = await host.InAsync(async services =>
        {
            var context = services.GetRequiredService<ApprovalsDbContext>();
            var path = await context.Regions.Where(r => r.Code == "220104").Select(r => r.Path).SingleAsync();
            var employer = new Organisation
            {
                Id = services.GetRequiredService<IIdSource>().Next(), Uscc = Uscc, Name = "示例单位", Kind = "enterprise", RegionCode = "220104", RegionPath = path,
                VerifiedAt = host.Host.Time.GetUtcNow(),
            };
            context.Organisations.Add(employer);
            await context.SaveChangesAsync();
            return employer.Id;
        });
        return await host.PersonAsync("agent", Roles.EmployerAgent, "220104", id);
    }

    private static async Task<Guid> FiledAsync(CaseHost host, CurrentUser filer, string talent, Guid? organisation)
    {
        var person = (await host.PersonAsync(talent, Roles.Applicant, "220104")).PersonId!.Value;
        await AgreeAsync(host, filer, person, organisation);
        var opened = await host.UseAsync<OpenDraft, Result<OpenDraft.Opened>>(u => u.HandleAsync(new OpenDraft.Request(SmallPackage.Code, person, organisation), filer, default));
        Assert.Null(opened.Error?.Code);
        var etag = Etag.Of(await host.ReadAsync(c => c.Drafts.SingleAsync(d => d.Id == opened.Value.Id)));
        var given = CaseHost.Values(new { name = "张试", amount = 12.5m, account = "6222000011112222" });
        var saved = await host.UseAsync<SaveDraft, Result<SaveDraft.Saved>>(u => u.HandleAsync(new SaveDraft.Request(opened.Value.Id, given, etag), filer, default));
        var sent = await host.UseAsync<SubmitDraft, Result<SubmitDraft.Submitted>>(u => u.HandleAsync(
            new SubmitDraft.Request(opened.Value.Id, saved.Value.Etag, "click-0001"), filer, default));
        Assert.Null(sent.Error?.Code);
        return sent.Value.CaseId;
    }

    /// <summary>Whoever an employer files for has agreed to it.</summary>
    private static Task<int> AgreeAsync(CaseHost host, CurrentUser filer, Guid person, Guid? organisation) => host.InAsync(services =>
    {
        var context = services.GetRequiredService<ApprovalsDbContext>();
        context.AddRange(organisation is not { } employer ? [] : new object[]
        {
            new RepresentedPerson
            {
                Id = services.GetRequiredService<IIdSource>().Next(), OrganisationId = employer, PersonId = person, NamedByUserId = filer.Id,
                NamedAt = host.Host.Time.GetUtcNow(), State = RepresentationState.Agreed, AnsweredAt = host.Host.Time.GetUtcNow(),
            },
        });
        return context.SaveChangesAsync();
    });

    private static async Task AddAsync(CaseHost host, Guid id, Guid signer, SignerPlace place, string key)
    {
        var task = (await host.TasksAsync(id)).First(t => t.OwnerUserId is null || t.OwnerUserId == host.First.Id);
        var added = await host.UseAsync<AddSigner, Result<ActDone>>(u => u.HandleAsync(new AddSigner.Request(task.Id, Etag.Of(task), signer, place, "请一并签署", key), host.First, default));
        Assert.Null(added.Error?.Code);
    }

    private static async Task DecideAsync(CaseHost host, Guid id, string act)
    {
        var task = (await host.TasksAsync(id)).First(t => t.OwnerUserId is null || t.OwnerUserId == host.First.Id);
        Assert.Null((await host.DecideAsync(task, host.First, act, $"click-{act}-{id:N}")).Error?.Code);
    }
}
