namespace Approvals.Workflows;

/// <summary>Walks the likely way ahead over the graph, in breadth, each activity once, and orders what it met.</summary>
internal sealed class RouteWalk
{
    private const int MaximumSteps = 500;

    private readonly RouteView _view;
    private readonly RouteSteps _steps;
    private readonly Dictionary<string, List<ActivityNode>> _before = new(StringComparer.Ordinal);
    private readonly Queue<ActivityNode> _open = [];
    private readonly List<ActivityNode> _met = [];
    private readonly HashSet<string> _current = new(StringComparer.Ordinal);

    private RouteWalk(RouteView view) => (_view, _steps) = (view, new RouteSteps(view));

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
            walk.Enter(program.Root, null);
        }
        else
        {
            walk.LeaveCurrent(program, state);
        }

        return walk.Walk();
    }

    private void LeaveCurrent(WorkflowProgram program, WorkflowState state)
    {
        var current = Running(program, state).ToList();
        _current.UnionWith(current.Select(n => n.Id));
        foreach (var node in current)
        {
            EnterAll(_steps.Likely(node, running: true), node);
        }

        foreach (var token in state.Tokens)
        {
            Enter(program.Find(token.To), null);
        }
    }

    /// <summary>The activities that something is waited for at.</summary>
    internal static IEnumerable<ActivityNode> Running(WorkflowProgram program, WorkflowState state) =>
        state.Executions.Where(e => !e.Left && !state.Executions.Any(c => c.Scope == e.Id)).Select(e => program.Find(e.Activity)).OfType<ActivityNode>();

    private ImmutableArray<PredictedStep> Walk()
    {
        while (_open.TryDequeue(out var node) && _met.Count < MaximumSteps)
        {
            _met.Add(node);
            EnterAll(_steps.Likely(node), node);
        }

        var steps = _met.Where(n => n.Activity.Waits).Select(Describe).ToList();
        var depths = new Dictionary<string, int>(StringComparer.Ordinal);
        var byId = steps.ToDictionary(s => s.Activity, StringComparer.Ordinal);
        return [.. steps.OrderBy(s => Depth(s.Activity, byId, depths))];
    }

    private void EnterAll(IEnumerable<ActivityNode> nodes, ActivityNode from)
    {
        foreach (var node in nodes)
        {
            Enter(node, from);
        }
    }

    private void Enter(ActivityNode? node, ActivityNode? from)
    {
        if (node is null || _current.Contains(node.Id))
        {
            return;
        }

        if (!_before.TryGetValue(node.Id, out var before))
        {
            _before[node.Id] = before = [];
            _open.Enqueue(node);
        }

        if (from is not null)
        {
            before.Add(from);
        }
    }

    private PredictedStep Describe(ActivityNode node) => new(node.Id, node.Definition.Type, node.Definition.DisplayName)
    {
        Limit = node.Activity.MainLimit is { } limit ? _view.TryValue(limit, out var known) ? known : limit.Constant : null,
        ShownState = node.Definition.ShownState ?? node.Activity.ShownState,
        After = [.. Before(node, []).Distinct()],
    };

    /// <summary>The steps directly before one, seen through what does not wait.</summary>
    private IEnumerable<string> Before(ActivityNode node, HashSet<string> through) =>
        _before.GetValueOrDefault(node.Id, []).SelectMany(n =>
            n.Activity.Waits || _current.Contains(n.Id) ? [n.Id] : through.Add(n.Id) ? Before(n, through) : []);

    /// <summary>How many steps come before one at most; a way back to an earlier step does not count.</summary>
    private static int Depth(string step, Dictionary<string, PredictedStep> steps, Dictionary<string, int> depths)
    {
        if (depths.TryGetValue(step, out var known))
        {
            return known;
        }

        depths[step] = 0;
        return depths[step] = steps[step].After.Where(steps.ContainsKey).Select(s => Depth(s, steps, depths) + 1).DefaultIfEmpty(0).Max();
    }
}
