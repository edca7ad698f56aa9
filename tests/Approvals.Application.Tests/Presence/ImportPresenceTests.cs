using System.Collections.Immutable;
using System.Text;
using Approvals.Application.Presence;
using Approvals.Application.Rights;
using Approvals.Application.Sheets;
using Approvals.Infrastructure.Spreadsheets;
using Approvals.TestKit.Database;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Tests.Presence;

/// <summary>An employer's days of presence from a file.</summary>
public sealed class ImportPresenceTests
{
    private const string Head = "证件编号,起始日期,终止日期,证据\n";

    [Theory, AllDatabases]
    public async Task Import_OnTrial_WritesNothing_AndThenEntersAllOnce(DatabaseKind kind)
    {
        await using var ledgers = await Ledgers.OpenAsync(kind);
        var rows = $"{Head}{ledgers.Held.Number},2026-01-05,2026-01-23,个税扣缴、交通出行\n{ledgers.Held.Number},2026/2/3,2026/2/9,盖章考勤表；工作日志\n";

        var trial = await ImportAsync(ledgers, rows, trial: true);
        Assert.Equal((false, 2, 0), (trial.Value.Applied, trial.Value.Added, await ledgers.Host.ReadAsync(c => c.PresenceIntervals.CountAsync())));
        Assert.True((await ImportAsync(ledgers, rows)).Value.Applied);
        var again = await ImportAsync(ledgers, rows);

        Assert.Equal((0, 2), (again.Value.Added, again.Value.Unchanged));
        var count = (await ledgers.ReadAsync(ledgers.Talent)).Count;
        Assert.Equal((26, 19, 7), (count.Days, count.ClassA, count.ClassB));
        Assert.Equal(1, await ledgers.Host.ReadAsync(c => c.AuditEntries.CountAsync(e => e.Action == "presence.imported")));
    }

    [Theory, AllDatabases]
    public async Task Import_WithMistakes_NamesEachCellInTheReadersLanguageAndTakesNothing(DatabaseKind kind)
    {
        await using var ledgers = await Ledgers.OpenAsync(kind);
        var number = ledgers.Held.Number;
        var rows = $"NOBODY,2026-01-05,2026-01-06,tax\n{number},yesterday,2026-01-06,tax\n{number},2026-01-09,2026-01-08,tax\n{number},2026-02-01,2026-04-01,tax\n"
            + $"{number},2026-01-05,2026-01-06,hearsay\n{number},2026-01-10,2026-01-11,tax\n{number},2026-01-10,2026-01-11,tax\n";

        var chinese = await ImportAsync(ledgers, Head + rows);
        var english = await ImportAsync(ledgers, "certificate,from,to,proofs\n" + rows, language: "en");

        Assert.Equal(["2 证件编号", "3 起始日期", "4 终止日期", "5 终止日期", "6 证据", "8 起始日期"], Told(chinese));
        Assert.Equal(["2 certificate", "3 from", "4 to", "5 to", "6 proofs", "8 from"], Told(english));
        Assert.Contains("“yesterday”不是日期", chinese.Value.Problems[1].Text, StringComparison.Ordinal);
        Assert.Contains("\"yesterday\" is no date", english.Value.Problems[1].Text, StringComparison.Ordinal);
        Assert.Equal(0, await ledgers.Host.ReadAsync(c => c.PresenceIntervals.CountAsync()));
    }

    [Theory, AllDatabases]
    public async Task Import_Workbook_IsReadAsTheTextFileIs(DatabaseKind kind)
    {
        await using var ledgers = await Ledgers.OpenAsync(kind);
        var book = XlsxWriter.Write("在吉", [Columns, [ledgers.Held.Number, "2026-01-05", "2026年1月23日", "个税扣缴、交通出行"], [], [ledgers.Held.Number, "2026.2.3", "20260209", "盖章考勤表，日志"]]);

        var taken = await ImportAsync(ledgers, "presence.xlsx", book);

        Assert.Equal((true, 2), (taken.Value.Applied, taken.Value.Added));
        var count = (await ledgers.ReadAsync(ledgers.Talent)).Count;
        Assert.Equal((26, 19, 7), (count.Days, count.ClassA, count.ClassB));
        Assert.Equal((0, 2), await AgainAsync());

        async Task<(int, int)> AgainAsync()
        {
            var again = await ImportAsync(ledgers, "presence.xlsx", book);
            return (again.Value.Added, again.Value.Unchanged);
        }
    }

    [Theory, AllDatabases]
    public async Task Import_WorkbookWithOneWrongCellAmongManyRows_NamesItAndTakesNotEvenTheRightRows(DatabaseKind kind)
    {
        await using var ledgers = await Ledgers.OpenAsync(kind);
        var days = Enumerable.Range(1, 28).Select(day => ImmutableArray.Create(ledgers.Held.Number, $"2026-01-{day:00}", $"2026-01-{day:00}", "tax + travel"));
        ImmutableArray<string>[] rows = [Columns, .. days, [ledgers.Held.Number, "2026-02-30", "2026-02-30", ""]];

        var refused = await ImportAsync(ledgers, "presence.xlsx", XlsxWriter.Write("在吉", rows));

        Assert.Equal(["30 起始日期", "30 终止日期", "30 证据"], Told(refused));
        Assert.Equal((false, 0, 0), (refused.Value.Applied, refused.Value.Added, await ledgers.Host.ReadAsync(c => c.PresenceIntervals.CountAsync())));
        Assert.Equal(0, await ledgers.Host.ReadAsync(c => c.AuditEntries.CountAsync(e => e.Action == "presence.imported")));
        Assert.True((await ImportAsync(ledgers, "presence.xlsx", XlsxWriter.Write("在吉", rows[..^1]))).Value.Applied);
        Assert.Equal(28, await ledgers.Host.ReadAsync(c => c.PresenceIntervals.CountAsync()));
    }

    [Fact]
    public async Task Import_WorkbookWithoutAColumnOrNoWorkbook_SaysSo()
    {
        await using var ledgers = await Ledgers.OpenAsync(DatabaseKind.Sqlite);

        var without = await ImportAsync(ledgers, "presence.xlsx", XlsxWriter.Write("在吉", [["证件编号", "起始日期", "终止日期"], [ledgers.Held.Number, "2026-01-05", "2026-01-05"]]));
        var broken = await ImportAsync(ledgers, "presence.xlsx", "PK nothing more"u8.ToArray());

        Assert.Contains("证据", Assert.Single(without.Value.Problems).Text, StringComparison.Ordinal);
        Assert.False(without.Value.Applied);
        Assert.False(broken.IsSuccess);
    }

    [Theory, AllDatabases]
    public async Task Import_ByWhoDoesNotActForTheEmployer_IsRefused(DatabaseKind kind)
    {
        await using var ledgers = await Ledgers.OpenAsync(kind);

        foreach (var user in new[] { ledgers.Talent, ledgers.Host.First, ledgers.Office.Clerk })
        {
            Assert.False((await ImportAsync(ledgers, Head, by: user)).IsSuccess);
        }
    }

    private static string[] Told(Result<SheetImportDto> found) => [.. found.Value.Problems.Select(p => $"{p.Row} {p.Column}")];

    private static ImmutableArray<string> Columns => [.. Head.Trim().Split(',')];

    private static Task<Result<SheetImportDto>> ImportAsync(Ledgers ledgers, string file, byte[] content) => ledgers.Host.UseAsync<ImportPresence, Result<SheetImportDto>>(
        u => u.HandleAsync(new ImportPresence.Request(ledgers.Employer, file, content, DryRun: false), ledgers.Agent, default));

    private static Task<Result<SheetImportDto>> ImportAsync(Ledgers ledgers, string rows, bool trial = false, string language = "zh-CN", CurrentUser? by = null) =>
        ledgers.Host.UseAsync<ImportPresence, Result<SheetImportDto>>(u => u.HandleAsync(
            new ImportPresence.Request(ledgers.Employer, "presence.csv", Encoding.UTF8.GetBytes(rows), trial), (by ?? ledgers.Agent) with { Language = language }, default));
}
