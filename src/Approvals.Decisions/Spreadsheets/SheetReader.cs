using System.Collections.Immutable;

namespace Approvals.Decisions;

/// <summary>Understands the rows of a sheet as a table.</summary>
internal sealed class SheetReader(string sheet, ImmutableArray<ImmutableArray<string>> rows, DecisionModel? model)
{
    private static readonly string[] Policies = ["UNIQUE", "ANY", "PRIORITY", "FIRST", "RULE ORDER", "OUTPUT ORDER", "COLLECT"];
    private static readonly string[] Aggregations = ["SUM", "COUNT", "MIN", "MAX"];

    private readonly ImmutableArray<SheetProblem>.Builder _problems = ImmutableArray.CreateBuilder<SheetProblem>();

    public SheetReading Read()
    {
        if (rows.Length > TableSheet.MostRows || rows.Any(row => row.Length > TableSheet.MostColumns))
        {
            Problem(0, 0, "decisions.sheet.tooLarge", ("rows", $"{TableSheet.MostRows}"), ("columns", $"{TableSheet.MostColumns}"));
            return new SheetReading(null, _problems.ToImmutable());
        }

        var columns = Columns();
        if (!columns.Exists(column => column.Kind == TableSheet.Output))
        {
            Problem(TableSheet.KindRow, 1, "decisions.sheet.noOutput");
            return new SheetReading(null, _problems.ToImmutable());
        }

        List<int> Places(string kind) => columns.FindAll(column => column.Kind == kind).ConvertAll(column => column.Place);
        var (inputs, outputs) = (Places(TableSheet.Input), Places(TableSheet.Output));
        var table = Table(inputs, outputs, Places(TableSheet.Annotation), columns.Find(column => column.Kind == TableSheet.Description).Place);
        CheckIds();
        new SheetCheck(model, Problem).Check(table, inputs, outputs, [.. RuleRows()]);
        return new SheetReading(table, [.. _problems.OrderBy(problem => SheetAddress.Parse(problem.Address[(sheet.Length + 1)..]))]);
    }

    private TableGrid Table(List<int> inputs, List<int> outputs, List<int> annotations, int description)
    {
        var (policy, aggregation) = Policy();
        return new TableGrid(Cell(0, 0))
        {
            HitPolicy = policy,
            Aggregation = aggregation,
            Inputs = [.. inputs.Select(at => new GridInput(Cell(TableSheet.NameRow, at), Given(TableSheet.LabelRow, at), Given(TableSheet.TypeRow, at), Given(TableSheet.AllowedRow, at)))],
            Outputs = [.. outputs.Select(at => new GridOutput(
                Cell(TableSheet.NameRow, at), Given(TableSheet.LabelRow, at), Given(TableSheet.TypeRow, at), Given(TableSheet.AllowedRow, at), Given(TableSheet.DefaultRow, at)))],
            Annotations = [.. annotations.Select(at => Cell(TableSheet.NameRow, at))],
            Rules = [.. RuleRows().Select(row => new GridRule(
                [.. inputs.Select(at => Given(row, at) ?? "-")], [.. outputs.Select(at => Cell(row, at))], [.. annotations.Select(at => Cell(row, at))])
            {
                Id = Given(row, 0),
                Description = description == 0 ? null : Given(row, description),
            })],
        };
    }

    /// <summary>Columns after the first, as far as one says what it is; cells under one that does not are a mistake.</summary>
    private List<(int Place, string Kind)> Columns()
    {
        var columns = new List<(int, string)>();
        for (var column = 1; column < rows.Max(row => (int?)row.Length); column++)
        {
            var kind = Cell(TableSheet.KindRow, column);
            if (kind is TableSheet.Input or TableSheet.Output or TableSheet.Annotation or TableSheet.Description)
            {
                columns.Add((column, kind));
            }
            else if (kind.Length > 0 || Enumerable.Range(TableSheet.LabelRow, Math.Max(0, rows.Length - TableSheet.LabelRow)).Any(row => Cell(row, column).Length > 0))
            {
                Problem(TableSheet.KindRow, column, "decisions.sheet.unknownKind", ("text", kind));
            }
        }

        return columns;
    }

    private (string Policy, string? Aggregation) Policy()
    {
        var text = Cell(0, 1).ToUpperInvariant();
        var (policy, aggregation) = text.StartsWith("COLLECT ", StringComparison.Ordinal) ? ("COLLECT", text["COLLECT ".Length..].Trim()) : (text.Length == 0 ? "UNIQUE" : text, null);
        if (!Policies.Contains(policy) || (aggregation is not null && !Aggregations.Contains(aggregation)))
        {
            Problem(0, 1, "decisions.sheet.unknownPolicy", ("text", Cell(0, 1)));
            return ("UNIQUE", null);
        }

        return (policy, aggregation);
    }

    /// <summary>Rows with anything in them.</summary>
    private IEnumerable<int> RuleRows() => Enumerable.Range(TableSheet.FirstRule, Math.Max(0, rows.Length - TableSheet.FirstRule))
        .Where(row => rows[row].Any(cell => !string.IsNullOrWhiteSpace(cell)));

    private void CheckIds()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in RuleRows().Where(row => Cell(row, 0).Length > 0 && !seen.Add(Cell(row, 0))))
        {
            Problem(row, 0, "decisions.sheet.sameId", ("text", Cell(row, 0)));
        }
    }

    private string Cell(int row, int column) => row < rows.Length && column < rows[row].Length ? rows[row][column].Trim() : "";

    private string? Given(int row, int column) => Cell(row, column) is { Length: > 0 } text ? text : null;

    private void Problem(int row, int column, string code, params ReadOnlySpan<(string Name, string Value)> data)
    {
        var address = $"{sheet}!{SheetAddress.Of(row, column)}";
        _problems.Add(new SheetProblem(address, DecisionTexts.Located(address, code, data)));
    }
}
