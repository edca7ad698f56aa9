using System.IO.Compression;
using System.Text.Json;
using Approvals.Application.Database;
using Approvals.Application.Experts;
using Approvals.Application.Organisations;
using Approvals.Application.Paging;
using Approvals.Application.People;
using Approvals.Application.PersonalData;
using Approvals.Application.Rights;
using Approvals.Application.SavedViews;
using Approvals.Application.Secrets;
using Approvals.Application.Tests.Organisations;
using Approvals.TestKit.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Application.Tests.Represented;

/// <summary>What stays of agents and of the people they file for when somebody is erased.</summary>
public sealed class RepresentedErasureTests
{
    [Theory, AllDatabases]
    public async Task Agent_WhoseMandateIsInForce_GivesItBackBeforeBeingErased(DatabaseKind kind)
    {
        await using var office = await EmployerOffice.OpenAsync(kind);
        var (agent, _, mandate) = await office.AgentAsync("agent");

        var refused = (await AskAsync(office, agent)).Error!;
        Assert.Equal(("personalData.agent", EmployerOffice.Name), (refused.Code, refused.Data["employer"]));

        await office.Host.UseAsync<RevokeMandate, Result<Unit>>(u => u.HandleAsync(new RevokeMandate.Request(mandate, "离职"), agent, default));
        Assert.True((await AskAsync(office, agent)).IsSuccess);
    }

    [Theory, AllDatabases]
    public async Task Person_Erased_IsNoLongerListedAndTheSignedConsentCannotBeRead(DatabaseKind kind)
    {
        await using var office = await EmployerOffice.OpenAsync(kind);
        var (agent, employer, _) = await office.AgentAsync("agent");
        var represented = (await office.NameAsync(agent, employer)).Value;
        await office.SignAsync(represented, agent);
        var row = await office.Host.ReadAsync(c => c.RepresentedPeople.AsNoTracking().SingleAsync(r => r.Id == represented));
        var user = await office.Host.PersonAsync("person", Roles.Applicant, "220104");
        await office.Host.ReadAsync(c => c.Users.Where(u => u.Id == user.Id).ExecuteUpdateAsync(u => u.SetProperty(x => x.PersonId, row.PersonId)));
        var lead = await office.Host.PersonAsync("lead", Roles.Lead, "220000");
        Assert.True((await AskAsync(office, await office.NowAsync(user))).IsSuccess);
        var asked = Assert.Single((await office.Host.UseAsync<DataRequestList, Result<Page<DataRequestDto>>>(u => u.ForOfficerAsync(true, null, lead, default))).Value.Items);

        Assert.Null((await office.Host.UseAsync<DecideDataRequest, Result<Unit>>(
            u => u.HandleAsync(new DecideDataRequest.Request(Guid.Parse(asked.Id), asked.Etag, true, "经核实"), lead, default))).Error?.Code);

        Assert.Equal(0, await office.Host.ReadAsync(c => c.RepresentedPeople.CountAsync()));
        var key = await office.Host.ReadAsync(c => c.Documents.Where(d => d.Id == row.ProofDocumentId).Join(c.ContentKeys, d => d.KeyId, k => k.Id, (d, k) => k).SingleAsync());
        Assert.Equal((0, true), (key.WrappedKey.Length, key.DestroyedAt is not null));
    }

    [Theory, AllDatabases]
    public async Task Agent_Erased_LeavesNoPowerOfAttorneyExpertEntryOrViews(DatabaseKind kind)
    {
        await using var office = await EmployerOffice.OpenAsync(kind);
        var (agent, _, mandate) = await office.AgentAsync("agent");
        Assert.True((await office.Host.UseAsync<IdentifyOneself, Result<Unit>>(
            u => u.HandleAsync(new IdentifyOneself.Request("resident-id", "110108197203081060", null), agent, default))).IsSuccess);
        await office.Host.UseAsync<RevokeMandate, Result<Unit>>(u => u.HandleAsync(new RevokeMandate.Request(mandate, "本人离职"), agent, default));
        var (own, other) = (await ExpertAsync(office, agent, "王某", null), await ExpertAsync(office, office.Host.First, "李某", "110108197203081060"));
        await ViewAsync(office, agent);

        Assert.Equal(CommitOutcome.Committed, await office.Host.InAsync(services => services.GetRequiredService<WriteTransaction>().RunAsync(
            stop => services.GetRequiredService<ErasePerson>().ApplyAsync(agent.PersonId!.Value, stop), default)));

        var row = await office.Host.ReadAsync(c => c.Mandates.AsNoTracking().SingleAsync(m => m.Id == mandate));
        var keys = await office.Host.ReadAsync(c => c.ContentKeys.Where(k => c.Documents.Any(d => d.Id == row.ProofDocumentId && d.KeyId == k.Id) || c.Experts.Any(e => e.Id == own && e.KeyId == k.Id)).ToListAsync());
        Assert.Equal(2, keys.Count);
        Assert.All(keys, k => Assert.True(k.WrappedKey.Length == 0 && k.DestroyedAt is not null));
        Assert.Null(row.Reason);
        var entries = await office.Host.ReadAsync(c => c.Experts.AsNoTracking().Include(e => e.CoAuthors).Include(e => e.Absences).ToListAsync());
        var gone = entries.Single(e => e.Id == own);
        Assert.Equal((null, 0, 0, true), (gone.EmployerName, gone.CoAuthors.Count, gone.Absences.Count, gone.ClosedAt is not null));
        var kept = entries.Single(e => e.Id == other);
        Assert.Equal(("示例研究所", 0, 1, false), (kept.EmployerName, kept.CoAuthors.Count, kept.Absences.Count, kept.ClosedAt is not null));
        Assert.Equal(0, await office.Host.ReadAsync(c => c.SavedViews.CountAsync()));
    }

    [Theory, AllDatabases]
    public async Task Export_OfAnAgentInThePool_HoldsMandatesAndTheEntry(DatabaseKind kind)
    {
        await using var office = await EmployerOffice.OpenAsync(kind);
        var (agent, _, _) = await office.AgentAsync("agent");
        await ExpertAsync(office, agent, "王某", null);
        using var target = new MemoryStream();
        await office.Host.UseAsync<ExportPersonalData, bool>(async u =>
        {
            await u.WriteAsync(agent.PersonId!.Value, agent, target, default);
            return true;
        });

        target.Position = 0;
        await using var archive = new ZipArchive(target, ZipArchiveMode.Read);
        await using var data = await archive.GetEntry("data.json")!.OpenAsync();
        using var json = await JsonDocument.ParseAsync(data);
        Assert.Equal(EmployerOffice.Uscc, json.RootElement.GetProperty("mandates")[0].GetProperty("uscc").GetString());
        var entry = json.RootElement.GetProperty("expert");
        Assert.Equal(("示例研究所", "王某"), (entry.GetProperty("employerName").GetString(), entry.GetProperty("coAuthors")[0].GetString()));
        var kept = (await office.Host.UseAsync<MyData, Result<MyDataDto>>(u => u.ReadAsync(agent, default))).Value.Kept;
        Assert.Equal((1, 1), (kept.Single(k => k.Kind == "mandates").Count, kept.Single(k => k.Kind == "expert").Count));
    }

    /// <summary>An entry in the pool with one co-author and one absence.</summary>
    private static Task<Guid> ExpertAsync(EmployerOffice office, CurrentUser of, string author, string? number) => office.Host.InAsync(async services =>
    {
        var (context, ids, vault) = (services.GetRequiredService<ApprovalsDbContext>(), services.GetRequiredService<IIdSource>(), services.GetRequiredService<Vault>());
        var expert = new Expert
        {
            Id = ids.Next(), UserId = of.Id, RegionCode = "220104", RegionPath = "/220000/220100/220104/", EmployerName = "示例研究所", KeyId = vault.Create("expert").Id,
            CreatedAt = office.Host.Host.Time.GetUtcNow(),
        };
        expert.CoAuthors.Add(await CoAuthors.SealAsync(expert, new CoAuthorEntry(author, number), vault, ids, default));
        expert.Absences.Add(new ExpertAbsence { Id = ids.Next(), ExpertId = expert.Id, From = office.Today, To = office.Today });
        context.Experts.Add(expert);
        await context.SaveChangesAsync();
        return expert.Id;
    });

    private static Task<int> ViewAsync(EmployerOffice office, CurrentUser of) => office.Host.InAsync(services =>
    {
        var context = services.GetRequiredService<ApprovalsDbContext>();
        context.SavedViews.Add(new SavedView
        {
            Id = services.GetRequiredService<IIdSource>().Next(), UserId = of.Id, Name = "我的", Query = "tab=todo", Columns = "", CreatedAt = office.Host.Host.Time.GetUtcNow(),
        });
        return context.SaveChangesAsync();
    });

    private static Task<Result<Guid>> AskAsync(EmployerOffice office, CurrentUser person) => office.Host.UseAsync<FileDataRequest, Result<Guid>>(
        u => u.HandleAsync(new FileDataRequest.Request(DataRequestKind.Erasure, "本人要求"), person, default));
}
