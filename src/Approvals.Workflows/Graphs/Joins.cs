namespace Approvals.Workflows;

/// <summary>Decides which waiting tokens of a flowchart may go on.</summary>
internal static class Joins
{
    public static void Release(StepRun run, string scope, Flowchart flowchart)
    {
        foreach (var activity in Waiting(run, scope).Select(t => t.To).Distinct(StringComparer.Ordinal).ToList())
        {
            while (Next(run, scope, flowchart, activity) is { Count: > 0 } tokens)
            {
                Go(run, scope, flowchart, activity, tokens);
            }
        }
    }

    private static IEnumerable<Token> Waiting(StepRun run, string scope) => run.State.Tokens.Where(t => t.Scope == scope);

    /// <summary>The tokens that together let an activity run now; none when it must wait.</summary>
    private static List<Token> Next(StepRun run, string scope, Flowchart flowchart, string activity)
    {
        var arrived = Waiting(run, scope).Where(t => t.To == activity).ToList();
        if (arrived.Count == 0 || flowchart.Graph.Inbound(activity).Count < 2)
        {
            return arrived.Take(1).ToList();
        }

        return flowchart.Mode(activity) switch
        {
            MergeMode.Cascade or MergeMode.Race => arrived.Take(1).ToList(),
            MergeMode.Merge => Merge(flowchart, activity, arrived),
            MergeMode.Converge => OneEach(flowchart.Graph.Inbound(activity), arrived),
            _ => AnyBefore(run, scope, flowchart, activity) ? [] : arrived,
        };
    }

    /// <summary>A token that comes round a loop need not wait for those that come forward.</summary>
    private static List<Token> Merge(Flowchart flowchart, string activity, List<Token> arrived)
    {
        var forward = flowchart.Graph.ForwardInbound(activity);
        var looped = arrived.FirstOrDefault(t => flowchart.Graph.IsBack(t.From, t.Port, t.To));
        return looped is not null ? [looped] : forward.Count < 2 ? arrived.Take(1).ToList() : OneEach(forward, arrived);
    }

    private static List<Token> OneEach(IReadOnlyList<Connection> connections, List<Token> arrived)
    {
        if (arrived.Count < connections.Count)
        {
            return [];
        }

        var chosen = connections.Select(c => arrived.FirstOrDefault(t => t.From == c.Source && t.Port == c.Port)).ToList();
        return chosen.All(t => t is not null) ? chosen.OfType<Token>().ToList() : [];
    }

    /// <summary>Whether a token is still under way in an activity directly before.</summary>
    private static bool AnyBefore(StepRun run, string scope, Flowchart flowchart, string activity)
    {
        var busy = run.State.Executions.Where(e => e.Scope == scope && !e.Left).Select(e => e.Activity)
            .Concat(Waiting(run, scope).Select(t => t.To)).ToHashSet(StringComparer.Ordinal);
        return flowchart.Graph.ForwardInbound(activity).Any(c => c.Source != activity && busy.Contains(c.Source));
    }

    private static void Go(StepRun run, string scope, Flowchart flowchart, string activity, List<Token> tokens)
    {
        var left = run.State.Tokens;
        foreach (var token in tokens)
        {
            left = left.Remove(token, ReferenceEqualityComparer.Instance);
        }

        run.State = run.State with { Tokens = left };
        if (flowchart.Mode(activity) == MergeMode.Race && flowchart.Graph.Inbound(activity).Count > 1)
        {
            CancelOthers(run, scope, flowchart.Graph.Ancestors(activity), activity);
        }

        run.Schedule(activity, scope, [.. tokens.SelectMany(t => t.After).Distinct(StringComparer.Ordinal)]);
    }

    private static void CancelOthers(StepRun run, string scope, HashSet<string> ancestors, string activity)
    {
        run.State = run.State with
        {
            Tokens = run.State.Tokens.RemoveAll(t => t.Scope == scope && (t.To == activity || ancestors.Contains(t.To))),
        };
        foreach (var other in run.State.Executions.Where(e => e.Scope == scope && ancestors.Contains(e.Activity)))
        {
            Completion.Cancel(run, other, CloseReason.Cancelled);
        }
    }
}
