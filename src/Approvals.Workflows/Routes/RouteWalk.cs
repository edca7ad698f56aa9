namespace Approvals.Workflows;

/// <summary>Walks the likely way ahead over the graph, in breadth, each activity once.</summary>
internal sealed class RouteWalk
{
    private const int MaximumSteps = 500;

    private readonly RouteView _view;
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly Queue<ActivityNode> _open = [];
    private readonly ImmutableArray<PredictedStep>.Builder _steps = ImmutableArray.CreateBuilder<PredictedStep>();

    private RouteWalk(RouteView view) => _view = view;

    public static ImmutableArray<PredictedStep> From(WorkflowDefinition definition, WorkflowState state, StepContext context)
    {
        var program = definition.Program;
        if (state.Status == WorkflowStatus.Finished)
        {
            return [];
        }

        var names = program.VariableNames.Values.ToHashSet(StringComparer.Ordinal);
        var walk = new RouteWalk(new RouteView(context, state.Variables, names));
        if (state.Status == WorkflowStatus.New)
        {
            walk.Enter(program.Root);
        }
        else
        {
            walk.LeaveCurrent(program, state);
        }

        return walk.Walk();
    }

    private void LeaveCurrent(WorkflowProgram program, WorkflowState state)
    {
        var waiting = state.Executions.Where(e => !e.Left && !state.Executions.Any(c => c.Scope == e.Id)).Select(e => program.Find(e.Activity)).OfType<ActivityNode>();
        var current = waiting.ToList();
        _seen.UnionWith(current.Select(n => n.Id));
        foreach (var node in current)
        {
            Follow(node, Outcomes(node, running: true));
        }

        foreach (var token in state.Tokens)
        {
            Enter(program.Find(token.To));
        }
    }

    private ImmutableArray<PredictedStep> Walk()
    {
        while (_open.TryDequeue(out var node) && _seen.Count < MaximumSteps)
        {
            if (node.Activity.Waits)
            {
                _steps.Add(new PredictedStep(node.Id, node.Definition.Type, node.Definition.DisplayName)
                {
                    Limit = node.Activity.MainLimit is { } limit ? _view.TryValue(limit, out var known) ? known : limit.Constant : null,
                    ShownState = node.Definition.ShownState ?? node.Activity.ShownState,
                });
            }

            switch (node.Activity)
            {
                case Flowchart { Graph.Start: { } start }:
                    Enter(node.Child(start));
                    break;
                case Sequence when node.Children is [var first, ..]:
                    Enter(first);
                    break;
                case Block block when block.Ahead(_view).Select(node.Child).OfType<ActivityNode>().ToList() is { Count: > 0 } ahead:
                    ahead.ForEach(Enter);
                    break;
                default:
                    Follow(node, Outcomes(node, running: false));
                    break;
            }
        }

        return _steps.ToImmutable();
    }

    private ImmutableArray<string> Outcomes(ActivityNode node, bool running) =>
        running || node.Activity.Waits ? [node.Activity.MainOutcome] : node.Activity.Predict(_view) ?? [node.Activity.MainOutcome];

    private void Enter(ActivityNode? node)
    {
        if (node is not null && _seen.Add(node.Id))
        {
            _open.Enqueue(node);
        }
    }

    /// <summary>Goes on from an activity; at the end of a container, from the container.</summary>
    private void Follow(ActivityNode node, ImmutableArray<string> outcomes)
    {
        if (node.Activity is End or Finish || node.Parent is not { } parent)
        {
            if (node is { Activity: End, Parent: { Parent: not null } nested })
            {
                Follow(nested, ["Done"]);
            }

            return;
        }

        var next = Next(parent, node, outcomes);
        foreach (var target in next)
        {
            Enter(target);
        }

        if (next.Count == 0)
        {
            Follow(parent, ["Done"]);
        }
    }

    private static List<ActivityNode> Next(ActivityNode parent, ActivityNode node, ImmutableArray<string> outcomes)
    {
        if (parent.Activity is not Flowchart flowchart)
        {
            return parent.Activity is Sequence ? parent.Children.SkipWhile(c => c != node).Skip(1).Take(1).ToList() : [];
        }

        var outbound = flowchart.Graph.Outbound(node.Id);
        var taken = outbound.Where(c => outcomes.Contains(c.Port)).ToList();
        if (taken.Count == 0 && outbound.Count > 0)
        {
            taken.Add(outbound[0]);
        }

        return taken.Select(c => parent.Child(c.Target)).OfType<ActivityNode>().ToList();
    }
}
