namespace Approvals.Workflows;

/// <summary>The outcomes activities may leave by when conditions are free unless they are provably constant.</summary>
internal sealed class ControlOutcomes(ProvableValue provable)
{
    private const int MaximumCases = 6;

    /// <summary>Whether some activity had more alternatives than are tried.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Something is not looked into.</summary>
    public void Cut() => IsCut = true;

    /// <summary>The flag a condition always has; null when it may be the one or the other. Names mean something else inside another definition.</summary>
    public bool? Holds(ActivityNode node, FeelInput<bool> condition) =>
        node.Definition.Prefix.Length > 0 && condition.Expression is not ConstantExpression ? null : provable.Flag(condition);

    /// <summary>Sets of cases of a switch, each of which may be those that match; the empty one stands for the default.</summary>
    public ImmutableArray<ImmutableArray<int>> Matches(ActivityNode node, Switch choice) => Matches(node, choice.Cases, choice.Mode);

    /// <summary>Sets of outcomes, each of which may be the one.</summary>
    public ImmutableArray<ImmutableArray<string>> Of(ActivityNode node)
    {
        IEnumerable<ImmutableArray<string>> sets = node.Activity switch
        {
            FlowDecision decision => Decision(Holds(node, decision.Condition)),
            FlowSwitch chooses => Matches(node, chooses.Cases, chooses.Mode).Select(s => s.IsEmpty ? ["Default"] : s.Select(i => chooses.Cases[i].Label).ToImmutableArray()),
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
        var offered = node.Activity.PossibleOutcomes.Where(o => !IsLeftOut(node, o)).ToList();
        var outcomes = offered.Count > 0 ? offered : node.Activity.Outcomes is { } known ? [.. known] : Connected(node);
        return outcomes.Count == 0 ? [[]] : outcomes.Distinct(StringComparer.Ordinal).Select(o => ImmutableArray.Create(o));
    }

    /// <summary>A child's result that leads nowhere is a plain Done.</summary>
    private static bool IsLeftOut(ActivityNode node, string outcome) =>
        node.Activity is StartCase && outcome != "Done" && node.Parent?.Activity.HasWay(node.Id, [outcome]) == false;

    private static List<string> Connected(ActivityNode node) => node.Parent?.Activity is Flowchart flowchart && flowchart.Graph.Outbound(node.Id) is { Count: > 0 } outbound
        ? [.. outbound.Select(c => c.Port)]
        : ["Done"];

    private ImmutableArray<ImmutableArray<int>> Matches(ActivityNode node, ImmutableArray<SwitchCase> cases, FeelInput<string> mode)
    {
        var open = cases.Select((c, i) => (Case: i, Holds: Holds(node, c.Condition))).Where(c => c.Holds != false).ToList();
        if (mode.Constant is not ("MatchAny" or "1"))
        {
            var certain = open.FindIndex(c => c.Holds == true);
            return certain < 0
                ? [.. open.Select(c => ImmutableArray.Create(c.Case)), []]
                : [.. open.Take(certain + 1).Select(c => ImmutableArray.Create(c.Case))];
        }

        if (open.Count > MaximumCases)
        {
            IsCut = true;
        }

        return [.. Subsets(open.Take(MaximumCases).ToList())];
    }

    private static IEnumerable<ImmutableArray<int>> Subsets(List<(int Case, bool? Holds)> cases) => Enumerable.Range(0, 1 << cases.Count)
        .Select(bits => cases.Where((_, i) => (bits & (1 << i)) != 0).ToList())
        .Where(chosen => cases.TrueForAll(c => c.Holds != true || chosen.Contains(c)))
        .Select(chosen => chosen.Select(c => c.Case).ToImmutableArray());
}
