using Approvals.Application.Database;
using Approvals.Application.Organisations;
using Approvals.Application.Rights;
using Approvals.TestKit.Database;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Tests.Organisations;

public sealed class ChangedEmployerTests
{
    [Theory, AllDatabases]
    public async Task Renamed_RunningCases_BearTheNewNameAndTheHistoryBoth(DatabaseKind kind)
    {
        await using var office = await EmployerOffice.OpenAsync(kind);
        var (agent, employer, _) = await office.AgentAsync("agent");
        var filed = await office.FiledAsync(agent, employer);

        var changed = await ChangeAsync(office, employer, OrganisationChangeKind.Renamed, name: "长春新名科技有限公司");

        Assert.True(changed.IsSuccess, changed.Error?.Code);
        Assert.Equal("长春新名科技有限公司", (await office.Host.RowAsync(filed.Id)).OrganisationName);
        var last = await office.Host.ReadAsync(c => c.OrganisationChanges.SingleAsync(x => x.Kind == OrganisationChangeKind.Renamed));
        Assert.Equal((EmployerOffice.Name, "长春新名科技有限公司"), (last.NameBefore, last.NameAfter));
        Assert.True(EmployerRights.ActsFor(await office.NowAsync(agent), employer));
    }

    [Theory, AllDatabases]
    public async Task Merged_RunningCases_GoOnWithTheSuccessorsAgents(DatabaseKind kind)
    {
        await using var office = await EmployerOffice.OpenAsync(kind);
        var (agent, employer, _) = await office.AgentAsync("agent");
        var (heir, successor, _) = await office.AgentAsync("heir", EmployerOffice.OtherUscc, "长春承继科技有限公司");
        var filed = await office.FiledAsync(agent, employer);

        var changed = await ChangeAsync(office, employer, OrganisationChangeKind.Merged, into: EmployerOffice.OtherUscc);

        Assert.True(changed.IsSuccess, changed.Error?.Code);
        var row = await office.Host.RowAsync(filed.Id);
        Assert.Equal((successor, "长春承继科技有限公司"), (row.OrganisationId!.Value, row.OrganisationName));
        Assert.Equal((false, true), (CaseRights.MayRead(await office.NowAsync(agent), row), CaseRights.ActsAsApplicant(heir, row)));
        Assert.Equal([successor], await office.Host.ReadAsync(c => c.RepresentedPeople.Select(r => r.OrganisationId).ToListAsync()));
    }

    [Theory, AllDatabases]
    public async Task Deregistered_Employer_HasNoAgentsAndTakesNoMore(DatabaseKind kind)
    {
        await using var office = await EmployerOffice.OpenAsync(kind);
        var (agent, employer, mandate) = await office.AgentAsync("agent");

        Assert.True((await ChangeAsync(office, employer, OrganisationChangeKind.Deregistered)).IsSuccess);

        Assert.Empty((await office.NowAsync(agent)).AgentOf);
        Assert.NotNull(await office.Host.ReadAsync(c => c.Mandates.Where(m => m.Id == mandate).Select(m => m.RevokedAt).SingleAsync()));
        Assert.Equal("employers.closed", (await office.AskAsync(await office.Host.PersonAsync("late", Roles.Applicant, "220104"))).Error?.Code);
        Assert.Equal("employers.closed", (await ChangeAsync(office, employer, OrganisationChangeKind.Deregistered)).Error?.Code);
    }

    [Theory, AllDatabases]
    public async Task Merged_IntoAnEmployerThatIsNotVerified_IsRefused(DatabaseKind kind)
    {
        await using var office = await EmployerOffice.OpenAsync(kind);
        var (_, employer, _) = await office.AgentAsync("agent");
        await office.AskAsync(await office.Host.PersonAsync("heir", Roles.Applicant, "220104"), EmployerOffice.OtherUscc, "长春承继科技有限公司");

        var changed = await ChangeAsync(office, employer, OrganisationChangeKind.Merged, into: EmployerOffice.OtherUscc);

        Assert.Equal("employers.unknownSuccessor", Assert.Single(changed.Error!.Fields).Code);
    }

    [Theory, AllDatabases]
    public async Task Hospital_OfTheRegion_IsTheAdministrationsAndNotTheOfficers(DatabaseKind kind)
    {
        await using var office = await EmployerOffice.OpenAsync(kind);
        var hospital = await office.OrganisationAsync(EmployerOffice.OtherUscc, "hospital", verified: true);

        Assert.Equal(ErrorKind.NotFound, (await office.Host.UseAsync<EmployerDesk, Result<EmployerFileDto>>(u => u.ReadAsync(hospital, office.Clerk, default))).Error?.Kind);
        Assert.Equal(ErrorKind.NotFound, (await ChangeAsync(office, hospital, OrganisationChangeKind.Deregistered)).Error?.Kind);
        Assert.Null(await office.Host.ReadAsync(c => c.Organisations.Where(o => o.Id == hospital).Select(o => o.ClosedAt).SingleAsync()));
    }

    private static async Task<Result<Unit>> ChangeAsync(
        EmployerOffice office, Guid employer, OrganisationChangeKind kind, string? name = null, string? into = null)
    {
        var etag = Etag.Of(await office.Host.ReadAsync(c => c.Organisations.AsNoTracking().SingleAsync(o => o.Id == employer)));
        return await office.Host.UseAsync<ChangeOrganisation, Result<Unit>>(u => u.HandleAsync(
            new ChangeOrganisation.Request(employer, kind, name, into, office.Today, "工商变更登记", etag), office.Clerk, default));
    }
}
