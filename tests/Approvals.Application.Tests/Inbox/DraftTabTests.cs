using Approvals.Application.CaseViews;
using Approvals.Application.Corrections;
using Approvals.Application.Counter;
using Approvals.Application.Database;
using Approvals.Application.Drafts;
using Approvals.Application.Inbox;
using Approvals.Application.People;
using Approvals.Application.Rights;
using Approvals.Application.Sheets;
using Approvals.Application.Tasks;
using Approvals.Application.Tests.Organisations;
using Approvals.TestKit.Cases;
using Approvals.TestKit.Database;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Tests.Inbox;

/// <summary>The tab of drafts: what one has begun and not submitted, and nothing of anybody else.</summary>
public sealed class DraftTabTests
{
    [Theory, AllDatabases]
    public async Task Drafts_OfAClerk_AreWhatTheClerkBegan_UntilItIsSubmitted(DatabaseKind kind)
    {
        await using var office = await EmployerOffice.OpenAsync(kind);
        var draft = await FileAsync(office, "窗试", "110108197203081060");
        office.Host.Host.Time.Advance(TimeSpan.FromMinutes(5));
        var later = await FileAsync(office, "柜试", "110101199003071049");
        var colleague = await office.Host.PersonAsync("colleague", Roles.IntakeOfficer, "220104");

        var begun = await TabAsync(office, office.Clerk);
        var others = await TabAsync(office, colleague);
        await office.SubmitAsync(draft, office.Clerk);
        var left = await TabAsync(office, office.Clerk);

        Assert.Equal([(later.ToString(), InboxDraft.AtCounter), (draft.ToString(), InboxDraft.AtCounter)], begun.Items.Select(r => (r.TaskId, r.Draft!.Value)));
        Assert.All(begun.Items, r => Assert.Equal(("", "", "小额补助", "窗口代办申请"), (r.CaseId, r.Number, r.ServiceName, r.OutcomeName)));
        Assert.DoesNotContain(begun.Items, r => r.Applicant.Contains("窗试", StringComparison.Ordinal));
        Assert.Equal((2, 0, 1), (begun.Counts.Drafts.Count, others.Counts.Drafts.Count, left.Counts.Drafts.Count));
        Assert.Empty(others.Items);
        Assert.Equal(later.ToString(), Assert.Single(left.Items).TaskId);
    }

    [Theory, AllDatabases]
    public async Task Drafts_OfACorrectionThatWasBegun_ShowItsCase_UntilItIsSent(DatabaseKind kind)
    {
        await using var office = await EmployerOffice.OpenAsync(kind);
        var filed = (await office.SubmitAsync(await FileAsync(office, "窗试", "110108197203081060"), office.Clerk)).Value;
        office.Host.Host.Time.Advance(TimeSpan.FromHours(1));
        var task = await office.ReturnAsync(filed.CaseId, "账号少一位");
        var values = CaseHost.Values(new { account = "6222000011113333" });
        var loaded = await office.Host.UseAsync<CorrectionView, Result<CorrectionDto>>(u => u.ReadAsync(task.Id, office.Clerk, default));

        var saved = await office.Host.UseAsync<SaveCorrection, Result<SaveCorrection.Saved>>(u => u.HandleAsync(new(task.Id, values, loaded.Value.Etag), office.Clerk, default));
        var begun = Assert.Single((await TabAsync(office, office.Clerk)).Items);
        await office.Host.UseAsync<SubmitCorrection, Result<ActDone>>(u => u.HandleAsync(new(task.Id, null, "click-0009") { Values = values }, office.Clerk, default));

        Assert.Null(saved.Error?.Code);
        Assert.Equal((task.Id.ToString(), filed.Number, InboxDraft.CorrectionAtCounter), (begun.TaskId, begun.Number, begun.Draft));
        Assert.Empty((await TabAsync(office, office.Clerk)).Items);
    }

    [Theory, AllDatabases]
    public async Task Drafts_OfSomebodyWhoApplies_AreTheOwn_AndGoIntoTheSheet(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var (id, _) = await host.DraftAsync();

        var page = await TabAsync(host, host.Applicant);
        var sheet = await host.UseAsync<InboxSheet, Result<SheetTable>>(u => u.ReadAsync(Request, host.Applicant, default));

        Assert.Equal((id.ToString(), InboxDraft.Application), (Assert.Single(page.Items).TaskId, page.Items[0].Draft));
        Assert.Equal(2, sheet.Value.Rows.Length);
        Assert.Contains("本人申请", sheet.Value.Rows[1]);
        Assert.Equal("paging.cursor", (await host.UseAsync<InboxPage, Result<InboxDto>>(u => u.ReadAsync(Request with { Cursor = "bm9uZQ" }, host.Applicant, default))).Error?.Code);
    }

    private static InboxRequest Request { get; } = new(InboxTab.Drafts, null, null, null, null, InboxClaim.Any, null, null);

    private static Task<InboxDto> TabAsync(EmployerOffice office, CurrentUser user) => TabAsync(office.Host, user);

    private static async Task<InboxDto> TabAsync(CaseHost host, CurrentUser user) =>
        (await host.UseAsync<InboxPage, Result<InboxDto>>(u => u.ReadAsync(Request, user, default))).Value;

    private static async Task<Guid> FileAsync(EmployerOffice office, string name, string document)
    {
        var opened = await office.Host.UseAsync<FileAtCounter, Result<OpenDraft.Opened>>(u => u.HandleAsync(
            new FileAtCounter.Request(SmallPackage.Code, new FindPerson.Request(name, "resident-id", document), true), office.Clerk, default));
        Assert.Null(opened.Error?.Code);
        return opened.Value.Id;
    }
}
