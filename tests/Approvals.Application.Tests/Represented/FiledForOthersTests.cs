using Approvals.Application.Cases;
using Approvals.Application.Counter;
using Approvals.Application.Database;
using Approvals.Application.Drafts;
using Approvals.Application.People;
using Approvals.Application.Represented;
using Approvals.Application.Rights;
using Approvals.Application.Tests.Organisations;
using Approvals.TestKit.Cases;
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
    public async Task Counter_FilesForAPersonPresent_IsRecordedWithDraftCaseAndConsent(DatabaseKind kind)
    {
        await using var office = await EmployerOffice.OpenAsync(kind);
        var person = new FindPerson.Request("窗试", "resident-id", "110108197203081060");
        Task<Result<OpenDraft.Opened>> FileAsync(bool seen, CurrentUser by) => office.Host.UseAsync<FileAtCounter, Result<OpenDraft.Opened>>(
            u => u.HandleAsync(new FileAtCounter.Request(SmallPackage.Code, person, seen), by, default));

        Assert.Equal("counter.documentNotSeen", Assert.Single((await FileAsync(false, office.Clerk)).Error!.Fields).Code);
        Assert.Equal(ErrorKind.Forbidden, (await FileAsync(true, office.Host.First)).Error?.Kind);
        var draft = (await FileAsync(true, office.Clerk)).Value.Id;
        var submitted = await office.SubmitAsync(draft, office.Clerk);

        Assert.True(submitted.IsSuccess, submitted.Error?.Code);
        var row = await office.Host.RowAsync(submitted.Value.CaseId);
        Assert.Equal((FiledBy.Counter, office.Clerk.Id, (Guid?)null), (row.FiledBy, row.FiledByUserId, row.ApplicantUserId));
        Assert.Equal(FiledBy.Counter, await office.Host.ReadAsync(c => c.Drafts.Where(d => d.Id == draft).Select(d => d.OnBehalf).SingleAsync()));
        var consent = await office.Host.ReadAsync(c => c.Consents.SingleAsync(x => x.Purpose == OpenDraft.CounterPurpose));
        Assert.Equal((row.Id, office.Clerk.Id, row.ApplicantPersonId), (consent.CaseId!.Value, consent.GivenByUserId, consent.PersonId));
        Assert.Single(await office.Host.TasksAsync(row.Id));
    }

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
