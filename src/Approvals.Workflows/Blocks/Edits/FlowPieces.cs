namespace Approvals.Workflows;

/// <summary>Finds what belongs to a block: an activity with the ways that only lead off it, or a parting with all its branches to where they meet.</summary>
internal sealed class FlowPieces
{
    private readonly ActivityDefinition _flowchart;
    private readonly FlowGraph _graph;
    private readonly Dictionary<string, ActivityDefinition> _activities;

    public FlowPieces(ActivityDefinition flowchart)
    {
        _flowchart = flowchart;
        _graph = new FlowGraph(flowchart);
        _activities = flowchart.Activities.DistinctBy(a => a.Id).ToDictionary(a => a.Id, StringComparer.Ordinal);
    }

    public FlowGraph Graph => _graph;

    /// <summary>A block as it is moved, copied or deleted.</summary>
    public FlowPiece Of(string id) => IsParting(id) ? Whole(id) : Step(id);

    /// <summary>Where the ways on from an activity meet; null when they do not, or not at one activity.</summary>
    public string? Meeting(string split)
    {
        var after = _activities.Keys.Where(id => id != split && _graph.Inbound(id).Count > 1 && _graph.Dominates(split, id)).ToList();
        var direct = after.Where(id => !_activities.Keys.Any(b => b != split && b != id && _graph.Dominates(split, b) && _graph.Dominates(b, id))).ToList();
        return direct is [var one] ? one : direct.FirstOrDefault(id => direct.TrueForAll(other => other == id || !BlockShape.GoesOn(_activities[other])));
    }

    /// <summary>Whether several ways leave it of which none is the main one, or it is there only to part them.</summary>
    private bool IsParting(string id)
    {
        var ways = _graph.Outbound(id);
        return BlockShape.IsGateway(_activities[id]) ||
            (ways.Select(w => w.Target).Distinct(StringComparer.Ordinal).Count() > 1 && !ways.Any(w => w.Port == BlockShape.MainPort(_activities[id])));
    }

    private FlowPiece Step(string id)
    {
        var ways = _flowchart.Connections.Where(c => c.Source == id).ToList();
        var main = BlockShape.MainPort(_activities[id]);
        var exits = ways.Where(c => c.Port == main).ToList();
        exits = exits.Count > 0 ? exits : ways.Select(c => c.Target).Distinct(StringComparer.Ordinal).Count() == 1 ? ways : exits;
        return Piece([id], ways, exits);
    }

    private FlowPiece Whole(string id)
    {
        var meeting = Meeting(id);
        var inside = _activities.Keys.Where(a => _graph.Dominates(id, a) && (meeting is null || !_graph.Dominates(meeting, a))).ToHashSet(StringComparer.Ordinal);
        inside.Add(id);
        var isClosed = meeting is not null && BlockShape.IsMeeting(_activities[meeting]) && _graph.Inbound(meeting).All(c => inside.Contains(c.Source));
        if (isClosed)
        {
            inside.Add(meeting!);
        }

        var ways = _flowchart.Connections.Where(c => inside.Contains(c.Source)).ToList();
        var exits = isClosed ? ways.Where(c => c.Source == meeting) : ways.Where(c => c.Target == meeting);
        return Piece([id, .. _flowchart.Activities.Select(a => a.Id).Where(a => a != id && inside.Contains(a))], ways, exits.ToList());
    }

    private FlowPiece Piece(IEnumerable<string> ids, List<Connection> ways, List<Connection> exits) =>
        new([.. ids.Select(i => _activities[i])], [.. ways.Where(w => !exits.Contains(w))], [.. exits]);
}
