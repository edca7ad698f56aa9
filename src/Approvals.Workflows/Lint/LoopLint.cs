namespace Approvals.Workflows;

/// <summary>Rounds in which nobody and nothing is waited for.</summary>
internal static class LoopLint
{
    public static IEnumerable<Problem> Of(WorkflowProgram program) => program.Nodes.Where(n => n.Activity is Flowchart).SelectMany(Of);

    private static IEnumerable<Problem> Of(ActivityNode node)
    {
        var graph = ((Flowchart)node.Activity).Graph;
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var child in node.Children.Where(c => graph.IsReachable(c.Id) && !Waits(c) && !told.Contains(c.Id)))
        {
            var ahead = Ahead(node, graph, child.Id);
            if (!ahead.Contains(child.Id))
            {
                continue;
            }

            var round = ahead.Where(id => Ahead(node, graph, id).Contains(child.Id)).ToHashSet(StringComparer.Ordinal);
            told.UnionWith(round);
            var hasWayOut = round.Any(id => graph.Outbound(id).Any(c => !round.Contains(c.Target)));
            yield return WorkflowLint.At(child.Definition, hasWayOut ? "workflow.lint.round" : "workflow.lint.endlessRound", hasWayOut ? Severity.Warning : Severity.Error)
                .With("activities", string.Join(", ", node.Children.Where(c => round.Contains(c.Id)).Select(c => c.Id)));
        }
    }

    /// <summary>What is reached from an activity without a wait between.</summary>
    private static HashSet<string> Ahead(ActivityNode node, FlowGraph graph, string from)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([from]);
        while (open.TryPop(out var at))
        {
            foreach (var next in graph.Outbound(at).Select(c => c.Target).Where(t => node.Child(t) is { } child && !Waits(child) && found.Add(t)).ToList())
            {
                open.Push(next);
            }
        }

        return found;
    }

    private static bool Waits(ActivityNode node) =>
        node.Activity.Waits || node.Activity is Subflow or Unsupported || node.Children.Exists(Waits);
}
