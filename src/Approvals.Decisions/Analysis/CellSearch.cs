using System.Globalization;
using Approvals.Feel;

namespace Approvals.Decisions;

/// <summary>Cells that ask for, or give, what the column does not allow.</summary>
internal static class CellSearch
{
    public static IEnumerable<TableFinding> Find(RuleSpace space, RuleOutputs outputs) => Inputs(space).Concat(Outputs(space, outputs)).Concat(Defaults(space));

    private static IEnumerable<TableFinding> Inputs(RuleSpace space)
    {
        foreach (var dimension in space.Dimensions.Where(dimension => dimension.IsExact))
        {
            var truth = new CellTruth(dimension.Pieces);
            foreach (var column in dimension.Columns)
            {
                foreach (var rule in space.Table.Rules)
                {
                    foreach (var finding in Cell(space, dimension, truth, space.Table.Inputs[column].Label, rule.Number, rule.Cells[column]))
                    {
                        yield return finding;
                    }
                }
            }
        }
    }

    private static IEnumerable<TableFinding> Cell(RuleSpace space, Dimension dimension, CellTruth truth, string label, int rule, FeelUnaryTests cell)
    {
        if (truth.Of(cell) is not { } whole)
        {
            yield break;
        }

        if (whole.IsEmpty)
        {
            yield return FindingTexts.Finding(space, FindingKind.Contradiction, [rule], label, [], "decisions.analysis.contradiction", ("cell", cell.Text), ("rule", Text(rule)));
            yield break;
        }

        foreach (var part in cell.Alternatives())
        {
            if (truth.Of(part) is { } pieces && (pieces.IsEmpty || !pieces.Meets(dimension.Allowed)))
            {
                var code = pieces.IsEmpty ? "decisions.analysis.contradiction" : "decisions.analysis.outside";
                var shown = pieces.IsEmpty ? [] : new[] { new ExampleValue(dimension.Input, label, dimension.Pieces[pieces.First]) };
                yield return FindingTexts.Finding(
                    space, pieces.IsEmpty ? FindingKind.Contradiction : FindingKind.OutsideAllowed, [rule], label, [.. shown], code, ("cell", part.Text), ("rule", Text(rule)));
            }
        }
    }

    private static IEnumerable<TableFinding> Outputs(RuleSpace space, RuleOutputs outputs)
    {
        for (var rule = 0; rule < space.RuleCount; rule++)
        {
            for (var i = 0; i < space.Table.Outputs.Length; i++)
            {
                var output = space.Table.Outputs[i];
                if (outputs.Of(rule, i) is { IsNull: false } value && !Admits(output, value))
                {
                    yield return FindingTexts.Finding(
                        space, FindingKind.OutsideAllowed, [rule + 1], output.Label, space.Example(space.Surely[rule]), "decisions.analysis.outputOutside",
                        ("cell", FeelWords.Told(value)), ("rule", Text(rule + 1)));
                }
            }
        }
    }

    private static IEnumerable<TableFinding> Defaults(RuleSpace space) => space.Table.Outputs
        .Where(output => output.Default is not null && RuleOutputs.Constant(output.Default) is { IsNull: false } value && !Admits(output, value))
        .Select(output => FindingTexts.Finding(
            space, FindingKind.OutsideAllowed, [], output.Label, [], "decisions.analysis.defaultOutside", ("cell", output.Default!.Text)));

    private static bool Admits(TableOutput output, FeelValue value)
    {
        var typed = output.Type.Coerce(value, "", new FeelRun());
        return !typed.IsNull && (output.AllowedValues is not { } allowed || CellTruth.Holds(allowed, typed));
    }

    private static string Text(int rule) => rule.ToString(CultureInfo.InvariantCulture);
}
