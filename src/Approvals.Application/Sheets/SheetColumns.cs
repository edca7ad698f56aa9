using System.Collections.Immutable;

namespace Approvals.Application.Sheets;

/// <summary>A column that a file has: its name for programs, which its head may say, too, and its head in either language.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Zh">Its head in Chinese.</param>
/// <param name="En">Its head in English.</param>
/// <param name="Required">Whether a file must have it.</param>
internal sealed record SheetColumn(string Name, string Zh, string En, bool Required = true)
{
    /// <summary>What else its head may say.</summary>
    public ImmutableArray<string> Also { get; init; } = [];

    /// <summary>Whether a head names it.</summary>
    public bool Is(string head) => Also.Append(Zh).Append(En).Append(Name).Contains(head, StringComparer.OrdinalIgnoreCase);
}

/// <summary>One row below the head, by column.</summary>
/// <param name="Number">The row as a spreadsheet counts.</param>
/// <param name="Cells">The texts by column name, without blanks around them; columns that the file lacks are empty.</param>
/// <param name="Heads">The heads by column name, as the file has them.</param>
internal sealed record SheetRow(int Number, ImmutableDictionary<string, string> Cells, ImmutableDictionary<string, string> Heads)
{
    /// <summary>The text of a column.</summary>
    public string this[string column] => Cells.GetValueOrDefault(column, "");

    /// <summary>A mistake in a column of the row, which is called as its head in the file is.</summary>
    public SheetProblem Problem(string column, string code) => new(Number, Heads.GetValueOrDefault(column, column), code);
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
        SheetColumn[] missing = [.. columns.Where(c => c.Required && !places.ContainsValue(c.Name))];
        if (missing.Length > 0)
        {
            // Without the column every row would be wrong in it, which says nothing more.
            problems.AddRange(missing.Select(c => new SheetProblem(1, "", "sheets.missingColumn").With("column", c.Zh).With("english", c.En)));
            return ([], problems.ToImmutable());
        }

        var heads = places.ToImmutableDictionary(p => p.Value, p => sheet.Rows[0][p.Key].Trim());
        ImmutableArray<SheetRow> rows =
        [
            .. from pair in sheet.Rows.Select((cells, index) => (cells, index)).Skip(1)
               where pair.cells.Any(c => !string.IsNullOrWhiteSpace(c))
               select new SheetRow(
                   pair.index + 1,
                   places.Where(p => p.Key < pair.cells.Length).ToImmutableDictionary(p => p.Value, p => pair.cells[p.Key].Trim()), heads),
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
            var column = columns.FirstOrDefault(c => c.Is(text));
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
