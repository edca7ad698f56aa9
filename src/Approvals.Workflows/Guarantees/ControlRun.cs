namespace Approvals.Workflows;

/// <summary>
/// One event and everything that follows from it at once, on a control state: what <see cref="StepRun"/> does, with the outcomes
/// chosen instead of computed. Kept true to the engine by tests that run both.
/// </summary>
internal sealed class ControlRun(
    WorkflowProgram program, ControlOutcomes outcomes, ChoiceScript script, ControlCase state, PathMonitor monitor, HashSet<string> chosenAt, bool withPeople)
{
    /// <summary>Beyond this many activities one after another without a choice or a wait, the flow goes round.</summary>
    private readonly int _maximumActivities = 500 + (4 * program.Nodes.Count());

    private readonly List<ControlNode> _queue = [];
    private int _next;

    public ControlCase State => state;

    public PathMonitor Monitor => monitor;

    public WorkflowProgram Program => program;

    public ChoiceScript Script => script;

    public ControlOutcomes Outcomes => outcomes;

    public List<PathStep> Path { get; } = [];

    /// <summary>It came to a choice that was made before in the same circumstances; whatever follows is known.</summary>
    public bool IsKnown { get; private set; }

    /// <summary>It went round without a wait.</summary>
    public bool IsCircling { get; private set; }

    /// <summary>Activities that a join let run in this run, for lint.</summary>
    public List<string> Joined { get; } = [];

    /// <summary>Activities that waited for a further token, or took several at once.</summary>
    public HashSet<string> Together { get; } = new(StringComparer.Ordinal);

    /// <summary>Joins at which tokens were left waiting when their flowchart was done.</summary>
    public List<string> LeftWaiting { get; } = [];

    public ActivityNode Node(ControlNode node) => program.Find(node.Activity)!;

    public void Start()
    {
        state.Root = new ControlNode(program.Root.Id, null);
        _queue.Add(state.Root);
        Drain();
    }

    /// <summary>Lets what follows an event happen.</summary>
    public void Drain()
    {
        for (; _next < _queue.Count && !state.IsOver && !IsCircling && !IsKnown; _next++)
        {
            if (_next > _maximumActivities)
            {
                IsCircling = true;
            }
            else if (IsUnderWay(_queue[_next]))
            {
                Begin(_queue[_next]);
            }
        }
    }

    /// <summary>Chooses a way on; not again where the same choice was made in the same circumstances.</summary>
    public int Choose(int alternatives)
    {
        if (alternatives > 1 && script.IsNew)
        {
            var waiting = string.Join(',', _queue.Skip(_next).Select(n => n.Activity));
            IsKnown = !chosenAt.Add($"{state.Key(withPeople)}|{monitor.IsBroken}|{monitor.Key}|{waiting}");
        }

        return IsKnown ? 0 : script.Choose(alternatives);
    }

    public ControlNode Schedule(string activity, ControlNode scope, ImmutableArray<string> after)
    {
        var node = new ControlNode(activity, scope) { After = after };
        scope.Children.Add(node);
        _queue.Add(node);
        return node;
    }

    /// <summary>An activity leaves by outcomes, and its container decides what comes next.</summary>
    public void Leave(ControlNode node, ImmutableArray<string> by)
    {
        node.Children.Clear();
        Told(node, by);
        state.IsGranted |= Node(node).Activity is Grant;
        Follow(node, by);
    }

    /// <summary>Tells that an activity leaves.</summary>
    public void Told(ControlNode node, ImmutableArray<string> by)
    {
        Path.Add(new PathStep(PathStepKind.Left, node.Activity, Node(node).Definition.DisplayName) { Outcomes = by });
        monitor.Leaves(Node(node), by);
    }

    public void Follow(ControlNode node, ImmutableArray<string> by)
    {
        if (node.Scope is not { } scope)
        {
            End(null, null);
            return;
        }

        scope.Children.Remove(node);
        if (node.Resumes is { } returner)
        {
            ControlReturns.Resume(this, scope, returner);
            return;
        }

        ControlContainers.ChildLeft(this, scope, node, by);
    }

    /// <summary>The steps of people that stand before whatever follows an activity.</summary>
    public ImmutableArray<string> AfterOf(ControlNode node) => Node(node).Activity.IsStep ? [node.Activity] : node.After;

    public void End(string? result, ActivityDefinition? by)
    {
        (state.IsOver, state.Result, state.EndedBy, state.Root) = (true, result, by?.Id, null);
        Path.Add(new PathStep(PathStepKind.Ended, by?.Id, by?.DisplayName) { Outcomes = result is null ? [] : [result] });
        monitor.Ends(result, by);
    }

    private bool IsUnderWay(ControlNode node)
    {
        for (var at = node; ; at = at.Scope)
        {
            if (at.Scope is null)
            {
                return ReferenceEquals(at, state.Root);
            }

            if (!at.Scope.Children.Contains(at))
            {
                return false;
            }
        }
    }

    private void Begin(ControlNode node)
    {
        var source = Node(node);
        monitor.Begins(source, node.After);
        state.HasWayOut |= source.Activity is Fill && source.Parent?.Activity.HasWay(source.Id, ["Withdrawn"]) == true;
        switch (source.Activity)
        {
            case Finish:
                Path.Add(new PathStep(PathStepKind.Left, node.Activity, source.Definition.DisplayName));
                End(source.Definition.Result, source.Definition);
                break;
            case Complete when InsideAnother(source) is false:
                Path.Add(new PathStep(PathStepKind.Left, node.Activity, source.Definition.DisplayName));
                End(null, source.Definition);
                break;
            case Complete complete:
                ControlParts.Complete(this, node, complete);
                break;
            case Unsupported or Fault:
                node.IsStuck = true;
                break;
            case var _ when ControlContainers.Begin(this, node):
                break;
            case { Waits: false }:
                Automatic(node, source);
                break;
        }
    }

    private static bool InsideAnother(ActivityNode node) => node.Parent is { } parent && (parent.Activity is Subflow || InsideAnother(parent));

    private void Automatic(ControlNode node, ActivityNode source)
    {
        var ways = outcomes.Of(source);
        if (ways.IsEmpty)
        {
            node.IsStuck = true;
            return;
        }

        Leave(node, ways[Choose(ways.Length)]);
    }
}
