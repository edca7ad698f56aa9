namespace Approvals.Workflows;

/// <summary>Rounds in which nobody and nothing is waited for.</summary>
internal static class LoopLint
{
    public static IEnumerable<Problem> Of(WorkflowProgram program) => program.Nodes.Where(n => n.Activity is Flowchart).SelectMany(Of);

    private static IEnumerable<Problem> Of(ActivityNode node)
    {
        var graph = ((Flowchart)node.Activity).Graph;
        var told = new HashSet<string>(StringComparer.Ordinal);
        var quiet = node.Children.Where(c => !Waits(c)).Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var child in node.Children.Where(c => quiet.Contains(c.Id) && graph.IsReachable(c.Id) && !told.Contains(c.Id) && IsEnteredBack(graph, c.Id)))
        {
            var ahead = Ahead(quiet, graph, child.Id);
            if (!ahead.Contains(child.Id))
            {
                continue;
            }

            var round = ahead.Where(id => Ahead(quiet, graph, id).Contains(child.Id)).ToHashSet(StringComparer.Ordinal);
            told.UnionWith(round);
            var hasWayOut = round.Any(id => graph.Outbound(id).Any(c => !round.Contains(c.Target)));
            yield return WorkflowLint.At(child.Definition, hasWayOut ? "workflow.lint.round" : "workflow.lint.endlessRound", hasWayOut ? Severity.Warning : Severity.Error)
                .With("activities", string.Join(", ", node.Children.Where(c => round.Contains(c.Id)).Select(c => c.Id)));
        }
    }

    /// <summary>Every round has a connection that leads back to where it began.</summary>
    private static bool IsEnteredBack(FlowGraph graph, string activity) => graph.Inbound(activity).Count > graph.ForwardInbound(activity).Count;

    /// <summary>What is reached from an activity without a wait between.</summary>
    private static HashSet<string> Ahead(HashSet<string> quiet, FlowGraph graph, string from)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([from]);
        while (open.TryPop(out var at))
        {
            foreach (var next in graph.Outbound(at).Select(c => c.Target).Where(t => quiet.Contains(t) && found.Add(t)).ToList())
            {
                open.Push(next);
            }
        }

        return found;
    }

    private static bool Waits(ActivityNode node) =>
        node.Activity.Waits || node.Activity is Subflow or Unsupported || node.Children.Exists(Waits);
}
