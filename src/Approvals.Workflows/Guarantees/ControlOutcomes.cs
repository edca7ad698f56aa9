namespace Approvals.Workflows;

/// <summary>The outcomes activities may leave by when conditions are free unless they are provably constant.</summary>
internal sealed class ControlOutcomes(ProvableValue provable)
{
    private const int MaximumCases = 6;

    /// <summary>Whether some activity had more alternatives than are tried.</summary>
    public bool IsCut { get; private set; }

    /// <summary>The flag a condition always has; null when it may be the one or the other.</summary>
    public bool? Holds(FeelInput<bool> condition) => provable.Flag(condition);

    /// <summary>Sets of outcomes, each of which may be the one.</summary>
    public ImmutableArray<ImmutableArray<string>> Of(ActivityNode node)
    {
        var sets = node.Activity switch
        {
            FlowDecision decision => Decision(provable.Flag(decision.Condition)),
            FlowSwitch chooses => Switch(chooses),
            FlowFork fork => [fork.Branches.Constant],
            _ => Each(node),
        };
        return [.. sets.Where(s => !node.Activity.NeedsBranch || node.Parent?.Activity.HasWay(node.Id, s) != false)];
    }

    private static IEnumerable<ImmutableArray<string>> Decision(bool? holds) => holds switch
    {
        true => [["True"]],
        false => [["False"]],
        null => [["True"], ["False"]],
    };

    private static IEnumerable<ImmutableArray<string>> Each(ActivityNode node)
    {
        var offered = node.Activity.NeededOutcomes.ToList();
        var outcomes = offered.Count > 0 ? offered : node.Activity.Outcomes is { } known ? [.. known] : Connected(node);
        return outcomes.Count == 0 ? [[]] : outcomes.Distinct(StringComparer.Ordinal).Select(o => ImmutableArray.Create(o));
    }

    private static List<string> Connected(ActivityNode node) => node.Parent?.Activity is Flowchart flowchart && flowchart.Graph.Outbound(node.Id) is { Count: > 0 } outbound
        ? [.. outbound.Select(c => c.Port)]
        : ["Done"];

    private IEnumerable<ImmutableArray<string>> Switch(FlowSwitch chooses)
    {
        var open = chooses.Cases.Select(c => (c.Label, Holds: provable.Flag(c.Condition))).Where(c => c.Holds != false).ToList();
        if (chooses.Mode.Constant is not ("MatchAny" or "1"))
        {
            var certain = open.FindIndex(c => c.Holds == true);
            return certain < 0
                ? [.. open.Select(c => ImmutableArray.Create(c.Label)), ["Default"]]
                : open.Take(certain + 1).Select(c => ImmutableArray.Create(c.Label));
        }

        if (open.Count > MaximumCases)
        {
            IsCut = true;
        }

        return Subsets(open.Take(MaximumCases).ToList());
    }

    private static IEnumerable<ImmutableArray<string>> Subsets(List<(string Label, bool? Holds)> cases) => Enumerable.Range(0, 1 << cases.Count)
        .Select(bits => cases.Where((_, i) => (bits & (1 << i)) != 0).ToList())
        .Where(chosen => cases.TrueForAll(c => c.Holds != true || chosen.Contains(c)))
        .Select(chosen => chosen.Count == 0 ? ImmutableArray.Create("Default") : [.. chosen.Select(c => c.Label)]);
}
