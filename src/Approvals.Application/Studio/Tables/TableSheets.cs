using System.Collections.Immutable;
using Approvals.Application.Rights;
using Approvals.Application.Sheets;
using Approvals.Decisions;
using Approvals.Domain.Studio.Tables;

namespace Approvals.Application.Studio.Tables;

/// <summary>What a file holds as a table.</summary>
/// <param name="Rows">Its rows, to be written as they are; empty when they make no table.</param>
/// <param name="Rules">How many rules it has.</param>
/// <param name="Added">How many of them are new.</param>
/// <param name="Changed">How many of them differ.</param>
/// <param name="Removed">How many rules of the table it lacks.</param>
/// <param name="Problems">Its mistakes, each with the cell's address.</param>
public sealed record ReadTableDto(IReadOnlyList<IReadOnlyList<string>> Rows, int Rules, int Added, int Changed, int Removed, IReadOnlyList<string> Problems);

/// <summary>Gives a table of a version away as a spreadsheet, and reads one before it is written.</summary>
public sealed class TableSheets(DraftTables drafts, ISheetFiles sheets, MessageCatalog texts)
{
    /// <summary>The table as the rows of a sheet.</summary>
    public async Task<Result<SheetTable>> ExportAsync(Guid version, string file, string decision, CurrentUser user, CancellationToken cancellationToken)
    {
        var opened = await drafts.OpenAsync(version, file, user, cancellationToken);
        return opened.Bind(found => found.Document.Table(decision)).Map(table => new SheetTable(table.Name, TableSheet.Rows(table)));
    }

    /// <summary>What a file would make of the table; nothing is written.</summary>
    public async Task<Result<ReadTableDto>> ReadAsync(
        Guid version, string file, string decision, string name, ReadOnlyMemory<byte> content, CurrentUser user, CancellationToken cancellationToken)
    {
        var opened = await drafts.OpenAsync(version, file, user, cancellationToken);
        var table = opened.Bind(found => found.Document.Table(decision));
        var sheet = sheets.Read(name, content, TableSheet.MostRows);
        if (!table.IsSuccess || !sheet.IsSuccess)
        {
            return table.Error ?? sheet.Error!;
        }

        var model = DraftDecisions.Load(opened.Value.Draft.Files, opened.Value.Draft.Shared).Model(DraftTables.PathOf(file));
        var read = TableSheet.Read(table.Value.Name, sheet.Value.Rows, model);
        var strange = sheet.Value.Problems.Select(problem => $"{problem.Column}{problem.Row}: {texts.Format(problem.Code, problem.Data, user.Language)}");
        return new ReadTableDto(
            read.Table is null ? [] : [.. sheet.Value.Rows.Select(row => (IReadOnlyList<string>)row)], read.Table?.Rules.Length ?? 0, Added(table.Value, read.Table), Changed(table.Value, read.Table),
            read.Table is null ? 0 : table.Value.Rules.Count(rule => read.Table.Rules.All(other => other.Id != rule.Id)),
            [.. strange, .. read.Problems.Select(problem => problem.Message.In(user.Language))]);
    }

    private static int Added(TableGrid table, TableGrid? read) => read?.Rules.Count(rule => rule.Id is null || table.Rules.All(other => other.Id != rule.Id)) ?? 0;

    private static int Changed(TableGrid table, TableGrid? read) => read?.Rules.Count(rule =>
        rule.Id is not null && table.Rules.FirstOrDefault(other => other.Id == rule.Id) is { } old
        && !(Same(old.Cells, rule.Cells) && Same(old.Results, rule.Results) && Same(old.Annotations, rule.Annotations))) ?? 0;

    private static bool Same(ImmutableArray<string> left, ImmutableArray<string> right) => left.SequenceEqual(right, StringComparer.Ordinal);
}
