using System.Text;
using Approvals.Application.Cases;
using Approvals.Application.Counter;
using Approvals.Application.Database;
using Approvals.Application.Documents;
using Approvals.Application.Drafts;
using Approvals.Application.People;
using Approvals.Application.Rights;
using Approvals.Application.Tasks;
using Approvals.Application.Tests.Organisations;
using Approvals.TestKit.Cases;
using Approvals.TestKit.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Application.Tests.Counter;

/// <summary>What stays with a clerk of what they filed at the counter: everything while they serve there, nothing after.</summary>
public sealed class CounterClerkTests
{
    [Theory, AllDatabases(null, "220104"), AllDatabases(Roles.SystemAdmin, "220104"), AllDatabases(Roles.IntakeOfficer, "220204")]
    public async Task Clerk_WhoServesThereNoLonger_IsNoPartyAnyMore(DatabaseKind kind, string? role, string region)
    {
        await using var office = await EmployerOffice.OpenAsync(kind);
        var filed = await FiledAsync(office);
        var document = await UploadAsync(office, filed);
        Assert.True((await ReadAsync(office, document, office.Clerk)).IsSuccess);
        await office.ReturnAsync(filed.Id, "账号少一位");
        var draft = await DraftAsync(office, "王试", "310104198506121038");
        office.Host.Host.Time.Advance(TimeSpan.FromHours(1));

        var former = await office.MovedAsync(office.Clerk, role, region);

        Assert.Equal((false, false), (CaseRights.IsParty(former, filed), CaseRights.ActsAsApplicant(former, filed)));
        Assert.Empty(await office.Host.ReadAsync(c => OwnCases.NewestAsync(c, former, all => all, 10, default)));
        Assert.Equal("documents.unknown", (await ReadAsync(office, document, former)).Error?.Code);
        Assert.Equal("cases.notYours", (await WithdrawAsync(office, filed, former)).Error?.Code);
        Assert.False(TaskRights.MayAct(former, Assert.Single(await office.Host.TasksAsync(filed.Id))));
        Assert.Equal("drafts.unknown", (await office.Host.UseAsync<DeleteDraft, Result<Unit>>(u => u.HandleAsync(new DeleteDraft.Request(draft), former, default))).Error?.Code);
        var desk = await office.Host.UseAsync<CounterDesk, Result<CounterDto>>(u => u.ReadAsync(former, default));
        Assert.True(!desk.IsSuccess || (desk.Value.Cases.Count, desk.Value.Drafts.Count, desk.Value.Waiting.Count) == (0, 0, 0));
    }

    [Theory, AllDatabases]
    public async Task Clerk_WhoseAssignmentWasRenewed_HasWhatTheyFiledBefore(DatabaseKind kind)
    {
        await using var office = await EmployerOffice.OpenAsync(kind);
        var filed = await FiledAsync(office);
        office.Host.Host.Time.Advance(TimeSpan.FromHours(1));

        var again = await office.MovedAsync(office.Clerk, Roles.IntakeOfficer);

        Assert.True(CaseRights.ActsAsApplicant(again, filed));
        Assert.Equal(filed.Id, Assert.Single(await office.Host.ReadAsync(c => OwnCases.NewestAsync(c, again, all => all, 10, default))).Id);
        Assert.True((await WithdrawAsync(office, filed, again)).IsSuccess);
    }

    [Theory, AllDatabases]
    public async Task Clerk_WhoFilesForAnEmployerOfAnotherCounty_StillHasTheCase(DatabaseKind kind)
    {
        await using var office = await EmployerOffice.OpenAsync(kind);
        await office.OrganisationAsync(EmployerOffice.OtherUscc, "enterprise", verified: true, region: "220204");

        var filed = await FiledAsync(office, new { employer = EmployerOffice.OtherUscc });

        Assert.Equal(("220204", true), (filed.RegionCode, CaseRights.Files(office.Clerk, filed)));
        Assert.Single(await office.Host.ReadAsync(c => OwnCases.NewestAsync(c, office.Clerk, all => all, 10, default)));
        Assert.Single((await office.Host.UseAsync<CounterDesk, Result<CounterDto>>(u => u.ReadAsync(office.Clerk, default))).Value.Cases);
    }

    private static async Task<Case> FiledAsync(EmployerOffice office, object? more = null)
    {
        var submitted = await office.SubmitAsync(await DraftAsync(office, "窗试", "110108197203081060"), office.Clerk, more);
        Assert.True(submitted.IsSuccess, submitted.Error?.Code);
        return await office.Host.RowAsync(submitted.Value.CaseId);
    }

    private static async Task<Guid> DraftAsync(EmployerOffice office, string name, string number) => (await office.Host.UseAsync<FileAtCounter, Result<OpenDraft.Opened>>(
        u => u.HandleAsync(new FileAtCounter.Request(SmallPackage.Code, new FindPerson.Request(name, "resident-id", number), true), office.Clerk, default))).Value.Id;

    private static Task<Guid> UploadAsync(EmployerOffice office, Case filed) => office.Host.InAsync(async services =>
    {
        var received = await services.GetRequiredService<DocumentStore>().ReceiveAsync(
            new IncomingFile
            {
                Content = new MemoryStream(Encoding.ASCII.GetBytes("%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n")), FileName = "proof.pdf", DocumentType = "proof",
                KeyId = filed.KeyId, UploadedByUserId = office.Clerk.Id, CaseId = filed.Id,
            },
            UploadRules.Default, default);
        await services.GetRequiredService<ApprovalsDbContext>().SaveChangesAsync();
        return received.Value.Id;
    });

    private static Task<Result<OpenedDocument>> ReadAsync(EmployerOffice office, Guid document, CurrentUser user) =>
        office.Host.UseAsync<ReadDocument, Result<OpenedDocument>>(u => u.HandleAsync(document, user, default));

    private static Task<Result<Unit>> WithdrawAsync(EmployerOffice office, Case filed, CurrentUser user) =>
        office.Host.UseAsync<WithdrawCase, Result<Unit>>(u => u.HandleAsync(new WithdrawCase.Request(filed.Id, "不再需要"), user, default));
}
