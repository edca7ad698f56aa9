using System.Text.Json;
using Approvals.Application.Policies;
using Approvals.Application.Rights;
using Approvals.TestKit.Cases;
using Approvals.TestKit.Database;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Tests.Policies;

/// <summary>What an author says when a draft is handed over, and what becomes of it.</summary>
public sealed class SubmissionTests
{
    private static readonly (string Old, string New) Shorter = ("\"length\": 3", "\"length\": 2");

    [Theory, AllDatabases]
    public async Task Submit_WithDayAndNote_KeepsThemForWhoPublishesAndInTheAudit(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var versions = await PackageVersions.OfAsync(host);
        var day = versions.Today.AddDays(9);
        var draft = (await versions.ImportAsync(PackageVersions.Changed(Shorter))).Value.Version!.Value;

        Assert.Null((await versions.SubmitAsync(draft, day)).Error?.Code);

        var shown = await ShownAsync(host, draft, versions.Approver);
        Assert.Equal(((DateOnly?)day, "新办法施行"), (shown.ProposedFrom, shown.Note));
        Assert.Null(shown.EffectiveFrom);
        Assert.Null(shown.Moving);
        var said = await host.ReadAsync(c => c.AuditEntries.Where(a => a.SubjectId == draft.ToString() && a.Action == "policies.submitted").Select(a => a.Data).SingleAsync());
        Assert.Equal($"{day:yyyy-MM-dd}", JsonDocument.Parse(said!).RootElement.GetProperty("proposedFrom").GetString());
    }

    [Fact]
    public async Task Submit_ForADayThatIsPast_IsRefused()
    {
        await using var host = await CaseHost.CreateAsync(DatabaseKind.Sqlite);
        var versions = await PackageVersions.OfAsync(host);
        var draft = (await versions.ImportAsync(PackageVersions.Changed(Shorter))).Value.Version!.Value;

        Assert.Equal("policies.pastDay", (await versions.SubmitAsync(draft, versions.Today.AddDays(-1))).Error?.Code);
    }

    [Theory, AllDatabases]
    public async Task Submit_WithAPlanForCasesUnderWay_IsTriedCountedAndOfferedOnceInForce(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var open = await host.CaseAsync();
        var from = (await host.RowAsync(open)).ServiceVersionId;
        var versions = await PackageVersions.OfAsync(host);
        var draft = (await versions.ImportAsync(PackageVersions.Changed(Shorter))).Value.Version!.Value;

        Assert.Null((await versions.SubmitAsync(draft, moveFrom: from)).Error?.Code);
        var before = await ShownAsync(host, draft, versions.Operator);
        Assert.Null((await versions.PublishAsync(draft)).Error?.Code);
        var after = await ShownAsync(host, draft, versions.Operator);

        Assert.Equal((from, 1, 1, 1, false), (before.Moving!.From, before.Moving.Open, before.Moving.Tried, before.Moving.Possible, before.Moving.Begun));
        Assert.DoesNotContain(VersionAct.Migrate, before.Acts);
        Assert.Contains(VersionAct.Migrate, after.Acts);
        Assert.DoesNotContain(VersionAct.Migrate, (await ShownAsync(host, draft, versions.Approver)).Acts);
        Assert.Equal(from, (await host.RowAsync(open)).ServiceVersionId);
    }

    [Fact]
    public async Task Submit_SentBack_KeepsWhatWasSaid()
    {
        await using var host = await CaseHost.CreateAsync(DatabaseKind.Sqlite);
        var versions = await PackageVersions.OfAsync(host);
        var draft = await versions.SubmittedAsync(PackageVersions.Changed(Shorter));

        await host.UseAsync<SendBackVersion, Result<Unit>>(u => u.HandleAsync(new SendBackVersion.Request(draft, "请补充"), versions.Approver, default));

        var shown = await ShownAsync(host, draft, versions.Editor);
        Assert.Equal((ServiceVersionState.Draft, "新办法施行", (DateOnly?)versions.Today), (shown.State, shown.Note, shown.ProposedFrom));
    }

    private static async Task<ServiceVersionDto> ShownAsync(CaseHost host, Guid version, CurrentUser user) =>
        (await host.UseAsync<VersionList, Result<IReadOnlyList<ServiceVersionDto>>>(u => u.ListAsync(SmallPackage.Code, user, default))).Value.Single(v => v.Id == version);
}
