using System.Collections.Immutable;
using System.Text;
using Approvals.Application.Cases;
using Approvals.Application.CaseViews;
using Approvals.Application.Inbox;
using Approvals.Application.Letters;
using Approvals.Application.Paging;
using Approvals.Application.Policies;
using Approvals.Application.Sheets;
using Approvals.TestKit.Cases;
using Approvals.TestKit.Database;

namespace Approvals.Application.Tests.Cases;

/// <summary>A service may name its results; the platform's words stand for those it does not name.</summary>
public sealed class ResultWordTests
{
    private const string Named = """ "resultWords": { "refused": { "zh-CN": "不予发放", "en": "Not paid" } }, "effectiveFrom" """;

    [Theory, AllDatabases]
    public async Task Result_ThatTheServiceNames_IsCalledSoOnPagesInListsAndSheets(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind, Tree());
        var (refused, granted) = (await RefusedAsync(host), await host.GrantedAsync());

        var view = (await host.UseAsync<CaseView, Result<CaseDto>>(u => u.ReadAsync(refused, host.Applicant, default))).Value;
        var list = (await host.UseAsync<CaseList, Result<Page<CaseSummaryDto>>>(u => u.ListAsync(new CaseList.Request(true, null, null, null), host.First, default))).Value.Items;
        var sheet = (await host.UseAsync<CaseSheet, Result<SheetTable>>(u => u.ReadAsync(new CaseList.Request(true, null, null, null), host.First with { Language = "en" }, default))).Value;
        var started = (await host.UseAsync<InboxPage, Result<InboxDto>>(u => u.ReadAsync(
            new InboxRequest(InboxTab.Started, null, null, null, null, InboxClaim.Any, null, null), host.Applicant, default))).Value.Items;

        Assert.Equal(("不予发放", "不予发放", "不予发放"), (view.Result!.Title, view.Summary.ResultName, view.Summary.StateName));
        Assert.Equal([(granted.ToString(), "予以通过"), (refused.ToString(), "不予发放")], list.Select(c => (c.Id, c.ResultName)));
        Assert.Equal(["Not paid", "Granted"], sheet.Rows.Skip(1).Select(r => r[^1]).OrderDescending());
        Assert.All(started.Where(r => r.CaseId == refused.ToString()), r => Assert.Equal("不予发放", r.OutcomeName));
    }

    [Theory, AllDatabases]
    public async Task Letter_ThatNamesTheResult_SaysTheServicesWordInItsLanguage(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind, Tree());
        var id = await RefusedAsync(host);

        var link = Assert.Single((await host.UseAsync<CaseView, Result<CaseDto>>(u => u.ReadAsync(id, host.Applicant, default))).Value.Letters);
        var letter = Guid.Parse(link.Id);
        var chinese = (await host.UseAsync<LetterView, Result<LetterDto>>(u => u.ReadAsync(letter, host.Applicant, default))).Value;
        var english = (await host.UseAsync<LetterView, Result<LetterDto>>(u => u.ReadAsync(letter, host.Applicant with { Language = "en" }, default))).Value;

        Assert.Contains("决定不予发放", chinese.Html, StringComparison.Ordinal);
        Assert.Contains("The decision: Not paid", english.Html, StringComparison.Ordinal);
    }

    private static async Task<Guid> RefusedAsync(CaseHost host)
    {
        var id = await host.CaseAsync();
        var decided = await host.DecideAsync((await host.TasksAsync(id))[0], host.First, "reject", $"refuse-{id:N}");
        Assert.Null(decided.Error?.Code);
        return id;
    }

    private static PackageTree Tree()
    {
        var files = SmallPackage.Files(change: flow => flow.Replace("\"result\": \"refused\"", "\"result\": \"refused\", \"letter\": \"refusal\"", StringComparison.Ordinal));
        var service = Encoding.UTF8.GetString(files["service.json"].Span).Replace("\"effectiveFrom\"", Named, StringComparison.Ordinal);
        return new(
            [new PackageFolder(SmallPackage.Code, files.SetItem("service.json", Bytes(service))
                .Add("letters/refusal.zh-CN.md", Bytes("---\nsubject: 决定书\nchannels: [page]\n---\n决定{{ resultName }}\n"))
                .Add("letters/refusal.en.md", Bytes("---\nsubject: Decision\nchannels: [page]\n---\nThe decision: {{ resultName }}\n")))],
            ImmutableSortedDictionary<string, ReadOnlyMemory<byte>>.Empty);
    }

    private static ReadOnlyMemory<byte> Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
