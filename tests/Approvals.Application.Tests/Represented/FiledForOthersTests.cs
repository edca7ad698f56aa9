using Approvals.Application.CaseViews;
using Approvals.Application.Database;
using Approvals.Application.Organisations;
using Approvals.Application.People;
using Approvals.Application.PersonalData;
using Approvals.Application.Represented;
using Approvals.Application.Rights;
using Approvals.Application.Tests.Organisations;
using Approvals.TestKit.Database;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Tests.Represented;

public sealed class FiledForOthersTests
{
    [Theory, AllDatabases]
    public async Task Employer_BeforeThePersonAgreed_OpensNothing(DatabaseKind kind)
    {
        await using var office = await EmployerOffice.OpenAsync(kind);
        var (agent, employer, _) = await office.AgentAsync("agent");
        var represented = (await office.NameAsync(agent, employer)).Value;

        Assert.Equal("drafts.noConsent", (await office.OpenAsync(represented, agent)).Error?.Code);

        await office.SignAsync(represented, agent);
        Assert.True((await office.OpenAsync(represented, agent)).IsSuccess);
        Assert.Equal("paper", await office.Host.ReadAsync(c => c.Consents.Where(x => x.Purpose == AnswerRepresentation.Purpose).Select(x => x.Wording).SingleAsync()));
    }

    [Theory, AllDatabases]
    public async Task Agent_OfTwoEmployers_BeginsOneApplicationForEach(DatabaseKind kind)
    {
        await using var office = await EmployerOffice.OpenAsync(kind);
        var (agent, employer, mandate) = await office.AgentAsync("agent");
        var first = (await office.OpenAsync(await AgreedAsync(office, agent, employer), agent)).Value.Id;
        var (both, other) = await office.AlsoAsync(agent);
        var second = await office.OpenAsync(await AgreedAsync(office, both, other), both);

        Assert.True(second.IsSuccess && second.Value.IsNew && second.Value.Id != first, second.Error?.Code);
        Assert.Equal(other, await office.Host.ReadAsync(c => c.Drafts.Where(d => d.Id == second.Value.Id).Select(d => d.OrganisationId).SingleAsync()));
        await office.Host.UseAsync<RevokeMandate, Result<Unit>>(u => u.HandleAsync(new RevokeMandate.Request(mandate, "调岗"), both, default));
        var submitted = await office.SubmitAsync(second.Value.Id, await office.NowAsync(both));
        Assert.True(submitted.IsSuccess, submitted.Error?.Code);
        Assert.Equal(other, (await office.Host.RowAsync(submitted.Value.CaseId)).OrganisationId);
    }

    [Theory, AllDatabases]
    public async Task Consent_TakenBack_StopsWhatWasBegun(DatabaseKind kind)
    {
        await using var office = await EmployerOffice.OpenAsync(kind);
        var (agent, employer, _) = await office.AgentAsync("agent");
        var person = await PersonAsync(office, agent, employer);
        Assert.Equal("represented.hasAccount", (await office.SignAsync(person.Row, agent)).Error?.Code);
        Assert.True((await AnswerAsync(office, person.Row, true, person.User)).IsSuccess);
        var draft = (await office.OpenAsync(person.Row, agent)).Value.Id;

        Assert.True((await AnswerAsync(office, person.Row, false, person.User)).IsSuccess);

        Assert.Equal("drafts.noConsent", (await office.SubmitAsync(draft, agent)).Error?.Code);
        Assert.NotNull(await office.Host.ReadAsync(c => c.Consents.Where(x => x.PersonId == person.User.PersonId).Select(x => x.WithdrawnAt).SingleAsync()));
        Assert.Equal(0, await office.Host.ReadAsync(c => c.Cases.CountAsync()));
    }

    [Theory, AllDatabases]
    public async Task Answer_OfSomebodyElse_IsNotFound(DatabaseKind kind)
    {
        await using var office = await EmployerOffice.OpenAsync(kind);
        var (agent, employer, _) = await office.AgentAsync("agent");
        var person = await PersonAsync(office, agent, employer);

        Assert.Equal(ErrorKind.NotFound, (await AnswerAsync(office, person.Row, true, agent)).Error?.Kind);
        Assert.Equal(ErrorKind.NotFound, (await office.NameAsync(office.Host.Applicant, employer)).Error?.Kind);
    }

    [Theory, AllDatabases]
    public async Task Person_NamedWithAnotherName_TellsNothing(DatabaseKind kind)
    {
        await using var office = await EmployerOffice.OpenAsync(kind);
        var (agent, employer, _) = await office.AgentAsync("agent");
        await office.NameAsync(agent, employer);

        var other = await office.NameAsync(agent, employer, name: "王试");

        Assert.Equal(("name", "people.nameDiffers"), (other.Error!.Fields[0].Path, other.Error.Fields[0].Code));
    }

    [Theory, AllDatabases]
    public async Task People_OfAnEmployer_AreListedWithTheirCasesAndWhatWaitsForTheAgent(DatabaseKind kind)
    {
        await using var office = await EmployerOffice.OpenAsync(kind);
        var (agent, employer, _) = await office.AgentAsync("agent");
        var filed = await office.FiledAsync(agent, employer);
        await office.ReturnAsync(filed.Id, "请核对账号");

        var person = Assert.Single(await ListAsync(office, employer, agent));

        Assert.Equal(("李试", RepresentationState.Agreed, false), (person.Name, person.State, person.HasAccount));
        Assert.Equal(filed.Number, Assert.Single(person.Cases).Number);
        var task = Assert.Single(person.Tasks);
        Assert.Equal((filed.Id.ToString(), OwnAction.Correct, "请核对账号"), (task.CaseId, task.Action, task.Reason));
    }

    [Theory, AllDatabases]
    public async Task People_OfAnEmployerWithMany_ComePageByPageNewestFirst(DatabaseKind kind)
    {
        await using var office = await EmployerOffice.OpenAsync(kind);
        var (agent, employer, _) = await office.AgentAsync("agent");
        List<string> named = [];
        for (var i = 0; i < 23; i++)
        {
            var person = new FindPerson.Request($"试{i}", "passport-foreign", $"AB12345{i:00}", new DateOnly(1980, 1, 1));
            named.Add((await office.Host.UseAsync<NamePerson, Result<Guid>>(u => u.HandleAsync(new NamePerson.Request(employer, person), agent, default))).Value.ToString());
            office.Host.Host.Time.Advance(TimeSpan.FromMinutes(1));
        }

        var first = await PageAsync(office, employer, agent, null);
        var second = await PageAsync(office, employer, agent, first.Value.People.Next);

        Assert.Equal((20, 3, (string?)null), (first.Value.People.Items.Count, second.Value.People.Items.Count, second.Value.People.Next));
        named.Reverse();
        Assert.Equal(named, first.Value.People.Items.Concat(second.Value.People.Items).Select(p => p.Id));
        Assert.Equal("paging.cursor", (await PageAsync(office, employer, agent, "%")).Error?.Code);
    }

    [Theory, AllDatabases]
    public async Task Person_NotYetAsked_IsListedWithAMaskedNameAndNothingElse(DatabaseKind kind)
    {
        await using var office = await EmployerOffice.OpenAsync(kind);
        var (agent, employer, _) = await office.AgentAsync("agent");
        await office.NameAsync(agent, employer);

        var person = Assert.Single(await ListAsync(office, employer, agent));

        Assert.Equal(("李*", RepresentationState.Asked), (person.Name, person.State));
        Assert.Equal((0, 0, 0), (person.Drafts.Count, person.Tasks.Count, person.Cases.Count));
    }

    [Theory, AllDatabases]
    public async Task Consent_WithdrawnAmongOnesOwnData_EndsTheRepresentation(DatabaseKind kind)
    {
        await using var office = await EmployerOffice.OpenAsync(kind);
        var (agent, employer, _) = await office.AgentAsync("agent");
        var person = await PersonAsync(office, agent, employer);
        await AnswerAsync(office, person.Row, true, person.User);
        var consent = await office.Host.ReadAsync(c => c.Consents.Where(x => x.PersonId == person.User.PersonId).Select(x => x.Id).SingleAsync());

        Assert.True((await office.Host.UseAsync<WithdrawConsent, Result<Unit>>(u => u.HandleAsync(consent, person.User, default))).IsSuccess);

        Assert.Equal(RepresentationState.Withdrawn, Assert.Single(await ListAsync(office, employer, agent)).State);
        Assert.Equal("drafts.noConsent", (await office.OpenAsync(person.Row, agent)).Error?.Code);
    }

    private static async Task<Guid> AgreedAsync(EmployerOffice office, CurrentUser agent, Guid employer)
    {
        var represented = (await office.NameAsync(agent, employer)).Value;
        Assert.True((await office.SignAsync(represented, agent)).IsSuccess);
        return represented;
    }

    private static async Task<IReadOnlyList<RepresentedDto>> ListAsync(EmployerOffice office, Guid employer, CurrentUser agent) =>
        (await office.Host.UseAsync<RepresentedList, Result<EmployerPeopleDto>>(u => u.OfEmployerAsync(employer, null, agent, default))).Value.People.Items;

    private static Task<Result<EmployerPeopleDto>> PageAsync(EmployerOffice office, Guid employer, CurrentUser agent, string? cursor) =>
        office.Host.UseAsync<RepresentedList, Result<EmployerPeopleDto>>(u => u.OfEmployerAsync(employer, cursor, agent, default));

    /// <summary>Somebody with an account whom the employer has named.</summary>
    private static async Task<(CurrentUser User, Guid Row)> PersonAsync(EmployerOffice office, CurrentUser agent, Guid employer)
    {
        var row = (await office.NameAsync(agent, employer)).Value;
        var user = await office.Host.PersonAsync("person", Roles.Applicant, "220104");
        var person = await office.Host.ReadAsync(c => c.RepresentedPeople.Where(r => r.Id == row).Select(r => r.PersonId).SingleAsync());
        await office.Host.ReadAsync(c => c.Users.Where(u => u.Id == user.Id).ExecuteUpdateAsync(u => u.SetProperty(x => x.PersonId, person)));
        return (await office.NowAsync(user), row);
    }

    private static async Task<Result<Unit>> AnswerAsync(EmployerOffice office, Guid row, bool agreed, CurrentUser user)
    {
        var etag = Etag.Of(await office.Host.ReadAsync(c => c.RepresentedPeople.AsNoTracking().SingleAsync(r => r.Id == row)));
        return await office.Host.UseAsync<AnswerRepresentation, Result<Unit>>(u => u.HandleAsync(new AnswerRepresentation.Request(row, agreed, etag), user, default));
    }
}
