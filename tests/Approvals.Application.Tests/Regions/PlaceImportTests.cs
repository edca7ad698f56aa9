using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Approvals.Application.Organisations;
using Approvals.Application.Regions;
using Approvals.Application.Sheets;
using Approvals.Infrastructure.Spreadsheets;
using Approvals.TestKit.Cases;
using Approvals.TestKit.Database;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Tests.Regions;

/// <summary>Regions and organisations come in whole or not at all, from either kind of file, and a second time changes nothing.</summary>
public sealed class PlaceImportTests
{
    private static readonly ImmutableArray<string> Head = ["code", "nameZh", "nameEn", "level", "parent"];

    [Theory, AllDatabases]
    public async Task Regions_FromAWorkbook_ChildrenBeforeParents_AreATree_AndASecondTimeChangesNothing(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var book = Xlsx.XlsxOf([Head, ["910101", "甲区", "District A", "county", "910100"], ["910100", "甲市", "City A", "市", "910000"], ["910000", "甲省", "", "省", ""]]);

        var dry = await RegionsAsync(host, book, dryRun: true);
        Assert.Equal((false, 3, 0), (dry.Applied, dry.Added, dry.ProblemCount));
        Assert.Equal(0, await host.ReadAsync(c => c.Regions.CountAsync(r => r.Code.StartsWith("91"))));

        Assert.True((await RegionsAsync(host, book)).Applied);
        var county = await host.ReadAsync(c => c.Regions.AsNoTracking().SingleAsync(r => r.Code == "910101"));
        Assert.Equal("/910000/910100/910101/", county.Path);

        var entries = await host.ReadAsync(c => c.AuditEntries.CountAsync());
        var again = await RegionsAsync(host, book);
        Assert.Equal((true, 0, 0, 3), (again.Applied, again.Added, again.Changed, again.Unchanged));
        Assert.Equal(entries, await host.ReadAsync(c => c.AuditEntries.CountAsync()));
    }

    [Theory, AllDatabases]
    public async Task Regions_WithOneMistake_AreNotImportedAtAll(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        const string Csv = "代码,名称,级别,上级代码\n910000,甲省,省,\n910100,甲市,市,910000\n910100,又一甲市,市,910000\n220104,朝阳区,县,220200\n910200,乙市,州,910000\n";

        var answer = await RegionsAsync(host, Encoding.UTF8.GetBytes(Csv));

        Assert.False(answer.Applied);
        Assert.Equal([(4, "代码"), (5, "上级代码"), (6, "级别")], answer.Problems.Select(p => (p.Row, p.Column)));
        Assert.All(answer.Problems, p => Assert.DoesNotContain('{', p.Text));
        Assert.Equal(0, await host.ReadAsync(c => c.Regions.CountAsync(r => r.Code.StartsWith("91"))));
    }

    [Theory, AllDatabases]
    public async Task Organisations_FromAFile_AreEntered_AndDuplicatesAndUnknownRegionsNamed(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        const string Good = "uscc,name,kind,region,verified\n91220100MA99B0001Q,示例一公司,enterprise,220100,yes\n";

        Assert.True((await OrganisationsAsync(host, Good)).Applied);
        var again = await OrganisationsAsync(host, Good);
        Assert.Equal((0, 0, 1), (again.Added, again.Changed, again.Unchanged));

        var bad = await OrganisationsAsync(host, Good + "91220100MA99B0001Q,同码公司,enterprise,220100,\n91220100MA99B0001A,错码公司,enterprise,220100,\n91220100MA99B0002U,无地区,Enterprise!,999999,maybe\n");
        Assert.False(bad.Applied);
        Assert.Contains((3, "uscc"), bad.Problems.Select(p => (p.Row, p.Column)));
        Assert.Contains((4, "uscc"), bad.Problems.Select(p => (p.Row, p.Column)));
        Assert.Superset(new HashSet<(int, string)> { (5, "kind"), (5, "region"), (5, "verified") }, bad.Problems.Select(p => (p.Row, p.Column)).ToHashSet());
        var kept = await host.ReadAsync(c => c.Organisations.AsNoTracking().SingleAsync(o => o.Uscc == "91220100MA99B0001Q"));
        Assert.Equal(("示例一公司", true), (kept.Name, kept.VerifiedAt is not null));
    }

    [Fact]
    public async Task Import_OfAHundredThousandRows_IsRefusedInBoundedTime_InEitherKindOfFile()
    {
        await using var host = await CaseHost.CreateAsync(DatabaseKind.Sqlite);
        var rows = Enumerable.Range(0, 100_000).Select(i => ImmutableArray.Create(i.ToString("D6", CultureInfo.InvariantCulture), "甲", "A", "province", ""));
        var csv = Encoding.UTF8.GetBytes(string.Join('\n', rows.Select(r => string.Join(',', r))));
        byte[][] contents = [csv, Xlsx.XlsxOf([Head, .. rows])];
        var watch = Stopwatch.StartNew();

        foreach (var content in contents)
        {
            var refused = await host.UseAsync<ImportRegions, Result<SheetImportDto>>(u =>
                u.RunAsync(new ImportRegions.Request("regions.csv", content, false), null, "zh-CN", default));
            Assert.Contains(refused.Error?.Code, (string?[])["sheets.tooManyRows", "sheets.tooLarge", "spreadsheets.tooLarge"]);
        }

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task Import_OfAWorkbookWithAFormula_NamesItsCell_AndTakesNothing()
    {
        await using var host = await CaseHost.CreateAsync(DatabaseKind.Sqlite);

        var answer = await RegionsAsync(host, Xlsx.XlsxOf([Head, ["910000", "甲省", "=1+1", "province", ""]]));

        var problem = Assert.Single(answer.Problems);
        Assert.Equal((2, "C", false), (problem.Row, problem.Column, answer.Applied));
    }

    private static async Task<SheetImportDto> RegionsAsync(CaseHost host, byte[] content, bool dryRun = false) =>
        (await host.UseAsync<ImportRegions, Result<SheetImportDto>>(u => u.RunAsync(new ImportRegions.Request("regions.csv", content, dryRun), null, "zh-CN", default))).Value;

    private static async Task<SheetImportDto> OrganisationsAsync(CaseHost host, string csv) =>
        (await host.UseAsync<ImportOrganisations, Result<SheetImportDto>>(u =>
            u.RunAsync(new ImportOrganisations.Request("organisations.csv", Encoding.UTF8.GetBytes(csv), false), null, "zh-CN", default))).Value;

    /// <summary>Workbooks with formulas where a text begins with an equals sign.</summary>
    private static class Xlsx
    {
        public static byte[] XlsxOf(IReadOnlyList<ImmutableArray<string>> rows)
        {
            var plain = XlsxWriter.Write("sheet", rows);
            if (!rows.Any(r => r.Any(c => c.StartsWith('='))))
            {
                return plain;
            }

            using var stream = new MemoryStream();
            stream.Write(plain);
            using (var document = SpreadsheetDocument.Open(stream, isEditable: true))
            {
                var sheet = document.WorkbookPart!.WorksheetParts.Single().Worksheet!;
                foreach (var cell in sheet.Descendants<Cell>().Where(c => c.InnerText.StartsWith('=')).ToList())
                {
                    cell.CellFormula = new CellFormula(cell.InnerText[1..]);
                    cell.InlineString = null;
                    cell.DataType = new EnumValue<CellValues>(CellValues.Number);
                }
            }

            return stream.ToArray();
        }
    }
}
