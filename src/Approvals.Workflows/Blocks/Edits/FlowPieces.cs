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

    /// <summary>A block as it is moved, copied or deleted: with its branches where they meet again.</summary>
    public FlowPiece Of(string id) =>
        _graph.Outbound(id).Select(w => w.Target).Distinct(StringComparer.Ordinal).Count() > 1 && Meeting(id) is { } meeting ? Whole(id, meeting) : Step(id);

    /// <summary>Where the ways on from an activity meet; null when they do not, or not at one activity.</summary>
    public string? Meeting(string split)
    {
        var after = _activities.Keys.Where(id => id != split && _graph.Inbound(id).Count > 1 && _graph.Dominates(split, id)).ToList();
        var direct = after.Where(id => !_activities.Keys.Any(b => b != split && b != id && _graph.Dominates(split, b) && _graph.Dominates(b, id))).ToList();
        return direct is [var one] ? one : direct.FirstOrDefault(id => direct.TrueForAll(other => other == id || !BlockShape.GoesOn(_activities[other])));
    }

    private FlowPiece Step(string id)
    {
        var ways = _flowchart.Connections.Where(c => c.Source == id).ToList();
        var main = ways.Find(c => c.Port == BlockShape.MainPort(_activities[id])) ?? (BlockShape.IsOpen(_activities[id]) || AllLeadToOne(ways) ? ways.FirstOrDefault() : null);
        List<Connection> unled = BlockShape.GoesOn(_activities[id]) ? [new Connection(id, BlockShape.MainPort(_activities[id]), "")] : [];
        return Piece([id], ways, main is null ? unled : ways.FindAll(c => c.Target == main.Target));
    }

    private static bool AllLeadToOne(List<Connection> ways) => ways.Select(c => c.Target).Distinct(StringComparer.Ordinal).Count() == 1;

    private FlowPiece Whole(string id, string meeting)
    {
        var inside = _activities.Keys.Where(a => _graph.Dominates(id, a) && !_graph.Dominates(meeting, a)).ToHashSet(StringComparer.Ordinal);
        var isClosed = BlockShape.IsMeeting(_activities[meeting]) && _graph.Inbound(meeting).All(c => inside.Contains(c.Source));
        if (isClosed)
        {
            inside.Add(meeting);
        }

        var ways = _flowchart.Connections.Where(c => inside.Contains(c.Source)).ToList();
        var exits = ways.FindAll(c => isClosed ? c.Source == meeting : c.Target == meeting);
        List<Connection> unled = isClosed && exits.Count == 0 ? [new Connection(meeting, "Done", "")] : exits;
        return Piece([id, .. _flowchart.Activities.Select(a => a.Id).Where(a => a != id && inside.Contains(a))], ways, unled);
    }

    private FlowPiece Piece(IEnumerable<string> ids, List<Connection> ways, List<Connection> exits) =>
        new([.. ids.Select(i => _activities[i])], [.. ways.Where(w => !exits.Contains(w))], [.. exits]);
}
