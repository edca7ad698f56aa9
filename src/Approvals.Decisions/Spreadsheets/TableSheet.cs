using System.Collections.Immutable;

namespace Approvals.Decisions;

/// <summary>
/// A decision table as the cells of a sheet. The first row holds the name and the hit policy; six rows describe the columns: what
/// each is (input, output, annotation, description), its label, its expression or name, type, allowed values, and default
/// result; then each row is a rule, with its id in the first cell.
/// </summary>
public static class TableSheet
{
    internal const int KindRow = 1;
    internal const int LabelRow = 2;
    internal const int NameRow = 3;
    internal const int TypeRow = 4;
    internal const int AllowedRow = 5;
    internal const int DefaultRow = 6;
    internal const int FirstRule = 7;

    internal const string Input = "input";
    internal const string Output = "output";
    internal const string Annotation = "annotation";
    internal const string Description = "description";

    /// <summary>A sheet of more rows is refused.</summary>
    public const int MostRows = 20_000;

    /// <summary>A sheet of more columns is refused.</summary>
    public const int MostColumns = 200;

    /// <summary>The longest text of a cell that spreadsheets take.</summary>
    public const int MostCharacters = 32_767;

    /// <summary>The rows of a table.</summary>
    public static ImmutableArray<ImmutableArray<string>> Rows(TableGrid table)
    {
        var described = table.Rules.Any(rule => rule.Description is not null);
        var rows = new List<List<string>>
        {
            new() { table.Name, Policy(table) },
            new() { "kind" }, new() { "label" }, new() { "expression" }, new() { "type" }, new() { "allowed values" }, new() { "default" },
        };
        foreach (var input in table.Inputs)
        {
            Column(rows, Input, input.Label, input.Expression, input.Type, input.AllowedValues, null);
        }

        foreach (var output in table.Outputs)
        {
            Column(rows, Output, output.Label, output.Name, output.Type, output.AllowedValues, output.Default);
        }

        foreach (var annotation in table.Annotations)
        {
            Column(rows, Annotation, null, annotation, null, null, null);
        }

        if (described)
        {
            Column(rows, Description, null, "", null, null, null);
        }

        rows.AddRange(table.Rules.Select(rule => (List<string>)
            [rule.Id ?? "", .. rule.Cells, .. rule.Results, .. rule.Annotations, .. described ? new[] { rule.Description ?? "" } : []]));
        return [.. rows.Select(row => row.ToImmutableArray())];
    }

    /// <summary>The table of a sheet, and its mistakes by cell.</summary>
    /// <param name="sheet">The sheet's name, for the addresses.</param>
    /// <param name="rows">Its rows; cells that are missing are empty.</param>
    /// <param name="model">The model that the table is meant for, whose names and types it may use; null checks it by itself.</param>
    public static SheetReading Read(string sheet, ImmutableArray<ImmutableArray<string>> rows, DecisionModel? model = null) =>
        new SheetReader(sheet, rows, model).Read();

    private static void Column(List<List<string>> rows, string kind, string? label, string name, string? type, string? allowed, string? byDefault)
    {
        string?[] cells = [kind, label, name, type, allowed, byDefault];
        for (var i = 0; i < cells.Length; i++)
        {
            rows[KindRow + i].Add(cells[i] ?? "");
        }
    }

    private static string Policy(TableGrid table) => table.Aggregation is null ? table.HitPolicy : $"{table.HitPolicy} {table.Aggregation}";
}
