using System.Collections.Immutable;
using Approvals.Application.Resources;
using Approvals.Application.Rights;
using Approvals.Application.Sheets;
using Approvals.Application.Tests.WaitingLists;
using Approvals.Infrastructure.Spreadsheets;
using Approvals.TestKit.Database;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Tests.Resources;

/// <summary>Resources from a workbook: a trial that writes nothing, mistakes by cell, all or nothing.</summary>
public sealed class ImportResourcesTests
{
    [Theory, AllDatabases]
    public async Task Import_AfterItsTrial_AddsAndChangesWhatTheTrialSaid(DatabaseKind kind)
    {
        await using var allotment = await Allotment.CreateAsync(kind);
        Assert.Equal((2, 0, true), Told(await ImportAsync(allotment, trial: false, ["T-1", "一号", "One", "朝南", "1", "30", ""], ["T-2", "二号", "Two"])));

        ImmutableArray<string>[] again = [["T-1", "一号", "One", "朝北", "1", "30", "是"], ["T-2", "二号", "Two"], [], ["T-3", "三号", "Three"]];
        var trial = await ImportAsync(allotment, trial: true, again);

        Assert.Equal((1, 1, false), Told(trial));
        Assert.Equal((2, 1), (await allotment.Host.ReadAsync(c => c.Resources.CountAsync()), trial.Value.Unchanged));
        Assert.Equal((1, 1, true), Told(await ImportAsync(allotment, trial: false, again)));
        var first = await allotment.Host.ReadAsync(c => c.Resources.AsNoTracking().SingleAsync(r => r.Code == "T-1"));
        Assert.Equal(("朝北", true, allotment.List), (first.About, first.ClosedAt is not null, first.ListId));
    }

    [Theory, AllDatabases]
    public async Task Import_WithWrongCells_NamesEachAndWritesNothing(DatabaseKind kind)
    {
        await using var allotment = await Allotment.CreateAsync(kind);
        await allotment.ResourceAsync();

        var report = await ImportAsync(allotment, trial: false,
            ["T-1", "一号", "One"], ["T-1", "", "Two"], ["编码", "三", "Three", "", "many", "0", "maybe"], [TestKit.Cases.AllotmentPackage.Desk, "窗口", "Desk"]);

        Assert.Equal(
            [(3, "中文名称"), (3, "编码"), (4, "编码"), (4, "同时容纳"), (4, "时长（分钟）"), (4, "停用"), (5, "编码")],
            report.Value.Problems.Select(p => (p.Row, p.Column)));
        Assert.All(report.Value.Problems, p => Assert.NotEqual("", p.Text));
        Assert.Equal((false, 1), (report.Value.Applied, await allotment.Host.ReadAsync(c => c.Resources.CountAsync())));
    }

    [Theory, AllDatabases]
    public async Task Import_OfAHundredThousandRows_IsRefusedAtTheFirstTooMany(DatabaseKind kind)
    {
        await using var allotment = await Allotment.CreateAsync(kind);

        var report = await ImportAsync(allotment, trial: true, [.. Enumerable.Range(1, 100_000).Select(i => ImmutableArray.Create($"T-{i}", "号", "N"))]);

        Assert.Equal("sheets.tooManyRows", report.Error?.Code);
    }

    [Theory, AllDatabases]
    public async Task Import_ByAnotherOrganisationsProvider_FindsNothing(DatabaseKind kind)
    {
        await using var allotment = await Allotment.CreateAsync(kind);

        var refused = await ImportAsync(allotment, trial: false, allotment.Outsider, ["T-1", "一号", "One"]);

        Assert.Equal(Refusals.NotFound.Code, refused.Error?.Code);
    }

    private static (int Added, int Changed, bool Written) Told(Result<SheetImportDto> report) => (report.Value.Added, report.Value.Changed, report.Value.Applied);

    private static Task<Result<SheetImportDto>> ImportAsync(Allotment allotment, bool trial, params ImmutableArray<string>[] rows) =>
        ImportAsync(allotment, trial, allotment.Provider, rows);

    /// <summary>Through a real workbook, as the page sends it.</summary>
    private static Task<Result<SheetImportDto>> ImportAsync(Allotment allotment, bool trial, CurrentUser by, params ImmutableArray<string>[] rows)
    {
        var book = XlsxWriter.Write(ResourceSheet.Name, [ResourceSheet.Head("zh-CN"), .. rows]);
        return allotment.Host.UseAsync<ImportResources, Result<SheetImportDto>>(
            u => u.HandleAsync(new ImportResources.Request(allotment.Organisation, allotment.List, "things.xlsx", book, trial), by, default));
    }
}
