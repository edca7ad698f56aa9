namespace Approvals.Workflows;

/// <summary>
/// The longest way through a definition by the limits of its steps, as the case's clock counts them: from acceptance (or receipt) to the
/// grant. What waits for the applicant, a step at which the clock stands and one the service excludes take nothing of it; a loop counts as
/// one round, branches at once as the longest of them.
/// </summary>
internal sealed class LimitSum(WorkflowProgram program, LimitUnit unit, LintKnowledge knowledge)
{
    private const int MaximumDepth = 4;

    /// <summary>The longest way from the start.</summary>
    public LimitWay Longest()
    {
        var starts = knowledge.StartsAtAcceptance && program.Nodes.Any(n => n.Activity is Accept);
        var ways = Of(program.Root, starts ? new Ways(true, null, null) : new Ways(false, LimitWay.Nothing, null));
        return LimitWay.Longer(ways.Counting ?? LimitWay.Nothing, ways.Over ?? LimitWay.Nothing);
    }

    private Ways Of(ActivityNode node, Ways ways) => node.Activity switch
    {
        Flowchart flowchart => Through(node, flowchart.Graph, ways),
        Sequence => node.Children.Aggregate(ways, (so, child) => Of(child, so)),
        Block => node.Children.Select(child => Of(child, ways)).Aggregate(ways, Ways.Longer),
        Subflow { Named: { Length: > 0 } named } => program.Depth(node.Id) < MaximumDepth && program.Part(node.Id, named) is { } part ? Of(part.Root, ways) : ways,
        Grant => new Ways(ways.Waits, null, ways.Ended),
        Accept when ways.Waits => Own(node, ways with { Waits = false }) with { Waits = false, Counting = LimitWay.Longer(LimitWay.Nothing, ways.Counting ?? LimitWay.Nothing) },
        _ => Own(node, ways),
    };

    private Ways Own(ActivityNode node, Ways ways)
    {
        if (ways.Counting is not { } counting || node.Activity is Fill or Defence || node.Activity.Clock?.Constant == "stopped"
            || knowledge.Excludes.Contains(node.Id) || knowledge.Excludes.Contains(node.Definition.Type))
        {
            return ways;
        }

        var limit = node.Activity is WaitWorkingDays wait ? Limit.WorkingDays(wait.Days.Constant) : node.Activity.MainLimit?.Constant;
        return limit is { Length: > 0 } own && own.Unit == unit ? ways with { Counting = counting.Then(node, own.Length) } : ways;
    }

    /// <summary>Activities in an order in which each stands after those before it; connections that close a loop do not count.</summary>
    private Ways Through(ActivityNode flowchart, FlowGraph graph, Ways start)
    {
        var children = flowchart.Children.Where(c => graph.IsReachable(c.Id)).DistinctBy(c => c.Id).ToDictionary(c => c.Id, StringComparer.Ordinal);
        var waiting = children.Keys.ToDictionary(id => id, id => Before(id).Count(), StringComparer.Ordinal);
        var ready = new Queue<string>(waiting.Where(w => w.Value == 0).Select(w => w.Key));
        var ways = new Dictionary<string, Ways>(StringComparer.Ordinal);
        while (ready.TryDequeue(out var id))
        {
            ways[id] = Of(children[id], Before(id).Select(b => ways[b]).DefaultIfEmpty(start).Aggregate(Ways.Longer));
            foreach (var next in graph.Outbound(id).Where(c => !graph.IsBack(c.Source, c.Port, c.Target)).Select(c => c.Target).Distinct(StringComparer.Ordinal))
            {
                if (--waiting[next] == 0)
                {
                    ready.Enqueue(next);
                }
            }
        }

        return ways.Values.Aggregate(start, Ways.Longer);

        IEnumerable<string> Before(string id) => graph.ForwardInbound(id).Select(c => c.Source).Where(children.ContainsKey).Distinct(StringComparer.Ordinal);
    }

    /// <summary>The longest ways to a place.</summary>
    /// <param name="Waits">Whether the place is reached before the clock runs.</param>
    /// <param name="Counting">The longest on which it runs; null when there is none.</param>
    /// <param name="Over">The longest on which the decision was made.</param>
    private sealed record Ways(bool Waits, LimitWay? Counting, LimitWay? Over)
    {
        public LimitWay? Ended => Longest(Counting, Over);

        public static Ways Longer(Ways one, Ways other) => new(one.Waits || other.Waits, Longest(one.Counting, other.Counting), Longest(one.Over, other.Over));

        private static LimitWay? Longest(LimitWay? one, LimitWay? other) => one is null ? other : other is null ? one : LimitWay.Longer(one, other);
    }
}

/// <summary>A way and what it may take.</summary>
/// <param name="Length">The sum of its limits.</param>
/// <param name="Steps">The steps that have them.</param>
internal sealed record LimitWay(long Length, ImmutableList<ActivityNode> Steps)
{
    public static readonly LimitWay Nothing = new(0, []);

    public static LimitWay Longer(LimitWay one, LimitWay other) => other.Length > one.Length ? other : one;

    public LimitWay Then(ActivityNode step, long length) => new(Length + length, Steps.Add(step));
}
