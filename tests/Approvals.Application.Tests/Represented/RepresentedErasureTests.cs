using Approvals.Application.Organisations;
using Approvals.Application.Paging;
using Approvals.Application.PersonalData;
using Approvals.Application.Rights;
using Approvals.Application.Tests.Organisations;
using Approvals.TestKit.Database;
using Microsoft.EntityFrameworkCore;

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

    private static Task<Result<Guid>> AskAsync(EmployerOffice office, CurrentUser person) => office.Host.UseAsync<FileDataRequest, Result<Guid>>(
        u => u.HandleAsync(new FileDataRequest.Request(DataRequestKind.Erasure, "本人要求"), person, default));
}
