using System.Text.Json.Nodes;

namespace Approvals.Workflows;

/// <summary>Changes single connections, as the free canvas does.</summary>
internal static class FlowLinks
{
    /// <summary>One connection more; or the only one of its outcome.</summary>
    public static Result<ActivityDefinition> Connect(ActivityDefinition flowchart, string source, string port, string target, bool instead)
    {
        foreach (var id in new[] { source, target })
        {
            if (!flowchart.Activities.Any(a => a.Id == id))
            {
                return FlowWeave.Nowhere(id);
            }
        }

        if (source == target)
        {
            return new Error("workflow.edit.toItself").With("activity", source);
        }

        if (flowchart.Connections.Any(c => c.Source == source && c.Port == port && c.Target == target))
        {
            return new Error("workflow.edit.connected", ErrorKind.Conflict).With("source", source).With("target", target);
        }

        var kept = instead ? flowchart.Connections.RemoveAll(c => c.Source == source && c.Port == port) : flowchart.Connections;
        return flowchart with { Connections = kept.Add(new Connection(source, port, target)) };
    }

    /// <summary>One connection less; what it led to stays.</summary>
    public static Result<ActivityDefinition> Disconnect(ActivityDefinition flowchart, string source, string port, string target) =>
        Changed(flowchart, source, port, target, _ => null);

    /// <summary>A connection with other bends.</summary>
    public static Result<ActivityDefinition> Bend(ActivityDefinition flowchart, string source, string port, string target, IEnumerable<BlockPosition> vertices)
    {
        var bends = BlockJson.Element(new JsonArray([.. vertices.Select(v => new JsonObject { ["x"] = v.X, ["y"] = v.Y })]));
        return Changed(flowchart, source, port, target, connection => connection with
        {
            Properties = [.. connection.Properties.Where(p => p.Name != "vertices"), new RawProperty("vertices", bends)],
        });
    }

    private static Result<ActivityDefinition> Changed(ActivityDefinition flowchart, string source, string port, string target, Func<Connection, Connection?> change)
    {
        bool Meant(Connection c) => c.Source == source && c.Port == port && c.Target == target;
        return flowchart.Connections.Any(Meant)
            ? flowchart with { Connections = [.. flowchart.Connections.Select(c => Meant(c) ? change(c) : c).OfType<Connection>()] }
            : new Error("workflow.edit.noConnection", ErrorKind.NotFound).With("source", source).With("target", target);
    }
}
