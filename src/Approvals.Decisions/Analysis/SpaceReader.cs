using System.Collections.Immutable;
using Approvals.Feel;

namespace Approvals.Decisions;

/// <summary>Works out the pieces of each input of a table and what the rules ask of them.</summary>
internal sealed class SpaceReader(DecisionTable table, TableSetting setting)
{
    private readonly ImmutableArray<NotAnalysed>.Builder _left = ImmutableArray.CreateBuilder<NotAnalysed>();

    /// <summary>What could not be taken into account.</summary>
    public ImmutableArray<NotAnalysed> Left => _left.ToImmutable();

    public RuleSpace Read()
    {
        var groups = table.Inputs.Select((input, column) => (input, column)).GroupBy(pair => FeelName.Normalize(pair.input.Expression.Text))
            .Select(group => group.Select(pair => pair.column).ToImmutableArray());
        ImmutableArray<Dimension> dimensions = [.. groups.Select(Dimension)];
        var surely = Sets(dimensions.Length);
        var perhaps = Sets(dimensions.Length);
        for (var i = 0; i < dimensions.Length; i++)
        {
            Fill(dimensions[i], i, surely, perhaps);
        }

        NoteDependence(dimensions);
        return new RuleSpace(table, dimensions, surely, perhaps);
    }

    private Bits[][] Sets(int dimensions) => [.. table.Rules.Select(_ => new Bits[dimensions])];

    private Dimension Dimension(ImmutableArray<int> columns)
    {
        var input = table.Inputs[columns[0]];
        var domain = new InputDomain([.. columns.Select(column => table.Inputs[column])], setting.TypeOf(input.Expression));
        var cells = columns.SelectMany(column => table.Rules.Select(rule => rule.Cells[column])).Where(cell => !cell.IsAny).ToList();
        var endpoints = cells.Concat(domain.Tests).SelectMany(test => test.Endpoints() ?? []).ToList();
        var (text, label) = (input.Expression.Text, input.Label);
        if (domain.Kind(endpoints) is not { } kind)
        {
            NoteWhole(cells, label, "decisions.analysis.kind");
            return Decisions.Dimension.Whole(text, label, columns, FeelValue.Null);
        }

        var ordered = cells.Concat(domain.Tests).Any(test => IsOrdering(test.Text));
        var pieces = PieceValues.Of(kind, endpoints, ordered);
        if (pieces is null || !pieces.Exists(domain.Admits))
        {
            NoteWhole(cells, label, pieces is null ? "decisions.analysis.unordered" : "decisions.analysis.nothingAllowed");
            return Decisions.Dimension.Whole(text, label, columns, FeelValue.Null);
        }

        NoteDomain(domain, label);
        return Pieces(text, label, columns, pieces, endpoints.Contains(FeelValue.Null), domain);
    }

    /// <summary>Null is an input of its own only where a cell speaks of it.</summary>
    private static Dimension Pieces(string text, string label, ImmutableArray<int> columns, List<FeelValue> pieces, bool withNull, InputDomain domain)
    {
        if (withNull)
        {
            pieces.Add(FeelValue.Null);
        }

        var allowed = new Bits(pieces.Count);
        for (var i = 0; i < pieces.Count; i++)
        {
            if (domain.Admits(pieces[i]))
            {
                allowed.Add(i);
            }
        }

        return new Dimension(text, label, columns, [.. pieces], allowed);
    }

    private void Fill(Dimension dimension, int place, Bits[][] surely, Bits[][] perhaps)
    {
        var truth = new CellTruth(dimension.Pieces);
        var nothing = new Bits(dimension.Pieces.Length);
        for (var rule = 0; rule < table.Rules.Length; rule++)
        {
            var (sure, possible) = (dimension.Allowed, dimension.Allowed);
            foreach (var column in dimension.Columns)
            {
                var cell = table.Rules[rule].Cells[column];
                var holds = dimension.IsExact || cell.IsAny ? truth.Of(cell) : null;
                sure = sure.And(holds ?? nothing);
                possible = holds is null ? possible : possible.And(holds);
                if (holds is null && dimension.IsExact)
                {
                    Note(rule + 1, table.Inputs[column].Label, "decisions.analysis.cell", cell.Text);
                }
            }

            (surely[rule][place], perhaps[rule][place]) = (sure, possible);
        }
    }

    private static bool IsOrdering(string text) =>
        text.AsSpan().ContainsAny('<', '>') || text.Contains("..", StringComparison.Ordinal) || text.Contains("between", StringComparison.Ordinal);

    private void NoteWhole(List<FeelUnaryTests> cells, string label, string code)
    {
        if (cells.Count > 0)
        {
            Note(null, label, code, "");
        }
    }

    private void NoteDomain(InputDomain domain, string label)
    {
        foreach (var test in domain.Tests.Where(test => test.Endpoints() is null))
        {
            Note(null, label, "decisions.analysis.allowed", test.Text);
        }
    }

    /// <summary>Columns that rest on the same data cannot take all pairs of values; an example may be out of reach.</summary>
    private void NoteDependence(ImmutableArray<Dimension> dimensions)
    {
        var sources = dimensions.Select(dimension => setting.SourcesOf(table.Inputs[dimension.Columns[0]].Expression).ToList()).ToList();
        for (var i = 0; i < dimensions.Length; i++)
        {
            for (var j = i + 1; j < dimensions.Length; j++)
            {
                if (sources[i].Exists(left => sources[j].Exists(right => TableSetting.AreRelated(left, right))))
                {
                    Note(null, $"{dimensions[i].Label}, {dimensions[j].Label}", "decisions.analysis.dependent", "");
                }
            }
        }
    }

    private void Note(int? rule, string label, string code, string text) => _left.Add(new NotAnalysed(rule, label, FindingTexts.Of(
        code, ("rule", $"{rule}"), ("column", label), ("text", text))));
}
