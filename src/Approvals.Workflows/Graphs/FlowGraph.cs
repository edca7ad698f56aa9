namespace Approvals.Workflows;

/// <summary>The shape of a flowchart: where it starts, what leads where, which connections go back, what comes before what.</summary>
internal sealed class FlowGraph
{
    private readonly Dictionary<string, int> _index = new(StringComparer.Ordinal);
    private readonly string[] _ids;
    private readonly List<Connection>[] _outbound;
    private readonly List<Connection>[] _inbound;
    private readonly List<Connection>[] _forward;
    private readonly HashSet<Connection> _back = new(ReferenceEqualityComparer.Instance);
    private readonly Dominators _dominators;

    public FlowGraph(ActivityDefinition flowchart)
    {
        _ids = [.. flowchart.Activities.Select(a => a.Id).Distinct(StringComparer.Ordinal)];
        for (var i = 0; i < _ids.Length; i++)
        {
            _index[_ids[i]] = i;
        }

        _outbound = [.. _ids.Select(_ => new List<Connection>())];
        _inbound = [.. _ids.Select(_ => new List<Connection>())];
        foreach (var connection in flowchart.Connections.DistinctBy(c => (c.Source, c.Port, c.Target)))
        {
            if (_index.TryGetValue(connection.Source, out var source) && _index.TryGetValue(connection.Target, out var target))
            {
                _outbound[source].Add(connection);
                _inbound[target].Add(connection);
            }
        }

        Start = StartOf(flowchart);
        FindBackConnections();
        _forward = [.. _inbound.Select(all => all.Where(c => !_back.Contains(c)).ToList())];
        _dominators = new Dominators(_ids.Length, Start is null ? -1 : _index[Start], Targets, node => _inbound[node].Select(c => _index[c.Source]));
    }

    /// <summary>The activity that runs first; null when the flowchart is empty.</summary>
    public string? Start { get; }

    public IEnumerable<string> Ids => _ids;

    public IReadOnlyList<Connection> Outbound(string activity) => _index.TryGetValue(activity, out var at) ? _outbound[at] : [];

    public IReadOnlyList<Connection> Inbound(string activity) => _index.TryGetValue(activity, out var at) ? _inbound[at] : [];

    /// <summary>Inbound connections that do not close a loop.</summary>
    public IReadOnlyList<Connection> ForwardInbound(string activity) => _index.TryGetValue(activity, out var at) ? _forward[at] : [];

    public bool IsBack(string from, string port, string to) =>
        ForwardInbound(to).Count < Inbound(to).Count && Inbound(to).Any(c => c.Source == from && c.Port == port && _back.Contains(c));

    /// <summary>Whether every path to an activity passes another, or it is the same.</summary>
    public bool Dominates(string earlier, string later) =>
        _index.TryGetValue(earlier, out var first) && _index.TryGetValue(later, out var second) && _dominators.Dominates(first, second);

    /// <summary>Whether the flow can come to an activity at all.</summary>
    public bool IsReachable(string activity) => _index.TryGetValue(activity, out var at) && _dominators.IsReachable(at);

    /// <summary>Every activity from which another is reached without a loop.</summary>
    public HashSet<string> Ancestors(string activity)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([activity]);
        while (open.TryPop(out var next))
        {
            foreach (var connection in ForwardInbound(next))
            {
                if (connection.Source != activity && found.Add(connection.Source))
                {
                    open.Push(connection.Source);
                }
            }
        }

        return found;
    }

    /// <summary>Whether the flow can come back to an activity.</summary>
    public bool IsOnRound(string activity)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([activity]);
        while (open.TryPop(out var at))
        {
            foreach (var next in Outbound(at).Select(c => c.Target).Where(seen.Add))
            {
                open.Push(next);
            }
        }

        return seen.Contains(activity);
    }

    private IEnumerable<int> Targets(int node) => _outbound[node].Select(c => _index[c.Target]);

    private string? StartOf(ActivityDefinition flowchart)
    {
        var named = flowchart.Property("start") is { } start ? start.ValueKind == JsonValueKind.String ? start.GetString() : Raw.Text(start, "id") : null;
        return (named is not null && _index.ContainsKey(flowchart.Prefix + named) ? flowchart.Prefix + named : null)
            ?? flowchart.Activities.FirstOrDefault(a => a.Type == "Elsa.Start")?.Id
            ?? flowchart.Activities.FirstOrDefault(CanStart)?.Id
            ?? _ids.FirstOrDefault(id => Inbound(id).Count == 0)
            ?? _ids.FirstOrDefault();
    }

    private static bool CanStart(ActivityDefinition activity) =>
        IsTrue(activity.Property("canStartWorkflow")) ||
        (activity.Property("customProperties") is { ValueKind: JsonValueKind.Object } custom && IsTrue(Raw.Get(custom, "canStartWorkflow")));

    private static bool IsTrue(JsonElement? value) => value?.ValueKind == JsonValueKind.True;

    /// <summary>A connection goes back when its target is still open on the depth-first path, from the start on.</summary>
    private void FindBackConnections()
    {
        var colour = new byte[_ids.Length];
        foreach (var root in (Start is null ? [] : new[] { _index[Start] }).Concat(Enumerable.Range(0, _ids.Length)))
        {
            if (colour[root] == 0)
            {
                Walk(root, colour);
            }
        }
    }

    private void Walk(int root, byte[] colour)
    {
        var path = new Stack<(int Node, int Next)>([(root, 0)]);
        colour[root] = 1;
        while (path.TryPop(out var step))
        {
            if (step.Next >= _outbound[step.Node].Count)
            {
                colour[step.Node] = 2;
                continue;
            }

            var connection = _outbound[step.Node][step.Next];
            path.Push((step.Node, step.Next + 1));
            var target = _index[connection.Target];
            if (colour[target] == 1)
            {
                _back.Add(connection);
            }
            else if (colour[target] == 0)
            {
                colour[target] = 1;
                path.Push((target, 0));
            }
        }
    }
}
