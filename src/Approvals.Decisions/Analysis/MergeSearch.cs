using System.Collections.Immutable;

namespace Approvals.Decisions;

/// <summary>Rules of the same result and annotations that could be written as one; those that never decide are left out.</summary>
internal sealed class MergeSearch(RuleSpace space, RuleOutputs outputs, HashSet<int> idle)
{
    public const int MostMerges = 50;

    private DecisionTable Table => space.Table;

    private bool KeepsOrder => Table.Policy is HitPolicy.First or HitPolicy.RuleOrder or HitPolicy.OutputOrder or HitPolicy.Collect;

    private bool CountsTwice => Table.Policy is HitPolicy.RuleOrder or HitPolicy.OutputOrder or HitPolicy.Collect;

    public IEnumerable<TableFinding> Find()
    {
        var merged = new HashSet<int>();
        var found = Enumerable.Range(0, space.Dimensions.Length).SelectMany(dimension => Alike(dimension, merged)).ToList();
        return found.Concat(Needless(merged)).Take(MostMerges);
    }

    /// <summary>A rule that never decides is told as such; it has nothing to add to another.</summary>
    private IEnumerable<int> Candidates() => Enumerable.Range(0, space.RuleCount).Where(rule => !idle.Contains(rule) && space.IsSurelySatisfiable(rule));

    /// <summary>Rules that differ in one input alone.</summary>
    private List<TableFinding> Alike(int dimension, HashSet<int> merged)
    {
        var found = new List<TableFinding>();
        var groups = Candidates().GroupBy(rule => Key(rule, dimension), StringComparer.Ordinal);
        foreach (var group in groups.Where(group => group.Skip(1).Any()))
        {
            var rules = group.ToList();
            var first = rules[0];
            var together = rules.FindAll(rule => rule == first || MayJoin(first, rule, rules));
            if (together.Count > 1)
            {
                merged.UnionWith(together);
                found.Add(Merge(together, dimension));
            }
        }

        return found;
    }

    private TableFinding Merge(List<int> rules, int dimension)
    {
        var column = space.Dimensions[dimension].Columns[0];
        var cells = rules.Select(rule => Table.Rules[rule].Cells[column].Text).Distinct(StringComparer.Ordinal).ToList();
        var union = rules.Select(rule => space.Surely[rule][dimension]).Aggregate((left, right) => left.Or(right));
        var cell = space.Dimensions[dimension].Allowed.IsWithin(union) ? "-"
            : cells.Exists(text => text.StartsWith("not", StringComparison.Ordinal)) || space.Dimensions[dimension].Columns.Length > 1 ? "…"
            : string.Join(", ", cells);
        return FindingTexts.Finding(
            space, FindingKind.Mergeable, Numbers(rules), space.Dimensions[dimension].Label, space.Example(space.Surely[rules[1]]), "decisions.analysis.mergeable", ("cell", cell))
            with
        { Merged = cell == "…" ? null : cell, Input = column };
    }

    /// <summary>A rule whose inputs another rule of the same result covers as well.</summary>
    private IEnumerable<TableFinding> Needless(HashSet<int> merged)
    {
        if (Table.Policy is not (HitPolicy.First or HitPolicy.Any or HitPolicy.Priority))
        {
            yield break;
        }

        foreach (var group in Candidates().Where(rule => !merged.Contains(rule)).GroupBy(Result, StringComparer.Ordinal))
        {
            foreach (var inner in group)
            {
                var outer = group.Where(other => other != inner && IsNeedless(inner, other)).Select(other => (int?)other).FirstOrDefault();
                if (outer is { } other)
                {
                    yield return FindingTexts.Finding(
                        space, FindingKind.Mergeable, Numbers([inner, other]), null, space.Example(space.Surely[inner]), "decisions.analysis.needless",
                        ("inner", $"{inner + 1}"), ("outer", $"{other + 1}"));
                }
            }
        }
    }

    /// <summary>A later rule inside an earlier one is unreachable, which is told as such.</summary>
    private bool IsNeedless(int inner, int outer) =>
        space.IsWithin(inner, outer) && (Table.Policy == HitPolicy.Any ? inner > outer || !space.IsWithin(outer, inner)
            : inner < outer && Between(inner, outer).All(other => outputs.Same(inner, other) == true || !space.MayOverlap(inner, other)));

    /// <summary>Whether a rule may move up to another without changing any result.</summary>
    private bool MayJoin(int first, int rule, List<int> group)
    {
        if (CountsTwice && group.Exists(other => other != rule && space.MayOverlap(other, rule)))
        {
            return false;
        }

        return !KeepsOrder || Between(first, rule).All(other =>
            group.Contains(other) || !space.MayOverlap(other, rule) || (!CountsTwice && outputs.Same(other, rule) == true));
    }

    private static IEnumerable<int> Between(int first, int last) => Enumerable.Range(first + 1, last - first - 1);

    /// <summary>What rules must share to be one but for a dimension: result, annotations, and every other cell.</summary>
    private string Key(int rule, int dimension)
    {
        var cells = space.Dimensions.Select((other, i) => i == dimension ? "" : Cell(rule, i));
        return IsExact(rule, dimension) ? $"{Result(rule)}\u0001{string.Join('\u0001', cells)}" : $"\u0002{rule}";
    }

    private bool IsExact(int rule, int dimension) => space.Dimensions[dimension].IsExact && space.Surely[rule][dimension].Equals(space.Perhaps[rule][dimension]);

    private string Cell(int rule, int dimension) => IsExact(rule, dimension)
        ? string.Join(',', space.Surely[rule][dimension].Members())
        : string.Join('\u0003', space.Dimensions[dimension].Columns.Select(column => Table.Rules[rule].Cells[column].Text));

    private string Result(int rule) => string.Join('\u0001', Table.Rules[rule].Outputs.Select((output, i) => outputs.Of(rule, i)?.ToString() ?? output.Text)
        .Concat(Table.Rules[rule].Annotations.Select(pair => $"{pair.Key}={pair.Value}")));

    private static ImmutableArray<int> Numbers(IEnumerable<int> rules) => [.. rules.Select(rule => rule + 1).Order()];
}
