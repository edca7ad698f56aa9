namespace Approvals.Workflows;

/// <summary>A token that an administrator may move, and where to.</summary>
/// <param name="Execution">The execution at which it is.</param>
/// <param name="Activity">Its activity.</param>
/// <param name="Targets">The activities it may be put at; whether a move is sound is for the step to say.</param>
public sealed record MovePlaces(string Execution, ActivityDefinition Activity, ImmutableArray<ActivityDefinition> Targets)
{
    /// <summary>The tokens of a case that wait, each with the activities of the containers around it.</summary>
    public static ImmutableArray<MovePlaces> Of(WorkflowDefinition definition, WorkflowState state)
    {
        var containers = state.Executions.Select(e => e.Scope).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return
        [
            .. from execution in state.Executions
               where execution.Scope is not null && !execution.Left && !containers.Contains(execution.Id)
               let node = definition.Program.Find(execution.Activity)
               where node is not null
               select new MovePlaces(execution.Id, node.Definition, [.. Around(definition.Program, state, execution)]),
        ];
    }

    /// <summary>
    /// The outcomes by which an operator may leave an activity without it being done: those that lead somewhere; Done in a container without
    /// connections. A step at which people decide is left only by the outcome that its definition names for it (<c>approvals.onSkip</c>).
    /// </summary>
    public static ImmutableArray<string> Ways(WorkflowDefinition definition, string activity)
    {
        var node = definition.Program.Find(activity);
        var ways = Connected(node, activity);
        return node is null || !SkipCheck.Decides(node.Activity) ? ways : [.. ways.Where(w => w == ActivityTexts.Own(node.Definition, SkipCheck.Name))];
    }

    private static ImmutableArray<string> Connected(ActivityNode? node, string activity) =>
        node?.Parent?.Activity is Flowchart flowchart && flowchart.Graph.Outbound(activity) is { Count: > 0 } outbound
            ? [.. outbound.Select(c => c.Port).Distinct(StringComparer.Ordinal)]
            : ["Done"];

    private static IEnumerable<ActivityDefinition> Around(WorkflowProgram program, WorkflowState state, Execution from)
    {
        for (var child = from; state.Executions.FirstOrDefault(e => e.Id == child.Scope) is { } scope; child = scope)
        {
            var container = program.Find(scope.Activity);
            var order = container?.Activity is Flowchart or Sequence ? container.Children : [];
            foreach (var target in order.Where(c => c.Id != child.Activity && c.Activity is not (End or Finish or Complete or Grant or Start)))
            {
                if (container!.Activity is not Flowchart flowchart || flowchart.Graph.IsReachable(target.Id))
                {
                    yield return target.Definition;
                }
            }
        }
    }
}
