using Approvals.Application.Cases;
using Approvals.Application.Drafts;
using Approvals.Application.Organisations;
using Approvals.Application.People;
using Approvals.Application.Rights;
using Approvals.Application.Tasks;
using Approvals.TestKit.Database;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Tests.Organisations;

public sealed class MandateTests
{
    [Theory, AllDatabases]
    public async Task Mandate_GrantedWithItsProofs_VerifiesTheEmployerAndLetsTheAgentActUntilItsLastDay(DatabaseKind kind)
    {
        await using var office = await EmployerOffice.OpenAsync(kind);
        var (agent, employer, _) = await office.AgentAsync("agent");

        var row = await office.Host.ReadAsync(c => c.Organisations.AsNoTracking().SingleAsync(o => o.Id == employer));
        Assert.Equal((office.Clerk.Id, true), (row.VerifiedByUserId!.Value, EmployerRights.ActsFor(agent, employer)));
        Assert.Equal(
            [OrganisationChangeKind.Registered, OrganisationChangeKind.Verified],
            await office.Host.ReadAsync(c => c.OrganisationChanges.OrderBy(x => x.At).ThenBy(x => x.Kind).Select(x => x.Kind).ToListAsync()));

        office.Host.Host.Time.Advance(TimeSpan.FromDays(91));
        Assert.False(EmployerRights.ActsFor(await office.NowAsync(agent), employer));
    }

    [Theory, AllDatabases]
    public async Task Mandate_WithoutItsProofs_IsNotGranted(DatabaseKind kind)
    {
        await using var office = await EmployerOffice.OpenAsync(kind);
        var person = await office.Host.PersonAsync("agent", Roles.Applicant, "220104");
        var mandate = (await office.AskAsync(person)).Value;
        await office.ProveAsync(mandate, HandInProof.PowerOfAttorney, person);

        Assert.Equal("mandates.noProof", (await office.DecideAsync(mandate)).Error?.Code);
        Assert.True((await office.DecideAsync(mandate, granted: false)).IsSuccess);
        Assert.Equal("mandates.decided", (await office.DecideAsync(mandate)).Error?.Code);
        Assert.Empty((await office.NowAsync(person)).AgentOf);
    }

    [Theory, AllDatabases]
    public async Task Mandate_OfAnotherRegion_IsNotTheOfficers(DatabaseKind kind)
    {
        await using var office = await EmployerOffice.OpenAsync(kind);
        var person = await office.Host.PersonAsync("agent", Roles.Applicant, "220104");
        var elsewhere = await office.Host.PersonAsync("elsewhere", Roles.IntakeOfficer, "220204");
        var mandate = (await office.AskAsync(person)).Value;

        Assert.Equal(ErrorKind.NotFound, (await office.DecideAsync(mandate, by: elsewhere)).Error?.Kind);
        Assert.Equal(ErrorKind.NotFound, (await office.DecideAsync(mandate, by: person)).Error?.Kind);
    }

    [Theory, AllDatabases]
    public async Task Agent_Changed_TheNextOneHasCasesDraftsAndTasksAndTheFormerNone(DatabaseKind kind)
    {
        await using var office = await EmployerOffice.OpenAsync(kind);
        var (former, employer, mandate) = await office.AgentAsync("former");
        var filed = await office.FiledAsync(former, employer);
        var (next, _, _) = await office.AgentAsync("next");

        var revoked = await office.Host.UseAsync<RevokeMandate, Result<Unit>>(u => u.HandleAsync(new RevokeMandate.Request(mandate, "调岗"), next, default));

        Assert.True(revoked.IsSuccess, revoked.Error?.Code);
        former = await office.NowAsync(former);
        Assert.Equal((FiledBy.Agent, former.Id), (filed.FiledBy, filed.FiledByUserId));
        Assert.Equal((false, true), (CaseRights.MayRead(former, filed), CaseRights.ActsAsApplicant(next, filed)));
        var withdrawn = new WithdrawCase.Request(filed.Id, "不再需要");
        Assert.Equal("cases.notYours", (await office.Host.UseAsync<WithdrawCase, Result<Unit>>(u => u.HandleAsync(withdrawn, former, default))).Error?.Code);
        Assert.True((await office.Host.UseAsync<WithdrawCase, Result<Unit>>(u => u.HandleAsync(withdrawn, next, default))).IsSuccess);
    }

    [Theory, AllDatabases]
    public async Task Correction_OfWhatAnEmployerFiled_WaitsForWhoeverIsItsAgent(DatabaseKind kind)
    {
        await using var office = await EmployerOffice.OpenAsync(kind);
        var (agent, employer, _) = await office.AgentAsync("agent");
        var filed = await office.FiledAsync(agent, employer);

        var task = await office.ReturnAsync(filed.Id, "请核对账号");

        var (next, _, _) = await office.AgentAsync("next");
        Assert.Equal((true, true, false), (TaskRights.MayAct(agent, task), TaskRights.MayAct(next, task), TaskRights.MayAct(office.Host.Applicant, task)));
        Assert.Contains(CandidateKey.Party, task.Candidates.Select(c => c.Key));
    }

    [Theory, AllDatabases]
    public async Task Agent_WithoutAMandate_IsToldNothingOfAnEmployerAndFilesNothing(DatabaseKind kind)
    {
        await using var office = await EmployerOffice.OpenAsync(kind);
        var (agent, employer, _) = await office.AgentAsync("agent");
        var represented = (await office.NameAsync(agent, employer)).Value;
        await office.SignAsync(represented, agent);
        var stranger = await office.Host.PersonAsync("stranger", Roles.Applicant, "220104");

        Assert.Equal("rights.notFound", (await office.OpenAsync(represented, stranger)).Error?.Code);
        Assert.Equal("rights.notFound", (await office.NameAsync(stranger, employer)).Error?.Code);
        await office.AskAsync(stranger);
        var early = (await office.OpenAsync(represented, stranger)).Error!;
        Assert.Equal(("mandates.notYet", EmployerOffice.Name), (early.Code, early.Data["employer"]));
        Assert.Equal(0, await office.Host.ReadAsync(c => c.Drafts.CountAsync()));
    }

    [Theory, AllDatabases]
    public async Task Mandate_EndedWhileADraftIsOpen_TellsTheFormerAgentAndLeavesTheDraftToTheNext(DatabaseKind kind)
    {
        await using var office = await EmployerOffice.OpenAsync(kind);
        var (former, employer, mandate) = await office.AgentAsync("former");
        var represented = (await office.NameAsync(former, employer)).Value;
        await office.SignAsync(represented, former);
        var draft = (await office.OpenAsync(represented, former)).Value.Id;
        await office.Host.UseAsync<RevokeMandate, Result<Unit>>(u => u.HandleAsync(new RevokeMandate.Request(mandate, "调岗"), former, default));
        former = await office.NowAsync(former);

        var refused = (await office.SubmitAsync(draft, former)).Error!;

        Assert.Equal(("mandates.ended", ErrorKind.Forbidden, EmployerOffice.Name), (refused.Code, refused.Kind, refused.Data["employer"]));
        Assert.Equal("mandates.ended", (await office.OpenAsync(represented, former)).Error?.Code);
        var (next, _, _) = await office.AgentAsync("next");
        Assert.Equal(new OpenDraft.Opened(draft, false), (await office.OpenAsync(represented, next)).Value);
        Assert.True((await office.SubmitAsync(draft, next)).IsSuccess);
    }

    [Theory, AllDatabases]
    public async Task Agent_WhoNamesOneself_IsSentToTheOwnApplication(DatabaseKind kind)
    {
        await using var office = await EmployerOffice.OpenAsync(kind);
        var (agent, employer, _) = await office.AgentAsync("agent");
        var person = await office.Host.UseAsync<FindPerson, Result<Guid>>(
            u => u.HandleAsync(new FindPerson.Request("李试", "resident-id", "110108197203081060"), default));
        await office.Host.ReadAsync(c => c.Users.Where(u => u.Id == agent.Id).ExecuteUpdateAsync(u => u.SetProperty(x => x.PersonId, person.Value)));

        Assert.Equal("represented.oneself", (await office.NameAsync(await office.NowAsync(agent), employer)).Error?.Code);
        Assert.Equal(0, await office.Host.ReadAsync(c => c.RepresentedPeople.CountAsync()));
    }
}
