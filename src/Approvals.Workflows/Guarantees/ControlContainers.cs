namespace Approvals.Workflows;

/// <summary>How containers run their children, on control states.</summary>
internal static class ControlContainers
{
    /// <summary>Begins a container; false when the activity is none.</summary>
    public static bool Begin(ControlRun run, ControlNode node)
    {
        var source = run.Node(node);
        switch (source.Activity)
        {
            case Flowchart:
                Flow(run, node);
                return true;
            case Sequence:
                Next(run, node, source.Definition.Activities, node.After);
                return true;
            case Parallel or FlowNode:
                All(run, node, source.Definition.Children.Select(c => c.Id));
                return true;
            case If:
                One(run, node, Ways(run, source));
                return true;
            case Switch choice:
                Matched(run, node, choice);
                return true;
            case Workflows.Break:
                Break(run, node);
                return true;
            case Block { IsLoop: true }:
                Turn(run, node, node.After);
                return true;
            case Subflow used:
                return ControlParts.Begin(run, node, used);
            default:
                return false;
        }
    }

    public static void ChildLeft(ControlRun run, ControlNode scope, ControlNode child, ImmutableArray<string> by)
    {
        var (activity, definition) = (run.Node(scope).Activity, run.Node(scope).Definition);
        var after = run.AfterOf(child);
        if (activity is Flowchart)
        {
            ControlJoins.ChildLeft(run, scope, child, by);
            return;
        }

        scope.After = after;
        switch (activity)
        {
            case Sequence:
                Next(run, scope, definition.Activities, after);
                break;
            case Parallel or Switch when scope.Children.Count > 0 && !IsFirstEnough(definition):
                break;
            case Block { IsLoop: true }:
                Turn(run, scope, after);
                break;
            case Subflow:
                ControlParts.Over(run, scope, ["Done"]);
                break;
            default:
                run.Leave(scope, ["Done"]);
                break;
        }
    }

    private static void Flow(ControlRun run, ControlNode node)
    {
        if (run.Node(node).Activity is Flowchart { Graph.Start: { } start })
        {
            run.Schedule(start, node, node.After);
        }
        else
        {
            run.Leave(node, ["Done"]);
        }
    }

    private static void Next(ControlRun run, ControlNode node, ImmutableArray<ActivityDefinition> children, ImmutableArray<string> after)
    {
        if (node.Position >= children.Length)
        {
            run.Leave(node, ["Done"]);
            return;
        }

        run.Schedule(children[node.Position++].Id, node, after);
    }

    private static void All(ControlRun run, ControlNode node, IEnumerable<string> children)
    {
        foreach (var child in children)
        {
            run.Schedule(child, node, node.After);
        }

        if (node.Children.Count == 0)
        {
            run.Leave(node, ["Done"]);
        }
    }

    private static void One(ControlRun run, ControlNode node, ImmutableArray<string?> ways) =>
        All(run, node, new[] { ways[run.Choose(ways.Length)] }.OfType<string>());

    private static ImmutableArray<string?> Ways(ControlRun run, ActivityNode source)
    {
        var choice = (If)source.Activity;
        return run.Outcomes.Holds(source, choice.Condition) switch { true => [choice.Then], false => [choice.Else], null => [choice.Then, choice.Else] };
    }

    /// <summary>The children of the cases that match, at once; the default where none does.</summary>
    private static void Matched(ControlRun run, ControlNode node, Switch choice)
    {
        var ways = run.Outcomes.Matches(run.Node(node), choice);
        var cases = ways[run.Choose(ways.Length)];
        All(run, node, (cases.IsEmpty ? [choice.Default] : cases.Select(c => choice.Cases[c].Child)).OfType<string>());
    }

    /// <summary>Another turn of a loop, or none.</summary>
    private static void Turn(ControlRun run, ControlNode node, ImmutableArray<string> after)
    {
        var source = run.Node(node);
        var holds = source.Activity is While loop ? run.Outcomes.Holds(source, loop.Condition) : null;
        if (source.Definition.Slot("body") is { } body && (holds ?? run.Choose(2) == 1))
        {
            run.Schedule(body.Id, node, after);
        }
        else
        {
            run.Leave(node, ["Done"]);
        }
    }

    private static void Break(ControlRun run, ControlNode node)
    {
        for (var at = node.Scope; at is not null; at = at.Scope)
        {
            if (run.Node(at).Activity is Block { IsLoop: true })
            {
                run.Leave(at, ["Done"]);
                return;
            }
        }

        run.Leave(node, ["Done"]);
    }

    /// <summary>Whether the first branch ends a fork.</summary>
    private static bool IsFirstEnough(ActivityDefinition definition) => definition.Type == "Elsa.Fork" &&
        definition.Property("joinMode")?.ToString().Contains("WaitAny", StringComparison.Ordinal) == true;
}
