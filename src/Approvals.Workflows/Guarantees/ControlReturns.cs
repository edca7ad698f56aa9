namespace Approvals.Workflows;

/// <summary>Returns and what is taken back, on control states.</summary>
internal static class ControlReturns
{
    /// <summary>The targets a waiting step may be returned to from here.</summary>
    public static IEnumerable<(string Target, ControlNode Scope)> Targets(ControlRun run, ControlNode node)
    {
        if (run.Node(node).Activity is not Review review)
        {
            yield break;
        }

        foreach (var target in review.ReturnTo.Constant.Where(t => t != "applicant"))
        {
            if (Scope(run, node, target) is { } scope)
            {
                yield return (target, scope);
            }
        }
    }

    public static void Take(ControlRun run, ControlNode returner, string target, ControlNode scope)
    {
        var source = run.Node(returner);
        run.Path.Add(new PathStep(PathStepKind.Returned, returner.Activity, source.Definition.DisplayName) { Outcomes = [target] });
        if (source.Activity is Review { OnReturn.Constant: "resumeReturner" } && ReferenceEquals(returner.Scope, scope))
        {
            Freeze(scope, Order(run, scope), target);
            scope.Children.Remove(returner);
            run.Schedule(target, scope, returner.After).Resumes = returner.Activity;
            return;
        }

        TakeBack(run, scope, target, except: null);
        run.Schedule(target, scope, []);
    }

    /// <summary>The step that was returned to is done: the returner runs again, and whatever stood still goes on.</summary>
    public static void Resume(ControlRun run, ControlNode scope, string returner)
    {
        foreach (var child in scope.Children.SelectMany(c => c.WithDescendants()))
        {
            child.IsFrozen = false;
        }

        run.Schedule(returner, scope, []);
    }

    /// <summary>Cancels everything in a container that a step leads to, the step included.</summary>
    public static void TakeBack(ControlRun run, ControlNode scope, string target, ControlNode? except)
    {
        var order = Order(run, scope);
        scope.Tokens.RemoveAll(t => order.ComesBefore(target, t.From));
        scope.Children.RemoveAll(c => !ReferenceEquals(c, except) && order.ComesBefore(target, c.Activity));
        if (run.Node(scope).Definition.Type is "Elsa.Sequence" or "Elsa.Container")
        {
            scope.Position = run.Node(scope).Definition.Activities.ToList().FindIndex(a => a.Id == target) + 1;
        }

        var container = scope.Activity;
        run.Monitor.TakenBack(id => ChildOf(run.Program.Find(id), container) is { } child && order.ComesBefore(target, child));
    }

    private static void Freeze(ControlNode scope, IOrdersChildren order, string target)
    {
        foreach (var node in scope.Children.Where(c => order.ComesBefore(target, c.Activity)).SelectMany(c => c.WithDescendants()))
        {
            node.IsFrozen = true;
        }
    }

    /// <summary>The child of a container that an activity is, or lies in.</summary>
    private static string? ChildOf(ActivityNode? node, string container)
    {
        while (node is not null && node.Parent?.Id != container)
        {
            node = node.Parent;
        }

        return node?.Id;
    }

    private static ControlNode? Scope(ControlRun run, ControlNode from, string target)
    {
        var container = run.Program.Find(target)?.Parent;
        for (var child = from; container is not null && child.Scope is { } scope; child = scope)
        {
            if (scope.Activity == container.Id)
            {
                return child.Activity != target && container.Activity is IOrdersChildren order && order.ComesBefore(target, child.Activity) ? scope : null;
            }
        }

        return null;
    }

    private static IOrdersChildren Order(ControlRun run, ControlNode scope) => (IOrdersChildren)run.Node(scope).Activity;
}
