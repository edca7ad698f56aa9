using System.Collections.Immutable;

namespace Approvals.Decisions;

/// <summary>Rules that others come before, wholly or in part, where the first or most important rule decides.</summary>
internal static class MaskSearch
{
    public static IEnumerable<TableFinding> Find(RuleSpace space, RuleOutputs outputs, SearchBudget budget)
    {
        if (outputs.Precedence() is not { } order)
        {
            yield break;
        }

        for (var place = 1; place < order.Count; place++)
        {
            var rule = order[place];
            var before = order.Take(place).Where(other => space.Overlap(other, rule)).ToList();
            if (before.Count == 0 || !space.IsPerhapsSatisfiable(rule))
            {
                continue;
            }

            var open = new Coverage(space.Perhaps[rule], before.ConvertAll(other => space.Surely[other]), budget, 1).Uncovered();
            if (open.Count == 0 && !budget.IsSpent)
            {
                yield return Unreachable(space, rule, before);
            }
            else if (Masked(space, outputs, order, rule, before) is { } masked)
            {
                yield return masked;
            }
        }
    }

    private static TableFinding Unreachable(RuleSpace space, int rule, List<int> before)
    {
        var example = space.Example(space.IsSurelySatisfiable(rule) ? space.Surely[rule] : space.Perhaps[rule]);
        ImmutableArray<int> others = [.. before.Select(other => other + 1).Order()];
        return FindingTexts.Finding(
            space, FindingKind.Unreachable, [rule + 1], null, example, "decisions.analysis.unreachable", ("others", FindingTexts.Rules(others)));
    }

    /// <summary>An exception that stands before the more general rule is how such tables are written; only what crosses is told.</summary>
    private static TableFinding? Masked(RuleSpace space, RuleOutputs outputs, IReadOnlyList<int> order, int rule, List<int> before)
    {
        var crossing = before.FindAll(other => outputs.Same(other, rule) == false && !space.IsWithin(other, rule));
        if (crossing.Count == 0)
        {
            return null;
        }

        var example = space.Common(crossing[0], rule);
        var point = example.Select(set => Only(set)).ToArray();
        var decides = order.First(other => space.Surely[other].Zip(point, (set, piece) => set.Meets(piece)).All(holds => holds));
        ImmutableArray<int> rules = [.. crossing.Append(rule).Select(other => other + 1).Order()];
        return FindingTexts.Finding(
            space, FindingKind.Masked, rules, null, space.Example(example), "decisions.analysis.masked",
            ("rule", $"{rule + 1}"), ("decides", $"{decides + 1}"), ("others", FindingTexts.Rules([.. crossing.Select(other => other + 1)])));
    }

    /// <summary>The piece that an example shows.</summary>
    private static Bits Only(Bits set)
    {
        var only = new Bits(set.Length);
        only.Add(set.First);
        return only;
    }
}
