using Approvals.Application.Counter;
using Approvals.Application.Drafts;
using Approvals.Application.Paging;
using Approvals.Application.People;
using Approvals.Application.PersonalData;
using Approvals.Application.Represented;
using Approvals.Application.Rights;
using Approvals.Application.Tests.Organisations;
using Approvals.TestKit.Cases;
using Approvals.TestKit.Database;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Tests.People;

/// <summary>Somebody whom others named before they came themselves: to the counter, or with an account.</summary>
public sealed class NamedPersonTests
{
    private const string Number = "110108197203081060";

    [Theory, AllDatabases]
    public async Task Name_MistypedByAnAgent_IsMendedByTheClerkWhoSeesTheDocument(DatabaseKind kind)
    {
        await using var office = await EmployerOffice.OpenAsync(kind);
        var (agent, employer, _) = await office.AgentAsync("agent");
        await office.NameAsync(agent, employer, Number, "李式");
        Assert.Equal("people.nameDiffers", Assert.Single((await office.NameAsync(agent, employer, Number, "李试")).Error!.Fields).Code);

        var filed = await AtCounterAsync(office, "李试");

        Assert.True(filed.IsSuccess, filed.Error?.Code);
        var person = await office.Host.ReadAsync(c => c.RepresentedPeople.Select(r => r.PersonId).SingleAsync());
        Assert.Equal("李试", (await office.Host.UseAsync<PersonRegister, Result<PersonDetails>>(u => u.ReadAsync(person, default))).Value.Name);
        Assert.Equal(1, await office.Host.ReadAsync(c => c.PersonIdentifiers.CountAsync(i => i.PersonId == person)));
        Assert.Equal(office.Clerk.Id, await office.Host.ReadAsync(c => c.AuditEntries.Where(a => a.Action == "person.mended").Select(a => a.ActorUserId).SingleAsync()));
        Assert.True((await office.NameAsync(agent, employer, Number, "李试")).IsSuccess);
    }

    [Theory, AllDatabases]
    public async Task Name_OfSomebodyWhoAgreed_IsTheirsToCorrect(DatabaseKind kind)
    {
        await using var office = await EmployerOffice.OpenAsync(kind);
        var (agent, employer, _) = await office.AgentAsync("agent");
        await office.SignAsync((await office.NameAsync(agent, employer, Number, "李式")).Value, agent);

        Assert.Equal("people.nameDiffers", Assert.Single((await AtCounterAsync(office, "李试")).Error!.Fields).Code);
    }

    [Theory, AllDatabases]
    public async Task Name_WithABlankOrInFullWidth_IsTheSame(DatabaseKind kind)
    {
        await using var office = await EmployerOffice.OpenAsync(kind);
        var (agent, employer, _) = await office.AgentAsync("agent");
        var first = await office.NameAsync(agent, employer, Number, "Li Shi");

        Assert.Equal(first.Value, (await office.NameAsync(agent, employer, Number, "ＬＩ　ＳＨＩ")).Value);
    }

    [Theory, AllDatabases]
    public async Task Account_OfSomebodyAnEmployerNamed_HasWhatWasAgreedAndPrepared(DatabaseKind kind)
    {
        await using var office = await EmployerOffice.OpenAsync(kind);
        var (agent, employer, _) = await office.AgentAsync("agent");
        var represented = (await office.NameAsync(agent, employer, Number)).Value;
        await office.SignAsync(represented, agent);
        var draft = (await office.OpenAsync(represented, agent)).Value.Id;
        var named = await office.Host.ReadAsync(c => c.RepresentedPeople.Select(r => r.PersonId).SingleAsync());
        var user = await office.Host.PersonAsync("person", Roles.Applicant, "220104");

        var identified = await IdentifyAsync(office, user);

        Assert.True(identified.IsSuccess, identified.Error?.Code);
        var seen = Assert.Single(await office.Host.UseAsync<RepresentedList, IReadOnlyList<RepresentationDto>>(u => u.OfPersonAsync(user, default)));
        Assert.Equal((represented.ToString(), RepresentationState.Agreed), (seen.Id, seen.State));
        Assert.Equal(1, await office.Host.ReadAsync(c => c.Consents.CountAsync(x => x.PersonId == user.PersonId && x.Purpose == AnswerRepresentation.Purpose)));
        var submitted = await office.SubmitAsync(draft, agent);
        Assert.True(submitted.IsSuccess, submitted.Error?.Code);
        Assert.True(CaseRights.IsOwn(user, await office.Host.RowAsync(submitted.Value.CaseId)));
        Assert.Equal("secrets.erased", (await office.Host.UseAsync<PersonRegister, Result<PersonDetails>>(u => u.ReadAsync(named, default))).Error?.Code);
    }

    [Theory, AllDatabases]
    public async Task Account_OfSomebodyForWhomAClerkFiled_HasTheCaseOnceAnOfficerHasSeenTheDocument(DatabaseKind kind)
    {
        await using var office = await EmployerOffice.OpenAsync(kind);
        var filed = (await office.SubmitAsync((await AtCounterAsync(office, "李试")).Value.Id, office.Clerk)).Value.CaseId;
        var user = await office.Host.PersonAsync("李 试", Roles.Applicant, "220104");
        Assert.Equal("account.identityTaken", (await IdentifyAsync(office, user)).Error?.Code);

        Assert.Null((await AskedAsync(office, user)).Error?.Code);

        user = await office.NowAsync(user);
        var row = await office.Host.RowAsync(filed);
        Assert.Equal((row.ApplicantPersonId, true), (user.PersonId!.Value, CaseRights.IsOwn(user, row)));
        Assert.Equal("account.identityTaken", (await IdentifyAsync(office, await office.Host.PersonAsync("李试", Roles.Applicant, "220104"))).Error?.Code);
    }

    [Theory, AllDatabases]
    public async Task Account_OfAnotherName_GetsNothingOfWhoeverHoldsTheDocument(DatabaseKind kind)
    {
        await using var office = await EmployerOffice.OpenAsync(kind);
        await office.SubmitAsync((await AtCounterAsync(office, "李试")).Value.Id, office.Clerk);
        var user = await office.Host.PersonAsync("王试", Roles.Applicant, "220104");

        Assert.Equal("account.identityTaken", (await AskedAsync(office, user)).Error?.Code);
        Assert.Equal(user.PersonId, (await office.NowAsync(user)).PersonId);
    }

    /// <summary>Asks to have the document entered; a lead grants it.</summary>
    private static async Task<Result<Unit>> AskedAsync(EmployerOffice office, CurrentUser user)
    {
        var lead = await office.Host.PersonAsync("lead", Roles.Lead, "220000");
        Assert.True((await office.Host.UseAsync<FileDataRequest, Result<Guid>>(u => u.HandleAsync(
            new FileDataRequest.Request(DataRequestKind.Correction, "登记证件", DataField.Identifier, Number, "resident-id"), user, default))).IsSuccess);
        var asked = Assert.Single((await office.Host.UseAsync<DataRequestList, Result<Page<DataRequestDto>>>(u => u.ForOfficerAsync(true, null, lead, default))).Value.Items);
        return await office.Host.UseAsync<DecideDataRequest, Result<Unit>>(
            u => u.HandleAsync(new DecideDataRequest.Request(Guid.Parse(asked.Id), asked.Etag, true, "经核对原件"), lead, default));
    }

    private static Task<Result<Unit>> IdentifyAsync(EmployerOffice office, CurrentUser user) =>
        office.Host.UseAsync<IdentifyOneself, Result<Unit>>(u => u.HandleAsync(new IdentifyOneself.Request("resident-id", Number, null), user, default));

    private static Task<Result<OpenDraft.Opened>> AtCounterAsync(EmployerOffice office, string name) => office.Host.UseAsync<FileAtCounter, Result<OpenDraft.Opened>>(
        u => u.HandleAsync(new FileAtCounter.Request(SmallPackage.Code, new FindPerson.Request(name, "resident-id", Number), true), office.Clerk, default));
}
