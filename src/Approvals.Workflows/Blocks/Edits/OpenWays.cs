namespace Approvals.Workflows;

/// <summary>Leads the outcomes of a new step that nobody connected yet to where the flow's other steps of its kind lead with them.</summary>
internal static class OpenWays
{
    /// <summary>The flowchart in which a new step's refusals, time-outs and the like go where those of its peers go; what has no peer stays open and is told as a problem.</summary>
    public static ActivityDefinition Lead(ActivityDefinition flowchart, string step)
    {
        if (flowchart.Activities.FirstOrDefault(a => a.Id == step) is not { } added || BlockShape.IsOpen(added))
        {
            return flowchart;
        }

        var connected = flowchart.Connections.Where(c => c.Source == step).Select(c => c.Port).ToHashSet(StringComparer.Ordinal);
        var main = BlockShape.MainPort(added);
        var ways = BlockShape.NeededPorts(added).Where(port => port != main && !connected.Contains(port))
            .Select(port => (Port: port, Target: Usual(flowchart, added, port))).Where(way => way.Target is not null)
            .Select(way => new Connection(step, way.Port, way.Target!));
        return flowchart with { Connections = flowchart.Connections.AddRange(ways) };
    }

    /// <summary>Where most steps of the same kind lead with an outcome; of several the one the file names first.</summary>
    private static string? Usual(ActivityDefinition flowchart, ActivityDefinition step, string port)
    {
        var peers = flowchart.Activities.Where(a => a.Type == step.Type && a.Id != step.Id).Select(a => a.Id).ToHashSet(StringComparer.Ordinal);
        return flowchart.Connections.Where(c => peers.Contains(c.Source) && c.Port == port && c.Target != step.Id)
            .GroupBy(c => c.Target, StringComparer.Ordinal).OrderByDescending(g => g.Count()).FirstOrDefault()?.Key;
    }
}
