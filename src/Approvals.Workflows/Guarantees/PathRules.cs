namespace Approvals.Workflows;

/// <summary>
/// Checks rules over the control states that a definition can come to: tokens, joins, returns, what was granted and corrected. Conditions
/// are free unless they are provably constant. Exact where every state was seen; the bound is <see cref="Bound"/> states. What an operator
/// does to an incident is no path.
/// </summary>
public static class PathRules
{
    /// <summary>How many control states are looked at for each rule.</summary>
    public const int Bound = ControlStates.Bound;

    /// <summary>Checks a rule.</summary>
    public static PathRuleResult Check(WorkflowDefinition definition, PathRule rule, int bound = Bound)
    {
        var program = definition.Program;
        if (rule.Kind == PathRuleKind.CanEnd)
        {
            return CanEnd(program, rule, bound);
        }

        var states = ControlStates.Explore(program, Monitor(program, rule), withPeople: rule.Kind == PathRuleKind.DistinctPeople, bound: bound);
        return states.Broken is { } broken
            ? new PathRuleResult(rule, PathVerdict.Broken, states.PathTo(broken), states.States.Count)
            : new PathRuleResult(rule, states.IsComplete ? PathVerdict.Holds : PathVerdict.Undecided, [], states.States.Count);
    }

    /// <summary>Whether a case can still end from the state it is in, whatever happens next; faults that stand are for an operator and leave it undecided.</summary>
    public static PathRuleResult CanEnd(WorkflowDefinition definition, WorkflowState state, int bound = Bound)
    {
        var rule = new PathRule("canEnd", PathRuleKind.CanEnd, [], []);
        return state.Status == WorkflowStatus.Finished ? new PathRuleResult(rule, PathVerdict.Holds, [], 1)
            : !state.Incidents.IsEmpty || !state.Returns.IsEmpty ? new PathRuleResult(rule, PathVerdict.Undecided, [], 0)
            : CanEnd(definition.Program, rule, bound, StateReading.Of(definition.Program, state));
    }

    private static PathMonitor Monitor(WorkflowProgram program, PathRule rule)
    {
        var (target, by) = (new PathNames(rule.Target), new PathNames(rule.By));
        return rule.Kind switch
        {
            PathRuleKind.Precedes => new PrecedesMonitor(target, by, rule.MinWorkingDays),
            PathRuleKind.Never => new NeverMonitor(target, by),
            PathRuleKind.AtMostOnce => new AtMostOnceMonitor(target),
            PathRuleKind.Tells => new TellsMonitor(target, rule.Letters),
            PathRuleKind.DistinctPeople => new DistinctPeopleMonitor(target, program.Nodes.Count(n => target.Match(n) && n.Activity.IsStep) > 1),
            _ => throw new InvalidOperationException($"No monitor for {rule.Kind}."),
        };
    }

    /// <summary>
    /// From every state an end must still be reached, and each target from the start; where targets are named, an end needs a result.
    /// A withdrawal is none of the office's ends.
    /// </summary>
    private static PathRuleResult CanEnd(WorkflowProgram program, PathRule rule, int bound, ControlCase? from = null)
    {
        var target = new PathNames(rule.Target);
        var states = ControlStates.Explore(program, new NoMonitor(), withWithdrawal: false, bound: bound, from: from);
        var open = new Stack<int>(Enumerable.Range(0, states.States.Count)
            .Where(i => states.States[i].State is { IsOver: true } over && (target.IsEmpty || over.Result is not null || target.MatchEnd(null, over.EndedBy))));
        var good = open.ToHashSet();
        while (open.TryPop(out var state))
        {
            foreach (var before in states.Before[state].Where(good.Add))
            {
                open.Push(before);
            }
        }

        if (!states.IsComplete)
        {
            return new PathRuleResult(rule, PathVerdict.Undecided, [], states.States.Count);
        }

        var stuck = Enumerable.Range(0, states.States.Count).Where(i => !good.Contains(i)).DefaultIfEmpty(-1).First();
        var verdict = stuck < 0 && rule.Target.All(t => IsReached(states, t)) ? PathVerdict.Holds : PathVerdict.Broken;
        return new PathRuleResult(rule, verdict, stuck < 0 ? [] : states.PathTo(stuck), states.States.Count);
    }

    private static bool IsReached(ControlStates states, string target) =>
        states.States.Any(s => s.State is { IsOver: true } over && (over.Result == target || over.EndedBy == target));
}
