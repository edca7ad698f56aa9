namespace Approvals.Workflows;

/// <summary>Definitions executed, dispatched or used as activities, on control states: what is inside them is looked into.</summary>
internal static class ControlParts
{
    /// <summary>Begins the definition inside; false where an expression names it, so that what it does cannot be seen, or where it is not at hand.</summary>
    public static bool Begin(ControlRun run, ControlNode node, Subflow used)
    {
        if (used.Named is not { Length: > 0 } named)
        {
            run.Outcomes.Cut();
            return false;
        }

        if (run.Program.Part(node.Activity, named) is not { } part)
        {
            return false; // told at publish
        }

        if (run.Program.Depth(node.Activity) >= Subflow.MaximumDepth)
        {
            node.IsStuck = true;
            return true;
        }

        run.Schedule(part.Root.Id, node, node.After);
        if (!used.Wait.Constant && node.Scope is { } scope)
        {
            node.Left = true;
            run.Told(node, ["Done"]);
            ControlContainers.ChildLeft(run, scope, node, ["Done"]);
        }

        return true;
    }

    /// <summary>Completes the definition that an activity is in.</summary>
    public static void Complete(ControlRun run, ControlNode node, Complete complete)
    {
        run.Told(node, []);
        var part = node.Scope!;
        while (run.Node(part).Activity is not Subflow)
        {
            part = part.Scope!;
        }

        var ways = complete.Given.Expression is null or ConstantExpression ? [complete.Given.Constant] : run.Outcomes.Of(run.Node(part));
        var by = ways[run.Choose(ways.Length)];
        Over(run, part, by.IsEmpty ? ["Done"] : by);
    }

    /// <summary>The definition inside is done; a dispatched one had left before.</summary>
    public static void Over(ControlRun run, ControlNode part, ImmutableArray<string> by)
    {
        if (!part.Left || part.Scope is not { } scope)
        {
            run.Leave(part, by);
            return;
        }

        scope.Children.Remove(part);
        if (run.Node(scope).Activity is Flowchart or Parallel)
        {
            ControlJoins.Settle(run, scope);
        }
    }
}
