using Approvals.Application.Database;
using Approvals.Application.Documents;
using Approvals.Application.Organisations;
using Approvals.Application.Rights;
using Approvals.TestKit.Database;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Tests.Organisations;

/// <summary>What follows from a change of an employer, whoever records it.</summary>
public sealed class FollowingTests
{
    private const string ThirdUscc = "91220104MA99A00145";

    [Theory, AllDatabases]
    public async Task Closed_ByTheAdministration_HasNoAgentsAnyMore(DatabaseKind kind)
    {
        await using var office = await EmployerOffice.OpenAsync(kind);
        var (agent, employer, mandate) = await office.AgentAsync("agent");
        var given = await office.Host.PersonAsync("given", Roles.EmployerAgent, "220104", employer);

        Assert.True((await KeepAsync(office, employer, closed: true)).IsSuccess);

        Assert.Equal((false, false), (EmployerRights.ActsFor(await office.NowAsync(agent), employer), EmployerRights.ActsFor(await office.NowAsync(given), employer)));
        Assert.NotNull(await office.Host.ReadAsync(c => c.Mandates.Where(m => m.Id == mandate).Select(m => m.RevokedAt).SingleAsync()));
        Assert.Equal("mandates.ended", (await office.NameAsync(await office.NowAsync(agent), employer)).Error?.Code);
    }

    [Theory, AllDatabases]
    public async Task Reopened_AfterAMerger_StandsForItself(DatabaseKind kind)
    {
        await using var office = await EmployerOffice.OpenAsync(kind);
        var (_, employer, _) = await office.AgentAsync("agent");
        await office.AgentAsync("heir", EmployerOffice.OtherUscc, "长春承继科技有限公司");
        Assert.True((await MergeAsync(office, employer, EmployerOffice.OtherUscc)).IsSuccess);

        Assert.True((await KeepAsync(office, employer, closed: false)).IsSuccess);

        var row = await RowAsync(office, employer);
        Assert.Equal((null, null), (row.ClosedAt, row.SuccessorId));
    }

    [Theory, AllDatabases]
    public async Task Renamed_ByTheAdministration_CasesAndTasksBearTheNewName(DatabaseKind kind)
    {
        await using var office = await EmployerOffice.OpenAsync(kind);
        var (agent, employer, _) = await office.AgentAsync("agent");
        var filed = await office.FiledAsync(agent, employer);

        Assert.True((await KeepAsync(office, employer, closed: false, name: "长春新名科技有限公司")).IsSuccess);

        Assert.Equal("长春新名科技有限公司", (await office.Host.RowAsync(filed.Id)).OrganisationName);
        Assert.Equal("长春新名科技有限公司", Assert.Single(await office.Host.TasksAsync(filed.Id)).OrganisationName);
    }

    [Theory, AllDatabases]
    public async Task Merged_TasksUnderWay_NameTheSuccessor(DatabaseKind kind)
    {
        await using var office = await EmployerOffice.OpenAsync(kind);
        var (agent, employer, _) = await office.AgentAsync("agent");
        var (_, successor, _) = await office.AgentAsync("heir", EmployerOffice.OtherUscc, "长春承继科技有限公司");
        var filed = await office.FiledAsync(agent, employer);

        Assert.True((await MergeAsync(office, employer, EmployerOffice.OtherUscc)).IsSuccess);

        var task = Assert.Single(await office.Host.TasksAsync(filed.Id));
        Assert.Equal((successor, "长春承继科技有限公司"), (task.OrganisationId, task.OrganisationName));
    }

    [Theory, AllDatabases]
    public async Task Merged_Twice_IsFoundAtTheLastSuccessor(DatabaseKind kind)
    {
        await using var office = await EmployerOffice.OpenAsync(kind);
        var (_, first, _) = await office.AgentAsync("agent");
        var (_, second, _) = await office.AgentAsync("heir", EmployerOffice.OtherUscc, "长春承继科技有限公司");
        var (_, third, _) = await office.AgentAsync("last", ThirdUscc, "长春末位科技有限公司");

        Assert.True((await MergeAsync(office, first, EmployerOffice.OtherUscc)).IsSuccess);
        Assert.True((await MergeAsync(office, second, ThirdUscc)).IsSuccess);

        Assert.Equal((third, third), ((await RowAsync(office, first)).SuccessorId, (await RowAsync(office, second)).SuccessorId));
    }

    [Theory, AllDatabases]
    public async Task Merged_IntoAHospital_IsRefused(DatabaseKind kind)
    {
        await using var office = await EmployerOffice.OpenAsync(kind);
        var (_, employer, _) = await office.AgentAsync("agent");
        await office.OrganisationAsync(EmployerOffice.OtherUscc, "hospital", verified: true);

        Assert.Equal("employers.unknownSuccessor", Assert.Single((await MergeAsync(office, employer, EmployerOffice.OtherUscc)).Error!.Fields).Code);
    }

    [Theory, AllDatabases]
    public async Task Merged_PeopleWhoAgreed_HearOfItAndTheSuccessorReadsWhatTheySigned(DatabaseKind kind)
    {
        await using var office = await EmployerOffice.OpenAsync(kind);
        var (agent, employer, _) = await office.AgentAsync("agent");
        var (heir, _, _) = await office.AgentAsync("heir", EmployerOffice.OtherUscc, "长春承继科技有限公司");
        var (user, proof) = await SignedAsync(office, agent, employer);

        Assert.True((await MergeAsync(office, employer, EmployerOffice.OtherUscc)).IsSuccess);

        var news = await office.Host.ReadAsync(c => c.Notifications.SingleAsync(n => n.UserId == user.Id));
        Assert.Equal("represented.news.merged", news.Template);
        Assert.Contains("长春承继科技有限公司", System.Text.Json.JsonDocument.Parse(news.Data!).RootElement.GetProperty("employer").GetString(), StringComparison.Ordinal);
        Assert.True((await ReadAsync(office, proof, heir)).IsSuccess);
    }

    [Theory, AllDatabases]
    public async Task Consent_SignedForAnEmployer_IsReadByItsAgentsOfTheDay(DatabaseKind kind)
    {
        await using var office = await EmployerOffice.OpenAsync(kind);
        var (former, employer, mandate) = await office.AgentAsync("former");
        var (_, proof) = await SignedAsync(office, former, employer);
        var (next, _, _) = await office.AgentAsync("next");
        Assert.True((await ReadAsync(office, proof, former)).IsSuccess);

        await office.Host.UseAsync<RevokeMandate, Result<Unit>>(u => u.HandleAsync(new RevokeMandate.Request(mandate, "调岗"), next, default));

        former = await office.NowAsync(former);
        Assert.Equal(("documents.unknown", null), ((await ReadAsync(office, proof, former)).Error?.Code, (await ReadAsync(office, proof, next)).Error?.Code));
        var own = await office.Host.ReadAsync(c => c.Mandates.Where(m => m.Id == mandate).Select(m => m.ProofDocumentId!.Value).SingleAsync());
        Assert.True((await ReadAsync(office, own, former)).IsSuccess);
    }

    [Theory, AllDatabases]
    public async Task Desk_WithoutAText_ListsWhatWaitsAndFindsTheRest(DatabaseKind kind)
    {
        await using var office = await EmployerOffice.OpenAsync(kind);
        await office.AgentAsync("agent");
        await office.AskAsync(await office.Host.PersonAsync("asker", Roles.Applicant, "220104"), EmployerOffice.OtherUscc, "长春承继科技有限公司");

        Assert.Equal(("长春承继科技有限公司", 1), Rows(Assert.Single(await DeskAsync(office, null))));
        Assert.Equal((EmployerOffice.Name, 0), Rows(Assert.Single(await DeskAsync(office, "试例"))));
    }

    private static (string, int) Rows(EmployerRowDto row) => (row.Name, row.Asked);

    private static async Task<IReadOnlyList<EmployerRowDto>> DeskAsync(EmployerOffice office, string? text) =>
        (await office.Host.UseAsync<EmployerDesk, Result<EmployerDeskDto>>(u => u.ListAsync(text, office.Clerk, default))).Value.Rows;

    /// <summary>Somebody who agreed on paper and has opened an account since, and what they signed.</summary>
    private static async Task<(CurrentUser User, Guid Proof)> SignedAsync(EmployerOffice office, CurrentUser agent, Guid employer)
    {
        var represented = (await office.NameAsync(agent, employer)).Value;
        Assert.True((await office.SignAsync(represented, agent)).IsSuccess);
        var row = await office.Host.ReadAsync(c => c.RepresentedPeople.AsNoTracking().SingleAsync(r => r.Id == represented));
        var user = await office.Host.PersonAsync("person", Roles.Applicant, "220104");
        await office.Host.ReadAsync(c => c.Users.Where(u => u.Id == user.Id).ExecuteUpdateAsync(u => u.SetProperty(x => x.PersonId, row.PersonId)));
        return (await office.NowAsync(user), row.ProofDocumentId!.Value);
    }

    private static Task<Result<OpenedDocument>> ReadAsync(EmployerOffice office, Guid document, CurrentUser user) =>
        office.Host.UseAsync<ReadDocument, Result<OpenedDocument>>(u => u.HandleAsync(document, user, default));

    private static async Task<Result<KeptOrganisationDto>> KeepAsync(EmployerOffice office, Guid employer, bool closed, string? name = null)
    {
        var administrator = await office.Host.PersonAsync("administrator", Roles.SystemAdmin, "220000");
        var row = await RowAsync(office, employer);
        return await office.Host.UseAsync<KeepOrganisations, Result<KeptOrganisationDto>>(u => u.ChangeAsync(
            employer, new KeepOrganisations.Change(Etag.Of(row), name ?? row.Name, row.RegionCode, closed), administrator, default));
    }

    private static async Task<Result<Unit>> MergeAsync(EmployerOffice office, Guid employer, string into)
    {
        var etag = Etag.Of(await RowAsync(office, employer));
        return await office.Host.UseAsync<ChangeOrganisation, Result<Unit>>(u => u.HandleAsync(
            new ChangeOrganisation.Request(employer, OrganisationChangeKind.Merged, null, into, office.Today, "工商变更登记", etag), office.Clerk, default));
    }

    private static Task<Organisation> RowAsync(EmployerOffice office, Guid employer) =>
        office.Host.ReadAsync(c => c.Organisations.AsNoTracking().SingleAsync(o => o.Id == employer));
}
