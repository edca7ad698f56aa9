using System.Text;
using Approvals.Web.Tests.BadInput;

namespace Approvals.Web.Tests.Rights;

/// <summary>The matrix as the document prints it.</summary>
internal static class MatrixTable
{
    private const string Begin = "<!-- rights: begin -->";
    private const string End = "<!-- rights: end -->";

    private static string File { get; } = Path.Combine(TestKit.Cases.CaseHost.Root(), "docs", "security.md");

    /// <summary>The table in the document.</summary>
    public static string InDocument()
    {
        var text = System.IO.File.ReadAllText(File);
        return text[(text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length)..text.IndexOf(End, StringComparison.Ordinal)].Trim();
    }

    /// <summary>Puts a table into the document.</summary>
    public static void Write(string table)
    {
        var text = System.IO.File.ReadAllText(File);
        var (begin, end) = (text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, text.IndexOf(End, StringComparison.Ordinal));
        System.IO.File.WriteAllText(File, $"{text[..begin]}\n{table}\n{text[end..]}");
    }

    /// <summary>A line an operation and kind of thing; kinds that fare alike are one line.</summary>
    public static string Of(IReadOnlyList<Cell> cells)
    {
        var lines = new StringBuilder();
        foreach (var asker in Office.Askers)
        {
            lines.Append(asker.Short).Append(" = ").Append(asker.Role).Append(asker.User is null ? "" : $" ({asker.User})").Append(asker == Office.Askers[^1] ? ".\n\n" : ", ");
        }

        lines.Append("| address | whose | ").AppendJoin(" | ", Office.Askers.Select(a => a.Short)).Append(" |\n|---|---|").Append(string.Concat(Office.Askers.Select(_ => "---|"))).Append('\n');
        foreach (var operation in Contract.Operations.OrderBy(o => o.Template, StringComparer.Ordinal).ThenBy(o => o.Method, StringComparer.Ordinal))
        {
            foreach (var line in Lines(operation.Name, cells.Where(c => c.Operation == operation.Name).ToLookup(c => c.Whose)))
            {
                lines.Append(line).Append('\n');
            }
        }

        return lines.ToString().Trim();
    }

    /// <summary>The kinds of things that a line speaks of, read back.</summary>
    public static IReadOnlyList<Whose?> KindsOf(string name) => name.Trim() switch
    {
        "own" => [Rights.Whose.Own],
        "office" => [Rights.Whose.Here],
        "elsewhere" => [Rights.Whose.There],
        "any" => [Rights.Whose.Own, Rights.Whose.Here, Rights.Whose.There],
        "" => [null],
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No kind of thing."),
    };

    /// <summary>What a line says of an outcome.</summary>
    public static string Word(int status) => status == 200 ? "✓" : $"{status}";

    private static IEnumerable<string> Lines(string operation, ILookup<Whose?, Cell> cells)
    {
        var rows = cells.OrderBy(c => c.Key).Select(c => (Whose: c.Key, Row: Row(c))).ToList();
        var isNobodys = rows[0].Whose is null;
        return rows.TrueForAll(r => rows.TrueForAll(o => Agree(r.Row, o.Row)))
            ? [$"| {operation} | {(isNobodys ? "" : "any")} | {string.Join(" | ", Together(rows.Select(r => r.Row)))} |"]
            : rows.Select(r => $"| {operation} | {Name(r.Whose)} | {string.Join(" | ", r.Row)} |");
    }

    /// <summary>What nobody has of their own is no difference.</summary>
    private static bool Agree(string[] row, string[] other) => row.Zip(other).All(pair => pair.First == pair.Second || pair.First.Length == 0 || pair.Second.Length == 0);

    private static string[] Together(IEnumerable<string[]> rows) => rows.Aggregate((some, more) => [.. some.Zip(more, (a, b) => a.Length > 0 ? a : b)]);

    private static string Name(Whose? whose) => whose switch { Rights.Whose.Own => "own", Rights.Whose.Here => "office", Rights.Whose.There => "elsewhere", _ => "" };

    private static string[] Row(IEnumerable<Cell> cells)
    {
        var byRole = cells.ToDictionary(c => c.Role);
        return [.. Office.Askers.Select(a => byRole.TryGetValue(a.Role, out var cell) ? Word(cell.IsRefused ? cell.Status : 200) : "")];
    }
}
