namespace Approvals.Workflows;

/// <summary>What an outcome of a step leads to.</summary>
/// <param name="Steps">The steps that begin next.</param>
/// <param name="Ends">The ends that are reached at once.</param>
/// <param name="AwaitsOthers">The steps under way elsewhere that are waited for first, where parallel ways meet.</param>
public sealed record RouteAfter(ImmutableArray<PredictedStep> Steps, ImmutableArray<ActivityDefinition> Ends, ImmutableArray<ActivityDefinition> AwaitsOthers)
{
    /// <summary>What follows if a step under way is left by an outcome, as far as it can be told now; the favourable way where it cannot.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="state">Where the case stands.</param>
    /// <param name="context">What is known now.</param>
    /// <param name="activity">The step.</param>
    /// <param name="outcome">The outcome.</param>
    /// <returns>What follows; null when the outcome leads nowhere.</returns>
    public static RouteAfter? Of(WorkflowDefinition definition, WorkflowState state, StepContext context, string activity, string outcome)
    {
        var program = definition.Program;
        if (program.Find(activity) is not { } node || RouteSteps.After(node, [outcome]) is not { } first)
        {
            return null;
        }

        var names = program.VariableNames.Values.ToHashSet(StringComparer.Ordinal);
        var steps = new RouteSteps(new RouteView(context, state.Variables, names));
        var others = RouteWalk.Running(program, state).Where(n => n.Id != activity).Distinct().ToList();
        List<ActivityNode> awaited = [];
        var (seen, open) = (new HashSet<string>(StringComparer.Ordinal), new Queue<ActivityNode>(first));
        List<ActivityNode> met = [];
        while (open.TryDequeue(out var next))
        {
            if (!seen.Add(next.Id))
            {
                continue;
            }

            met.Add(next);
            var coming = MeetsAt(next, others);
            awaited.AddRange(coming);
            foreach (var after in next.Activity.Waits || next.Activity is End or Finish || coming.Count > 0 ? [] : steps.Likely(next))
            {
                open.Enqueue(after);
            }
        }

        return new RouteAfter(
            [.. met.Where(n => n.Activity.Waits).Select(n => new PredictedStep(n.Id, n.Definition.Type, n.Definition.DisplayName))],
            [.. met.Where(n => n.Activity is End or Finish).Select(n => n.Definition)],
            [.. awaited.Distinct().Select(n => n.Definition)]);
    }

    /// <summary>The steps under way that a join still waits for.</summary>
    private static List<ActivityNode> MeetsAt(ActivityNode node, List<ActivityNode> others)
    {
        if (node.Parent?.Activity is not Flowchart flowchart || flowchart.Graph.Inbound(node.Id).Count < 2
            || flowchart.Mode(node.Id) is not (MergeMode.Merge or MergeMode.Converge))
        {
            return [];
        }

        var before = flowchart.Graph.Ancestors(node.Id);
        return others.FindAll(o => before.Contains(o.Id));
    }
}
