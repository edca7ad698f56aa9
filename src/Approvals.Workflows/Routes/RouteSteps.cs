namespace Approvals.Workflows;

/// <summary>The activities directly after one, out of and into containers.</summary>
internal sealed class RouteSteps(RouteView view)
{
    /// <summary>Where a container begins; where any other activity likely leads.</summary>
    public IReadOnlyList<ActivityNode> Likely(ActivityNode node, bool running = false)
    {
        switch (node.Activity)
        {
            case Flowchart { Graph.Start: { } start } when !running:
                return node.Child(start) is { } first ? [first] : [];
            case Sequence when !running && node.Children is [var child, ..]:
                return [child];
            case Block block when !running && block.Ahead(view).Select(node.Child).OfType<ActivityNode>().ToList() is { Count: > 0 } ahead:
                return ahead;
            default:
                var found = After(node, Outcomes(node, running));
                return found ?? After(node, FirstPort(node)) ?? [];
        }
    }

    /// <summary>Where an outcome leads; null when no connection takes it, empty at an end.</summary>
    public static IReadOnlyList<ActivityNode>? After(ActivityNode node, ImmutableArray<string> outcomes)
    {
        if (node.Activity is End or Finish || node.Parent is not { } parent)
        {
            return node is { Activity: End, Parent: { Parent: not null } nested } ? After(nested, ["Done"]) : [];
        }

        if (parent.Activity is not Flowchart flowchart)
        {
            var next = parent.Activity is Sequence ? parent.Children.SkipWhile(c => c != node).Skip(1).FirstOrDefault() : null;
            return next is not null ? [next] : After(parent, ["Done"]);
        }

        var outbound = flowchart.Graph.Outbound(node.Id);
        var taken = outbound.Where(c => outcomes.Contains(c.Port)).Select(c => parent.Child(c.Target)).OfType<ActivityNode>().ToList();
        return taken.Count > 0 ? taken : outbound.Count > 0 ? null : After(parent, ["Done"]);
    }

    private ImmutableArray<string> Outcomes(ActivityNode node, bool running) =>
        running || node.Activity.Waits ? [node.Activity.MainOutcome] : node.Activity.Predict(view) ?? [node.Activity.MainOutcome];

    /// <summary>An outcome of the author's own is not known before: the first connection stands for it.</summary>
    private static ImmutableArray<string> FirstPort(ActivityNode node) =>
        node.Parent?.Activity is Flowchart flowchart && flowchart.Graph.Outbound(node.Id) is [var first, ..] ? [first.Port] : [];
}
