using System.Collections.Immutable;

namespace Approvals.Decisions;

/// <summary>Inputs that no rule covers.</summary>
internal static class GapSearch
{
    /// <summary>More gaps than this are not listed.</summary>
    public const int MostGaps = 20;

    public static IEnumerable<TableFinding> Find(RuleSpace space, SearchBudget budget)
    {
        if (space.Table.Outputs.Any(output => output.Default is not null))
        {
            return [];
        }

        var gaps = new Coverage(space.Whole, space.Perhaps, budget, MostGaps).Uncovered();
        return gaps.Select(gap => FindingTexts.Finding(space, FindingKind.Gap, [], null, space.Example(gap), "decisions.analysis.gap"));
    }
}

/// <summary>Inputs that two rules cover where the hit policy lets only one.</summary>
internal static class OverlapSearch
{
    public const int MostOverlaps = 100;

    public static IEnumerable<TableFinding> Find(RuleSpace space, RuleOutputs outputs) =>
        space.Table.Policy is HitPolicy.Unique or HitPolicy.Any ? Pairs(space, outputs).Take(MostOverlaps) : [];

    /// <summary>Pairs of rules whose outputs cannot be compared though the policy rests on that.</summary>
    public static IEnumerable<(int Left, int Right)> Unknown(RuleSpace space, RuleOutputs outputs)
    {
        if (space.Table.Policy != HitPolicy.Any)
        {
            yield break;
        }

        for (var left = 0; left < space.RuleCount; left++)
        {
            for (var right = left + 1; right < space.RuleCount; right++)
            {
                if (outputs.Same(left, right) is null && space.MayOverlap(left, right))
                {
                    yield return (left, right);
                }
            }
        }
    }

    private static IEnumerable<TableFinding> Pairs(RuleSpace space, RuleOutputs outputs)
    {
        var isAny = space.Table.Policy == HitPolicy.Any;
        for (var left = 0; left < space.RuleCount; left++)
        {
            for (var right = left + 1; right < space.RuleCount; right++)
            {
                if (space.Overlap(left, right) && (!isAny || outputs.Same(left, right) == false))
                {
                    ImmutableArray<int> rules = [left + 1, right + 1];
                    var example = space.Example(space.Common(left, right));
                    yield return FindingTexts.Finding(
                        space, FindingKind.Overlap, rules, null, example, isAny ? "decisions.analysis.overlapAny" : "decisions.analysis.overlap");
                }
            }
        }
    }
}
