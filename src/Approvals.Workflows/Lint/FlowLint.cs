namespace Approvals.Workflows;

/// <summary>Dead ends, and joins whose tokens never all come.</summary>
internal static class FlowLint
{
    public static IEnumerable<Problem> Of(WorkflowProgram program, int bound)
    {
        var flowcharts = program.Nodes.Where(n => n.Activity is Flowchart).ToList();
        var states = ControlStates.Explore(program, new NoMonitor(), withWithdrawal: false, bound: bound);
        return
        [
            .. program.Nodes.Any(n => n.Activity is ApprovalActivity) ? flowcharts.SelectMany(DeadEnds) : [],
            .. flowcharts.SelectMany(n => Joins(n, (Flowchart)n.Activity, states)),
            .. flowcharts.SelectMany(n => Modes(n, (Flowchart)n.Activity, states)),
            .. states.IsComplete ? [] : new[] { WorkflowLint.At(program.Root.Definition, "workflow.lint.bound", Severity.Warning).With("states", $"{states.States.Count}") },
        ];
    }

    /// <summary>In a case that people decide, a step nothing follows ends it without a result.</summary>
    private static IEnumerable<Problem> DeadEnds(ActivityNode node)
    {
        var graph = ((Flowchart)node.Activity).Graph;
        return node.Children
            .Where(c => c.Activity is not (End or Finish or Complete or Fault) && node.Parent is null && graph.IsReachable(c.Id) && graph.Outbound(c.Id).Count == 0)
            .Select(c => WorkflowLint.At(c.Definition, "workflow.lint.deadEnd", Severity.Error));
    }

    /// <summary>Only where every state was seen can it be said that a join never completes.</summary>
    private static IEnumerable<Problem> Joins(ActivityNode node, Flowchart flowchart, ControlStates states)
    {
        foreach (var join in node.Children.Where(c => flowchart.Graph.IsReachable(c.Id) && flowchart.Graph.Inbound(c.Id).Count > 1))
        {
            if (flowchart.Mode(join.Id) is MergeMode.Merge or MergeMode.Converge && !states.Joined.Contains(join.Id) && Never(join, flowchart, states) is { } never)
            {
                yield return never;
            }
            else if (states.LeftWaiting.TryGetValue(join.Id, out var path))
            {
                yield return WorkflowLint.At(join.Definition, "workflow.lint.joinLeft", Severity.Warning)
                    .With("path", string.Join(" → ", path.Select(p => p.Activity).OfType<string>().Distinct(StringComparer.Ordinal)));
            }
        }
    }

    /// <summary>
    /// An activity leaves once, so a join that waits for two of its outcomes waits for ever; unless the flow comes back to the activity,
    /// that is certain even where not every state was seen.
    /// </summary>
    private static Problem? Never(ActivityNode join, Flowchart flowchart, ControlStates states)
    {
        if (Exclusive(join, flowchart) is { } exclusive && (states.IsComplete || !flowchart.Graph.IsOnRound(exclusive.Source.Id)))
        {
            return WorkflowLint.At(join.Definition, "workflow.lint.joinOutcomes", Severity.Error)
                .With("from", exclusive.Source.Id).With("outcomes", string.Join(", ", exclusive.Ports)).With("mode", flowchart.Mode(join.Id).ToString());
        }

        return states.IsComplete ? WorkflowLint.At(join.Definition, "workflow.lint.joinNever", Severity.Error).With("mode", flowchart.Mode(join.Id).ToString()) : null;
    }

    /// <summary>An activity two of whose outcomes, of which it leaves by one, are both waited for.</summary>
    private static (ActivityNode Source, ImmutableArray<string> Ports)? Exclusive(ActivityNode join, Flowchart flowchart)
    {
        var awaited = flowchart.Mode(join.Id) == MergeMode.Converge ? flowchart.Graph.Inbound(join.Id) : flowchart.Graph.ForwardInbound(join.Id);
        foreach (var from in awaited.GroupBy(c => c.Source, StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            var source = join.Parent!.Children.First(c => c.Id == from.Key);
            if (source.Activity is ApprovalActivity or FlowDecision or FlowSwitch { IsOfFirst: true })
            {
                return (source, [.. from.Select(c => c.Port)]);
            }
        }

        return null;
    }

    /// <summary>Elsa's older counter-based mode waits for every branch; where several may be under way at once without a word on joining, it differs.</summary>
    private static IEnumerable<Problem> Modes(ActivityNode node, Flowchart flowchart, ControlStates states) => node.Children
        .Where(c => flowchart.Mode(c.Id) == MergeMode.Stream && !Says(c.Definition) && states.Together.Contains(c.Id))
        .Select(c => WorkflowLint.At(c.Definition, "workflow.lint.modes", Severity.Warning));

    private static bool Says(ActivityDefinition activity) =>
        activity.Property("customProperties") is { ValueKind: JsonValueKind.Object } custom && Raw.Text(custom, "mergeMode") is { Length: > 0 } mode && mode != "None";
}
