using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Approvals.Application.Policies;
using Approvals.TestKit.Cases;
using Approvals.TestKit.Database;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Tests.Policies;

public sealed class VersionLifeTests
{
    private const string Scenario = """
        { "name": { "zh-CN": "批准", "en": "Granted" }, "start": "2026-03-02T09:00:00+08:00",
          "people": { "applicant": { "role": "Applicant", "name": "张试", "region": "220104" }, "officer": { "role": "Reviewer", "region": "220104" } },
          "acts": [ { "by": "applicant", "act": "submit", "activity": "apply", "form": { "name": "张试", "amount": 12, "account": "622200001111" } },
            { "by": "officer", "act": "approve", "activity": "review", "opinion": "同意" } ],
          "expect": { "result": "RESULT" } }
        """;

    [Theory, AllDatabases]
    public async Task Publish_BySecondPerson_BindsSubmissionsFromItsDayOn(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var versions = await PackageVersions.OfAsync(host);
        var second = await versions.SubmittedAsync(PackageVersions.Changed(("\"length\": 3", "\"length\": 2")));

        var published = await versions.PublishAsync(second, from: versions.Today.AddDays(1));
        var today = await host.CaseAsync();
        host.Host.Time.Advance(TimeSpan.FromDays(1));
        var tomorrow = await host.UseAsync<ServiceCatalog, ServiceSnapshot?>(u => u.InForceAsync(SmallPackage.Code, versions.Today, default).AsTask());

        Assert.Null(published.Error?.Code);
        Assert.NotEqual(second, (await host.RowAsync(today)).ServiceVersionId);
        Assert.Equal((second, 2), (tomorrow!.VersionId, tomorrow.Number));
        Assert.Equal("policies.published", await host.ReadAsync(c => c.AuditEntries.Where(a => a.SubjectId == second.ToString()).OrderByDescending(a => a.Id).Select(a => a.Action).FirstAsync()));
    }

    [Theory, AllDatabases]
    public async Task Publish_ByWhoWroteIt_IsRefused(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var versions = await PackageVersions.OfAsync(host);
        var second = await versions.SubmittedAsync(PackageVersions.Changed(("\"length\": 3", "\"length\": 2")));
        var both = versions.Editor with { Roles = [.. versions.Editor.Roles, .. versions.Approver.Roles] };

        Assert.Equal("policies.ownVersion", (await versions.PublishAsync(second, both)).Error?.Code);
        Assert.Equal("rights.forbidden", (await versions.PublishAsync(second, versions.Editor)).Error?.Code);
    }

    [Fact]
    public async Task Publish_ForADayThatIsPast_IsRefused()
    {
        await using var host = await CaseHost.CreateAsync(DatabaseKind.Sqlite);
        var versions = await PackageVersions.OfAsync(host);
        var second = await versions.SubmittedAsync(PackageVersions.Changed(("\"length\": 3", "\"length\": 2")));

        Assert.Equal("policies.pastDay", (await versions.PublishAsync(second, from: versions.Today.AddDays(-1))).Error?.Code);
    }

    [Theory]
    [InlineData("granted", null)]
    [InlineData("refused", "policies.notSound")]
    public async Task Submit_WithAScenario_DependsOnHowItComesOut(string expected, string? refused)
    {
        await using var host = await CaseHost.CreateAsync(DatabaseKind.Sqlite);
        var versions = await PackageVersions.OfAsync(host);
        var files = SmallPackage.Files().SetItem("scenarios/granted.json", Encoding.UTF8.GetBytes(Scenario.Replace("RESULT", expected, StringComparison.Ordinal)));

        var submitted = await versions.SubmitAsync((await versions.ImportAsync(files)).Value.Version!.Value);

        Assert.Equal(refused, submitted.Error?.Code);
        Assert.Equal(refused is null ? null : "1", submitted.Error?.Data["count"]);
    }

    [Fact]
    public async Task Check_GuaranteesOfTheLaw_BlockWithThePathThatBreaksThem()
    {
        await using var host = await CaseHost.CreateAsync(DatabaseKind.Sqlite);
        var versions = await PackageVersions.OfAsync(host);
        var law = PackageFolder.ReadTree(Path.Combine(CaseHost.Root(), "workflows")).Shared;
        var imported = await versions.ImportAsync(PackageVersions.Changed(("\"length\": 3", "\"length\": 2")), law);
        var report = await host.UseAsync<CheckVersion, Result<VersionReport>>(u => u.HandleAsync(imported.Value.Version!.Value, versions.Editor, default));

        var finding = Assert.Single(report.Value.Findings, f => f.Blocks);
        Assert.Equal(FindingArea.Guarantee, finding.Area);
        Assert.Contains("law-reasons-and-remedies", finding.Text, StringComparison.Ordinal);
        var refused = (await versions.SubmitAsync(imported.Value.Version!.Value)).Error;
        Assert.Equal("policies.notSound", refused?.Code);
        Assert.Contains("law-reasons-and-remedies", refused!.Data["reasons"], StringComparison.Ordinal);
        Assert.NotEmpty(finding.Path);
    }

    [Theory, AllDatabases]
    public async Task Publish_TwoApproversAtOnce_OneWinsAndTheOtherIsTold(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var versions = await PackageVersions.OfAsync(host);
        var another = await host.PersonAsync("approver-2", "PolicyApprover", "220000");
        var second = await versions.SubmittedAsync(PackageVersions.Changed(("\"length\": 3", "\"length\": 2")));

        var both = await Task.WhenAll(versions.PublishAsync(second), versions.PublishAsync(second, another));

        Assert.Single(both, r => r.IsSuccess);
        Assert.Contains(both, r => r.Error?.Code is "policies.versionChanged" or "policies.notSubmitted");
    }

    [Theory, AllDatabases]
    public async Task Recall_OnlyBeforeItsDay_AndTheVersionCanBePublishedAgain(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var versions = await PackageVersions.OfAsync(host);
        var second = await versions.SubmittedAsync(PackageVersions.Changed(("\"length\": 3", "\"length\": 2")));
        await versions.PublishAsync(second, from: versions.Today.AddDays(3));

        Assert.Null((await RecallAsync(host, second, versions)).Error?.Code);
        Assert.Null((await versions.PublishAsync(second, from: versions.Today)).Error?.Code);
        Assert.Equal("policies.inForce", (await RecallAsync(host, second, versions)).Error?.Code);
    }

    [Theory, AllDatabases]
    public async Task Retire_OnlyAVersionWhosePlaceIsTaken(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var versions = await PackageVersions.OfAsync(host);
        var first = await host.ReadAsync(c => c.ServiceVersions.Where(v => v.ServiceCode == SmallPackage.Code).Select(v => v.Id).SingleAsync());
        Task<Result<Unit>> RetireAsync() =>
            host.UseAsync<RetireVersion, Result<Unit>>(u => u.HandleAsync(new RetireVersion.Request(first, "已有新版"), versions.Approver, default));

        Assert.Equal("policies.stillInForce", (await RetireAsync()).Error?.Code);
        await versions.InForceAsync(("\"length\": 3", "\"length\": 2"));
        Assert.Null((await RetireAsync()).Error?.Code);
        Assert.Equal("small-grant", (await host.RowAsync(await host.CaseAsync())).ServiceCode);
    }

    [Theory, AllDatabases]
    public async Task Import_TheSameContentTwice_IsOneDraftThatCanBeThrownAway(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var versions = await PackageVersions.OfAsync(host);
        var files = PackageVersions.Changed(("\"length\": 3", "\"length\": 2"));

        var (once, twice) = ((await versions.ImportAsync(files)).Value, (await versions.ImportAsync(files)).Value);
        var gone = await host.UseAsync<DiscardDraft, Result<Unit>>(u => u.HandleAsync(once.Version!.Value, versions.Editor, default));

        Assert.Equal((true, false, once.Version), (once.Created, twice.Created, twice.Version));
        Assert.Null(gone.Error?.Code);
        Assert.Equal(0, await host.ReadAsync(c => c.PackageFiles.CountAsync(f => f.ServiceVersionId == once.Version)));
    }

    [Fact]
    public async Task Export_AVersion_GivesEveryFileAsItCameIn()
    {
        await using var host = await CaseHost.CreateAsync(DatabaseKind.Sqlite);
        var versions = await PackageVersions.OfAsync(host);
        var files = PackageVersions.Changed(("\"length\": 3", "\"length\": 2"));
        var draft = (await versions.ImportAsync(files)).Value.Version!.Value;

        var exported = await host.UseAsync<ExportVersion, Result<ExportVersion.Exported>>(u => u.HandleAsync(draft, versions.Approver, default));

        using var zip = new ZipArchive(new MemoryStream(exported.Value.Archive()));
        Assert.Equal(files.Keys.Select(k => $"small-grant/{k}"), zip.Entries.Select(e => e.FullName));
        Assert.All(files.Keys, k => Assert.True(k == Workflow || files[k].Span.SequenceEqual(exported.Value.Files[k].Span), k));
        Assert.True(JsonNode.DeepEquals(Stated(files[Workflow]), Stated(exported.Value.Files[Workflow])));
    }

    private const string Workflow = "workflow.json";

    /// <summary>A definition without what an export derives: its id, its version and whether that is the latest and published.</summary>
    private static JsonObject Stated(ReadOnlyMemory<byte> definition)
    {
        var json = JsonNode.Parse(definition.Span)!.AsObject();
        foreach (var derived in (string[])["id", "version", "isLatest", "isPublished"])
        {
            json.Remove(derived);
        }

        return json;
    }

    private static Task<Result<Unit>> RecallAsync(CaseHost host, Guid version, PackageVersions versions) =>
        host.UseAsync<RecallVersion, Result<Unit>>(u => u.HandleAsync(new RecallVersion.Request(version, "再议"), versions.Approver, default));
}
