namespace Approvals.Workflows;

/// <summary>How containers run their children, on control states.</summary>
internal static class ControlContainers
{
    private static readonly ImmutableArray<string> Loops = ["Elsa.While", "Elsa.For", "Elsa.ForEach", "Elsa.ParallelForEach"];

    /// <summary>Begins a container; false when the activity is none.</summary>
    public static bool Begin(ControlRun run, ControlNode node)
    {
        var definition = run.Node(node).Definition;
        switch (definition.Type)
        {
            case "Elsa.Flowchart":
                Flow(run, node);
                return true;
            case "Elsa.Sequence" or "Elsa.Container":
                Next(run, node, definition.Activities, node.After);
                return true;
            case "Elsa.Parallel" or "Elsa.Fork":
                All(run, node, definition.Children);
                return true;
            case "Elsa.If":
                One(run, node, Ways(run, node, definition), orNone: false);
                return true;
            case "Elsa.Switch":
                One(run, node, [.. definition.Slots.Select(s => s.Activity)], orNone: Slot(definition, "default") is null);
                return true;
            case "Elsa.Break":
                Break(run, node);
                return true;
            case var type when Loops.Contains(type):
                Turn(run, node, node.After);
                return true;
            default:
                return false;
        }
    }

    public static void ChildLeft(ControlRun run, ControlNode scope, ControlNode child, ImmutableArray<string> by)
    {
        var definition = run.Node(scope).Definition;
        var after = run.AfterOf(child);
        if (definition.Type == "Elsa.Flowchart")
        {
            ControlJoins.ChildLeft(run, scope, child, by);
            return;
        }

        scope.After = after;
        switch (definition.Type)
        {
            case "Elsa.Sequence" or "Elsa.Container":
                Next(run, scope, definition.Activities, after);
                break;
            case "Elsa.Parallel" or "Elsa.Fork" when scope.Children.Count > 0 && !IsFirstEnough(definition):
                break;
            case var type when Loops.Contains(type):
                Turn(run, scope, after);
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

    private static void All(ControlRun run, ControlNode node, IEnumerable<ActivityDefinition> children)
    {
        foreach (var child in children)
        {
            run.Schedule(child.Id, node, node.After);
        }

        if (node.Children.Count == 0)
        {
            run.Leave(node, ["Done"]);
        }
    }

    private static void One(ControlRun run, ControlNode node, ImmutableArray<ActivityDefinition?> ways, bool orNone)
    {
        var alternatives = ways.Length + (orNone ? 1 : 0);
        var chosen = alternatives == 0 ? 0 : run.Choose(alternatives);
        if (chosen < ways.Length && ways[chosen] is { } child)
        {
            run.Schedule(child.Id, node, node.After);
        }
        else
        {
            run.Leave(node, ["Done"]);
        }
    }

    private static ImmutableArray<ActivityDefinition?> Ways(ControlRun run, ControlNode node, ActivityDefinition definition)
    {
        var holds = run.Node(node).Activity is If choice ? run.Outcomes.Holds(choice.Condition) : null;
        var (then, otherwise) = (Slot(definition, "then"), Slot(definition, "else"));
        return holds switch { true => [then], false => [otherwise], null => [then, otherwise] };
    }

    /// <summary>Another turn of a loop, or none.</summary>
    private static void Turn(ControlRun run, ControlNode node, ImmutableArray<string> after)
    {
        var holds = run.Node(node).Activity is While loop ? run.Outcomes.Holds(loop.Condition) : null;
        if (Slot(run.Node(node).Definition, "body") is { } body && (holds ?? run.Choose(2) == 1))
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
            if (Loops.Contains(run.Node(at).Definition.Type))
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

    private static ActivityDefinition? Slot(ActivityDefinition definition, string name) =>
        definition.Slots.FirstOrDefault(s => string.Equals(s.Property, name, StringComparison.OrdinalIgnoreCase))?.Activity;
}
