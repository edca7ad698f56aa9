using System.Collections.Immutable;

namespace Approvals.Application.Sheets;

/// <summary>A column that a file has: its name for programs, and what its head may say in either language.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Heads">What its head may say.</param>
/// <param name="Required">Whether a file must have it.</param>
internal sealed record SheetColumn(string Name, ImmutableArray<string> Heads, bool Required = true);

/// <summary>One row below the head, by column.</summary>
/// <param name="Number">The row as a spreadsheet counts.</param>
/// <param name="Cells">The texts by column name, without blanks around them; columns that the file lacks are empty.</param>
internal sealed record SheetRow(int Number, ImmutableDictionary<string, string> Cells)
{
    /// <summary>The text of a column.</summary>
    public string this[string column] => Cells.GetValueOrDefault(column, "");

    /// <summary>A mistake in a column of the row.</summary>
    public SheetProblem Problem(string column, string code) => new(Number, column, code);
}

/// <summary>Finds the columns of a file by its head, in whatever order they stand.</summary>
internal static class SheetColumns
{
    /// <summary>The longest text of a cell.</summary>
    private const int LongestCell = 500;

    /// <summary>The rows by column, and what is wrong with the head or with single cells.</summary>
    public static (ImmutableArray<SheetRow> Rows, ImmutableArray<SheetProblem> Problems) Read(Sheet sheet, params ImmutableArray<SheetColumn> columns)
    {
        var problems = sheet.Problems.ToBuilder();
        if (sheet.Rows.IsEmpty)
        {
            problems.Add(new SheetProblem(0, "", "sheets.empty"));
            return ([], problems.ToImmutable());
        }

        var places = Places(sheet.Rows[0], columns, problems);
        foreach (var missing in columns.Where(c => c.Required && !places.ContainsValue(c.Name)))
        {
            problems.Add(new SheetProblem(1, "", "sheets.missingColumn").With("column", missing.Heads[0]));
        }

        ImmutableArray<SheetRow> rows =
        [
            .. from pair in sheet.Rows.Select((cells, index) => (cells, index)).Skip(1)
               where pair.cells.Any(c => !string.IsNullOrWhiteSpace(c))
               select new SheetRow(
                   pair.index + 1,
                   places.Where(p => p.Key < pair.cells.Length).ToImmutableDictionary(p => p.Value, p => pair.cells[p.Key].Trim())),
        ];
        problems.AddRange(
            from row in rows
            from cell in row.Cells
            where cell.Value.Length > LongestCell
            select row.Problem(cell.Key, "sheets.tooLong").With("max", $"{LongestCell}"));
        return (rows, problems.ToImmutable());
    }

    private static Dictionary<int, string> Places(
        ImmutableArray<string> head, ImmutableArray<SheetColumn> columns, ImmutableArray<SheetProblem>.Builder problems)
    {
        var places = new Dictionary<int, string>();
        for (var at = 0; at < head.Length; at++)
        {
            var text = head[at].Trim();
            var column = columns.FirstOrDefault(c => c.Heads.Contains(text, StringComparer.OrdinalIgnoreCase));
            if (column is not null && !places.ContainsValue(column.Name))
            {
                places.Add(at, column.Name);
            }
            else if (text.Length > 0)
            {
                problems.Add(new SheetProblem(1, text, column is null ? "sheets.unknownColumn" : "sheets.columnTwice"));
            }
        }

        return places;
    }
}
