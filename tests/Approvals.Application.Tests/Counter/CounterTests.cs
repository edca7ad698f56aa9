using Approvals.Application.Cases;
using Approvals.Application.CaseViews;
using Approvals.Application.Corrections;
using Approvals.Application.Counter;
using Approvals.Application.Drafts;
using Approvals.Application.People;
using Approvals.Application.Rights;
using Approvals.Application.Tasks;
using Approvals.Application.Tests.Organisations;
using Approvals.TestKit.Cases;
using Approvals.TestKit.Database;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Tests.Counter;

public sealed class CounterTests
{
    private const string Document = "110108197203081060";

    [Theory, AllDatabases]
    public async Task Counter_FilesForAPersonPresent_IsRecordedWithDraftCaseAndConsent(DatabaseKind kind)
    {
        await using var office = await EmployerOffice.OpenAsync(kind);
        Assert.Equal("counter.documentNotSeen", Assert.Single((await FileAsync(office, office.Clerk, seen: false)).Error!.Fields).Code);
        Assert.Equal(ErrorKind.Forbidden, (await FileAsync(office, office.Host.First)).Error?.Kind);
        var draft = (await FileAsync(office, office.Clerk)).Value.Id;
        var submitted = await office.SubmitAsync(draft, office.Clerk);

        Assert.True(submitted.IsSuccess, submitted.Error?.Code);
        var row = await office.Host.RowAsync(submitted.Value.CaseId);
        Assert.Equal((FiledBy.Counter, office.Clerk.Id, (Guid?)null), (row.FiledBy, row.FiledByUserId, row.ApplicantUserId));
        Assert.Equal(FiledBy.Counter, await office.Host.ReadAsync(c => c.Drafts.Where(d => d.Id == draft).Select(d => d.OnBehalf).SingleAsync()));
        var consent = await office.Host.ReadAsync(c => c.Consents.SingleAsync(x => x.Purpose == OpenDraft.CounterPurpose));
        Assert.Equal((row.Id, office.Clerk.Id, row.ApplicantPersonId), (consent.CaseId!.Value, consent.GivenByUserId, consent.PersonId));
        Assert.Single(await office.Host.TasksAsync(row.Id));
    }

    [Theory, AllDatabases]
    public async Task Draft_ThrownAwayAtTheCounter_IsBegunAgainWithAConsentOfItsOwn(DatabaseKind kind)
    {
        await using var office = await EmployerOffice.OpenAsync(kind);
        var first = (await FileAsync(office, office.Clerk)).Value.Id;
        Assert.True((await office.Host.UseAsync<DeleteDraft, Result<Unit>>(u => u.HandleAsync(new DeleteDraft.Request(first), office.Clerk, default))).IsSuccess);
        Assert.Equal(0, await office.Host.ReadAsync(c => c.Consents.CountAsync()));

        var again = await FileAsync(office, office.Clerk);

        Assert.True(again.IsSuccess && again.Value.IsNew, again.Error?.Code);
        Assert.True((await office.SubmitAsync(again.Value.Id, office.Clerk)).IsSuccess);
        Assert.NotNull(await office.Host.ReadAsync(c => c.Consents.Select(x => x.CaseId).SingleAsync()));
    }

    [Theory, AllDatabases]
    public async Task Clerk_AtTheOwnCounter_FilesNothingForOneself(DatabaseKind kind)
    {
        await using var office = await EmployerOffice.OpenAsync(kind);
        var person = await office.Host.UseAsync<FindPerson, Result<Guid>>(u => u.HandleAsync(new FindPerson.Request("窗试", "resident-id", Document), default));
        await office.Host.ReadAsync(c => c.Users.Where(u => u.Id == office.Clerk.Id).ExecuteUpdateAsync(u => u.SetProperty(x => x.PersonId, person.Value)));
        var clerk = await office.NowAsync(office.Clerk);

        Assert.Equal("counter.oneself", (await FileAsync(office, clerk)).Error?.Code);
        Assert.Equal(0, await office.Host.ReadAsync(c => c.Drafts.CountAsync()));
    }

    [Theory, AllDatabases]
    public async Task Correction_OfSomebodyWithoutAnAccount_IsSuppliedByAnyClerkOfTheOfficeAndLeavesASlip(DatabaseKind kind)
    {
        await using var office = await EmployerOffice.OpenAsync(kind);
        var filed = (await office.SubmitAsync((await FileAsync(office, office.Clerk)).Value.Id, office.Clerk)).Value;
        office.Host.Host.Time.Advance(TimeSpan.FromHours(1));
        var task = await office.ReturnAsync(filed.CaseId, "账号少一位");
        var waiting = Assert.Single((await DeskAsync(office, office.Clerk)).Waiting);
        Assert.Equal((task.Id.ToString(), OwnAction.Correct, "账号少一位"), (waiting.Task.TaskId, waiting.Task.Action, waiting.Task.Reason));
        Assert.Equal(ErrorKind.NotFound, (await SlipAsync(office, task.Id, office.Clerk)).Error?.Kind);

        office.Host.Host.Time.Advance(TimeSpan.FromHours(1));
        var colleague = await office.Host.PersonAsync("colleague", Roles.IntakeOfficer, "220104");
        Assert.Equal("tasks.notYours", (await SupplyAsync(office, task.Id, await office.Host.PersonAsync("elsewhere", Roles.IntakeOfficer, "220204"))).Error?.Code);
        Assert.Equal("tasks.notYours", (await SupplyAsync(office, task.Id, office.Host.First)).Error?.Code);
        var supplied = await SupplyAsync(office, task.Id, colleague);

        Assert.True(supplied.IsSuccess, supplied.Error?.Code);
        var slip = (await SlipAsync(office, task.Id, office.Clerk)).Value;
        Assert.Equal((filed.Number, "colleague", "账号少一位"), (slip.Number, slip.Clerk, slip.Reason));
        Assert.Equal(["账号"], slip.Fields);
        Assert.Equal(["审核"], slip.Next);
        Assert.Empty((await DeskAsync(office, office.Clerk)).Waiting);
        Assert.Equal(ErrorKind.Forbidden, (await SlipAsync(office, task.Id, office.Host.First)).Error?.Kind);
    }

    private static Task<Result<OpenDraft.Opened>> FileAsync(EmployerOffice office, CurrentUser by, bool seen = true) =>
        office.Host.UseAsync<FileAtCounter, Result<OpenDraft.Opened>>(u => u.HandleAsync(
            new FileAtCounter.Request(SmallPackage.Code, new FindPerson.Request("窗试", "resident-id", Document), seen), by, default));

    private static async Task<CounterDto> DeskAsync(EmployerOffice office, CurrentUser clerk) =>
        (await office.Host.UseAsync<CounterDesk, Result<CounterDto>>(u => u.ReadAsync(clerk, default))).Value;

    private static Task<Result<CounterSlipDto>> SlipAsync(EmployerOffice office, Guid task, CurrentUser by) =>
        office.Host.UseAsync<CounterSlip, Result<CounterSlipDto>>(u => u.ReadAsync(task, by, default));

    private static Task<Result<ActDone>> SupplyAsync(EmployerOffice office, Guid task, CurrentUser by) =>
        office.Host.UseAsync<SubmitCorrection, Result<ActDone>>(u => u.HandleAsync(
            new SubmitCorrection.Request(task, null, $"click-{by.Name}") { Values = CaseHost.Values(new { account = "6222000011113333" }) }, by, default));
}
