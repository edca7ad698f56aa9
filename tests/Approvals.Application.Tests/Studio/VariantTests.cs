using System.Text.Json;
using Approvals.Application.Studio;
using Approvals.Application.Studio.Variants;
using Approvals.Domain.Studio;
using Approvals.Domain.Studio.Variants;
using Approvals.TestKit.Cases;
using Approvals.TestKit.Database;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Tests.Studio;

public sealed class VariantTests
{
    private const string City = "220100";
    private const string Code = "city-grant";

    [Theory, AllDatabases]
    public async Task Variant_Begun_HasItsOwnCodeNameAndRegionAndShowsOnlyThese(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var (versions, older, draft) = await BeginAsync(host);

        var shown = await ViewAsync(host, versions, draft);
        var changes = (await CompareAsync(host, versions, older, draft)).Value.Changes;

        Assert.Equal((Code, SmallPackage.Code, 1, older, null), (shown.Service, shown.Variant!.Service, shown.Variant.Number, shown.Variant.BaseId, shown.Variant.Newer));
        Assert.NotEqual(City, shown.Variant.Region);
        Assert.DoesNotContain(changes, c => c.File is not ("service.json" or "workflow.json"));
        Assert.Contains(changes, c => c.Place == "/regions/roots" && c.After!.Contains(City, StringComparison.Ordinal));
        Assert.DoesNotContain(await ProblemsAsync(host, versions, draft), p => p.File == Variant.FileName);
    }

    [Theory, AllDatabases]
    public async Task Edit_OfAVariant_IsKeptAsDifferenceAndTakenBackWithIt(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var (versions, _, draft) = await BeginAsync(host);
        var begun = (await VariantAsync(host, draft)).Changes.Length;

        await EditAsync(host, versions, draft, 0, Set("service.json", "/limits/promised/length", 8));
        Assert.Equal("/limits/promised/length", (await VariantAsync(host, draft)).Changes[^1].Command.At);
        await host.UseAsync<UndoEdit, Result<DraftEditedDto>>(u => u.HandleAsync(new UndoEdit.Request(draft, 1, false), versions.Editor, default));

        Assert.Equal(begun, (await VariantAsync(host, draft)).Changes.Length);
    }

    [Theory, AllDatabases]
    public async Task Rebase_OntoANewerBase_TakesItOverAndTellsWhatDidNotFit(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var (versions, _, draft) = await BeginAsync(host);
        await EditAsync(host, versions, draft, 0, Set("service.json", "/limits/promised/length", 8), Set("forms/application.json", "/components/[key=account]/label/en", "Bank account"));
        await versions.InForceAsync(("\"length\": 3", "\"length\": 2"), ("\"key\": \"account\"", "\"key\": \"iban\""));
        Assert.Equal(2, (await ViewAsync(host, versions, draft)).Variant!.Newer?.Number);

        var rebased = await RebaseAsync(host, versions, draft, 1);

        Assert.Equal((2, 2), (rebased.Value.Revision, rebased.Value.Number));
        var aside = Assert.Single(rebased.Value.SetAside);
        Assert.Equal("forms/application.json", aside.File);
        Assert.Contains("Bank account", Assert.Single(aside.What), StringComparison.Ordinal);
        Assert.Contains("account", aside.Why, StringComparison.Ordinal);
        Assert.Contains("\"length\": 8", await TextAsync(host, draft, "service.json"), StringComparison.Ordinal);
        Assert.Contains(Code, await TextAsync(host, draft, "service.json"), StringComparison.Ordinal);
        Assert.Contains("iban", await TextAsync(host, draft, "forms/application.json"), StringComparison.Ordinal);
        Assert.DoesNotContain("\"length\": 3", await TextAsync(host, draft, "workflow.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rebase_TakenBack_InheritsFromTheOlderBaseAgain()
    {
        await using var host = await CaseHost.CreateAsync(DatabaseKind.Sqlite);
        var (versions, _, draft) = await BeginAsync(host);
        await EditAsync(host, versions, draft, 0, Set("forms/application.json", "/components/[key=account]/label/en", "Bank account"));
        await versions.InForceAsync(("\"key\": \"account\"", "\"key\": \"iban\""));
        var aside = (await RebaseAsync(host, versions, draft, 1)).Value.SetAside[0].Id;

        await EditAsync(host, versions, draft, 2, new CommandText("variant.dismiss", Variant.FileName, aside));
        Assert.Empty((await VariantAsync(host, draft)).SetAside);
        foreach (var revision in (int[])[3, 4])
        {
            await host.UseAsync<UndoEdit, Result<DraftEditedDto>>(u => u.HandleAsync(new UndoEdit.Request(draft, revision, false), versions.Editor, default));
        }

        var variant = await VariantAsync(host, draft);
        Assert.Equal((1, 0), (variant.Number, variant.SetAside.Length));
        Assert.Contains("Bank account", await TextAsync(host, draft, "forms/application.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rebase_WithoutANewerBase_IsRefused()
    {
        await using var host = await CaseHost.CreateAsync(DatabaseKind.Sqlite);
        var (versions, _, draft) = await BeginAsync(host);
        var alone = (await versions.ImportAsync(PackageVersions.Changed(("\"length\": 3", "\"length\": 2")))).Value.Version!.Value;

        Assert.Equal("studio.variant.upToDate", (await RebaseAsync(host, versions, draft, 0)).Error?.Code);
        Assert.Equal("studio.variant.none", (await RebaseAsync(host, versions, alone, 0)).Error?.Code);
        Assert.Equal("studio.compareOne", (await CompareAsync(host, versions, alone, await ForeignAsync(host, versions))).Error?.Code);
    }

    [Fact]
    public async Task Variant_OfWhatCannotBeInherited_IsRefused()
    {
        await using var host = await CaseHost.CreateAsync(DatabaseKind.Sqlite);
        var versions = await PackageVersions.OfAsync(host);
        var (known, draft) = (await BaseAsync(host), (await versions.ImportAsync(PackageVersions.Changed(("\"length\": 3", "\"length\": 2")))).Value.Version!.Value);

        Assert.Equal("studio.variant.basePublished", (await NewAsync(host, versions, variantOf: draft)).Error?.Code);
        Assert.Equal("studio.variant.region", (await NewAsync(host, versions, variantOf: known, region: "999999")).Error?.Code);
        Assert.Equal("studio.variant.orCopy", (await NewAsync(host, versions, variantOf: known, copyOf: known)).Error?.Code);
        Assert.Equal("policies.unknownVersion", (await NewAsync(host, versions, variantOf: Guid.NewGuid())).Error?.Code);
    }

    [Fact]
    public async Task Variant_ThatCannotBeRead_StandsAloneAndIsTold()
    {
        await using var host = await CaseHost.CreateAsync(DatabaseKind.Sqlite);
        var versions = await PackageVersions.OfAsync(host);
        var files = PackageVersions.Changed(("\"length\": 3", "\"length\": 2")).SetItem(Variant.FileName, "{}"u8.ToArray());
        var draft = (await versions.ImportAsync(files)).Value.Version!.Value;

        await EditAsync(host, versions, draft, 0, Set("service.json", "/order", 6));

        Assert.Null((await ViewAsync(host, versions, draft)).Variant);
        Assert.Equal("studio.variant.unreadable", Assert.Single(await ProblemsAsync(host, versions, draft), p => p.File == Variant.FileName).Code);
    }

    [Fact]
    public async Task Fork_OfAVariant_IsAVariantWithTheChange()
    {
        await using var host = await CaseHost.CreateAsync(DatabaseKind.Sqlite);
        var (versions, _, draft) = await BeginAsync(host);

        var fork = await host.UseAsync<NewDraft, Result<NewDraftDto>>(u => u.HandleAsync(new NewDraft.Request(draft, null, [Set("service.json", "/order", 6)]), versions.Editor, default));

        Assert.Equal("/order", (await VariantAsync(host, fork.Value.Id)).Changes[^1].Command.At);
    }

    private static async Task<(PackageVersions Versions, Guid Base, Guid Draft)> BeginAsync(CaseHost host)
    {
        var (versions, known) = (await PackageVersions.OfAsync(host), await BaseAsync(host));
        var begun = await NewAsync(host, versions, variantOf: known);
        Assert.Null(begun.Error?.Code);
        return (versions, known, begun.Value.Id);
    }

    private static Task<Guid> BaseAsync(CaseHost host) => host.ReadAsync(c => c.ServiceVersions.Where(v => v.ServiceCode == SmallPackage.Code && v.Number == 1).Select(v => v.Id).SingleAsync());

    private static Task<Result<NewDraftDto>> NewAsync(CaseHost host, PackageVersions versions, Guid? variantOf = null, Guid? copyOf = null, string region = City, string code = Code) =>
        host.UseAsync<NewService, Result<NewDraftDto>>(u => u.HandleAsync(new NewService.Request(code, new LocalText("长春补助", "City grant"), copyOf, variantOf, region), versions.Editor, default));

    private static async Task<Guid> ForeignAsync(CaseHost host, PackageVersions versions) => (await NewAsync(host, versions, code: "foreign")).Value.Id;

    private static CommandText Set(string file, string at, object value) => new("value.set", file, at, Value: JsonSerializer.SerializeToElement(value));

    private static async Task EditAsync(CaseHost host, PackageVersions versions, Guid draft, int on, params CommandText[] commands) => Assert.Null((await host.UseAsync<EditDraft, Result<DraftEditedDto>>(
        u => u.HandleAsync(new EditDraft.Request(draft, on, Guid.NewGuid().ToString(), commands), versions.Editor, default))).Error?.Code);

    private static Task<Result<RebasedDto>> RebaseAsync(CaseHost host, PackageVersions versions, Guid draft, int on) =>
        host.UseAsync<RebaseVariant, Result<RebasedDto>>(u => u.HandleAsync(new RebaseVariant.Request(draft, on), versions.Editor, default));

    private static Task<Result<ComparisonDto>> CompareAsync(CaseHost host, PackageVersions versions, Guid from, Guid to) =>
        host.UseAsync<CompareVersions, Result<ComparisonDto>>(u => u.HandleAsync(from, to, versions.Editor, default));

    private static async Task<StudioDraftDto> ViewAsync(CaseHost host, PackageVersions versions, Guid draft) =>
        (await host.UseAsync<DraftView, Result<StudioDraftDto>>(u => u.FindAsync(draft, versions.Editor, default))).Value;

    private static async Task<IReadOnlyList<DraftProblemDto>> ProblemsAsync(CaseHost host, PackageVersions versions, Guid draft) =>
        (await host.UseAsync<DraftProblems, Result<IReadOnlyList<DraftProblemDto>>>(u => u.ListAsync(draft, versions.Editor, default))).Value;

    private static async Task<Variant> VariantAsync(CaseHost host, Guid draft) => Variant.Read(DraftFiles.Of(new Dictionary<string, ReadOnlyMemory<byte>>
    {
        [Variant.FileName] = await host.ReadAsync(c => c.PackageFiles.Where(f => f.ServiceVersionId == draft && f.Path == Variant.FileName).Select(f => f.Content).SingleAsync()),
    })).Value;

    private static async Task<string> TextAsync(CaseHost host, Guid draft, string path) => System.Text.Encoding.UTF8.GetString(
        await host.ReadAsync(c => c.PackageFiles.Where(f => f.ServiceVersionId == draft && f.Path == path).Select(f => f.Content).SingleAsync()));
}
