namespace Approvals.Workflows;

/// <summary>What <see cref="Joins"/> does, on control states.</summary>
internal static class ControlJoins
{
    public static void ChildLeft(ControlRun run, ControlNode scope, ControlNode child, ImmutableArray<string> by)
    {
        var source = run.Node(child);
        if (source.Activity is End)
        {
            EndReached(run, scope, source);
            return;
        }

        var flowchart = (Flowchart)run.Node(scope).Activity;
        scope.After = run.AfterOf(child);
        scope.Tokens.AddRange(flowchart.Graph.Outbound(child.Activity).Where(c => by.Contains(c.Port))
            .Select(c => new ControlToken(c.Source, c.Port, c.Target, scope.After)));
        Release(run, scope, flowchart);
        Settle(run, scope);
    }

    /// <summary>Done when nothing is under way: a token that can never be joined does not keep it open.</summary>
    public static void Settle(ControlRun run, ControlNode scope)
    {
        if (scope.Children.Count > 0)
        {
            return;
        }

        run.LeftWaiting.AddRange(scope.Tokens.Select(t => t.To).Distinct(StringComparer.Ordinal));
        scope.Tokens.Clear();
        run.Leave(scope, ["Done"]);
    }

    private static void EndReached(ControlRun run, ControlNode scope, ActivityNode end)
    {
        if (scope.Scope is null)
        {
            run.End(end.Definition.Result, end.Definition);
            return;
        }

        scope.Tokens.Clear();
        run.Leave(scope, ["Done"]);
    }

    private static void Release(ControlRun run, ControlNode scope, Flowchart flowchart)
    {
        foreach (var activity in scope.Tokens.Select(t => t.To).Distinct(StringComparer.Ordinal).ToList())
        {
            while (Next(run, scope, flowchart, activity) is { Count: > 0 } tokens)
            {
                Go(run, scope, flowchart, activity, tokens);
            }
        }
    }

    private static List<ControlToken> Next(ControlRun run, ControlNode scope, Flowchart flowchart, string activity)
    {
        var arrived = scope.Tokens.Where(t => t.To == activity).ToList();
        if (arrived.Count == 0 || flowchart.Graph.Inbound(activity).Count < 2)
        {
            return [.. arrived.Take(1)];
        }

        var forward = flowchart.Graph.ForwardInbound(activity).ToList();
        return flowchart.Mode(activity) switch
        {
            MergeMode.Cascade or MergeMode.Race => [.. arrived.Take(1)],
            MergeMode.Merge => Merge(flowchart, forward, arrived),
            MergeMode.Converge => OneEach(flowchart.Graph.Inbound(activity), arrived),
            _ => Stream(run, scope, forward, activity, arrived),
        };
    }

    private static List<ControlToken> Stream(ControlRun run, ControlNode scope, List<Connection> forward, string activity, List<ControlToken> arrived)
    {
        var waits = forward.Exists(c => c.Source != activity && IsUnderWay(scope, c.Source));
        if (waits || arrived.Count > 1)
        {
            run.Together.Add(activity);
        }

        return waits ? [] : arrived;
    }

    private static List<ControlToken> Merge(Flowchart flowchart, List<Connection> forward, List<ControlToken> arrived)
    {
        var looped = arrived.Find(t => flowchart.Graph.IsBack(t.From, t.Port, t.To));
        return looped is not null ? [looped] : forward.Count < 2 ? [.. arrived.Take(1)] : OneEach(forward, arrived);
    }

    private static List<ControlToken> OneEach(IReadOnlyList<Connection> connections, List<ControlToken> arrived)
    {
        var chosen = connections.Select(c => arrived.Find(t => t.From == c.Source && t.Port == c.Port)).ToList();
        return chosen.TrueForAll(t => t is not null) ? [.. chosen.OfType<ControlToken>()] : [];
    }

    private static bool IsUnderWay(ControlNode scope, string activity) =>
        scope.Children.Exists(c => c.Activity == activity && !c.Left) || scope.Tokens.Exists(t => t.To == activity);

    private static void Go(ControlRun run, ControlNode scope, Flowchart flowchart, string activity, List<ControlToken> tokens)
    {
        foreach (var token in tokens)
        {
            scope.Tokens.RemoveAt(scope.Tokens.FindIndex(t => ReferenceEquals(t, token)));
        }

        if (flowchart.Graph.Inbound(activity).Count > 1)
        {
            run.Joined.Add(activity);
            if (flowchart.Mode(activity) == MergeMode.Race)
            {
                var ancestors = flowchart.Graph.Ancestors(activity);
                scope.Tokens.RemoveAll(t => t.To == activity || ancestors.Contains(t.To));
                scope.Children.RemoveAll(c => ancestors.Contains(c.Activity));
            }
        }

        run.Schedule(activity, scope, [.. tokens.SelectMany(t => t.After).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
    }
}
