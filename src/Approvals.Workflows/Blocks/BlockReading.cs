namespace Approvals.Workflows;

/// <summary>Finds the blocks of a flowchart from its start on; what does not fall into blocks becomes a free part, as small as it can be told.</summary>
internal sealed class BlockReading
{
    private readonly ActivityDefinition _flowchart;
    private readonly FlowGraph _graph;
    private readonly Dictionary<string, ActivityDefinition> _activities;
    private readonly ImmutableArray<Connection> _connections;
    private readonly Dictionary<string, List<Connection>> _inbound;
    private readonly Dictionary<string, List<Connection>> _outbound;

    public BlockReading(ActivityDefinition flowchart)
    {
        (_flowchart, _graph) = (flowchart, new FlowGraph(flowchart));
        _activities = flowchart.Activities.Where(a => _graph.IsReachable(a.Id)).DistinctBy(a => a.Id).ToDictionary(a => a.Id, StringComparer.Ordinal);
        _connections = [.. _activities.Keys.SelectMany(_graph.Outbound).Where(c => _activities.ContainsKey(c.Target))];
        _inbound = _connections.GroupBy(c => c.Target).ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);
        _outbound = _connections.GroupBy(c => c.Source).ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);
    }

    public FlowBlocks Read()
    {
        var root = _graph.Start is { } start && _activities.ContainsKey(start) ? Root(start) : null;
        return new FlowBlocks(_flowchart with { Activities = [], Connections = [] }, root, Apart());
    }

    private FlowBlock Root(string start) =>
        (_inbound.ContainsKey(start) ? null : Series(start, null)?.Block) ?? (FlowBlock)Free([.. _activities.Keys]);

    private FreeBlock Apart()
    {
        var kept = new HashSet<ActivityDefinition>(_activities.Values, ReferenceEqualityComparer.Instance);
        var used = new HashSet<Connection>(_connections, ReferenceEqualityComparer.Instance);
        return new FreeBlock([.. _flowchart.Activities.Where(a => !kept.Contains(a))], [.. _flowchart.Connections.Where(c => !used.Contains(c))]);
    }

    /// <summary>Blocks from an activity to where the ways around meet, with the connection there; null when they do not fall into blocks.</summary>
    private (SeriesBlock Block, Connection? Leave)? Series(string entry, string? stop)
    {
        var blocks = ImmutableArray.CreateBuilder<FlowBlock>();
        var links = ImmutableArray.CreateBuilder<Connection>();
        for (var current = entry; ;)
        {
            var ways = _outbound.GetValueOrDefault(current, []);
            if (ways.Count > 1)
            {
                var (block, next) = Fork(current, ways, stop);
                if (block is null)
                {
                    return null;
                }

                blocks.Add(block);
                if (next is null)
                {
                    return (new SeriesBlock(blocks.ToImmutable(), links.ToImmutable()), null);
                }

                current = next;
                continue;
            }

            blocks.Add(new StepBlock(_activities[current]));
            if (ways is not [var link] || link.Target == stop)
            {
                return (new SeriesBlock(blocks.ToImmutable(), links.ToImmutable()), ways.FirstOrDefault());
            }

            if (_inbound[link.Target].Count > 1)
            {
                return Rest(link, stop) is { } rest ? (new SeriesBlock(blocks.ToImmutable().Add(rest), links.ToImmutable().Add(link)), null) : null;
            }

            links.Add(link);
            current = link.Target;
        }
    }

    /// <summary>Where a loop begins, everything up to where the ways around meet is a free part.</summary>
    private FreeBlock? Rest(Connection link, string? stop) => _graph.Dominates(link.Source, link.Target) ? Closed(link.Target, stop) : null;

    /// <summary>A fork and the activity where its ways meet; a free part instead when they meet anyhow.</summary>
    private (FlowBlock? Block, string? Next) Fork(string split, List<Connection> ways, string? stop)
    {
        var meetings = _activities.Keys.Where(id => id != split && _inbound.GetValueOrDefault(id, []).Count > 1 && IsDirectlyAfter(split, id)).ToList();
        var meeting = meetings.Count == 1 ? meetings[0] : null;
        if (meetings.Count > 1 || (meeting is not null && _inbound[meeting].Exists(c => _graph.Dominates(meeting, c.Source))))
        {
            return (Closed(split, stop), null);
        }

        var branches = ImmutableArray.CreateBuilder<BranchBlock>();
        foreach (var enter in ways)
        {
            if (Branch(enter, meeting ?? stop) is not { } branch)
            {
                return (Closed(split, stop), null);
            }

            branches.Add(branch);
        }

        return (new ForkBlock(_activities[split], branches.ToImmutable()), meeting);
    }

    private BranchBlock? Branch(Connection enter, string? meeting)
    {
        if (enter.Target == meeting)
        {
            return new BranchBlock(enter, null, null);
        }

        return _inbound[enter.Target].Count == 1 && Series(enter.Target, meeting) is { } series ? new BranchBlock(enter, series.Block, series.Leave) : null;
    }

    /// <summary>Whether every way to an activity passes the fork, and no activity between them is on every way.</summary>
    private bool IsDirectlyAfter(string split, string id) => _graph.Dominates(split, id) &&
        !_activities.Keys.Any(between => between != split && between != id && _graph.Dominates(split, between) && _graph.Dominates(between, id));

    /// <summary>Everything that only this activity leads to, if it leads nowhere but to where the ways around meet; null otherwise.</summary>
    private FreeBlock? Closed(string entry, string? stop)
    {
        var inside = _activities.Keys.Where(id => _graph.Dominates(entry, id) && (stop is null || !_graph.Dominates(stop, id))).ToHashSet(StringComparer.Ordinal);
        return inside.SelectMany(id => _outbound.GetValueOrDefault(id, [])).All(c => inside.Contains(c.Target) || c.Target == stop) ? Free(inside) : null;
    }

    private FreeBlock Free(HashSet<string> inside) =>
        new([.. _activities.Values.Where(a => inside.Contains(a.Id))], [.. _connections.Where(c => inside.Contains(c.Source))]);
}
