using System.Text.Json.Nodes;

namespace Approvals.Workflows;

/// <summary>Puts a piece into a flowchart and takes one out, so that the ways around it stay whole.</summary>
internal static class FlowWeave
{
    /// <summary>The flowchart with a piece at a place.</summary>
    public static Result<ActivityDefinition> Insert(ActivityDefinition flowchart, FlowPiece piece, BlockPlace place)
    {
        if (place.After is not { } after)
        {
            return Alone(flowchart, piece);
        }

        if (flowchart.Activities.FirstOrDefault(a => a.Id == after) is not { } source)
        {
            return Nowhere(after);
        }

        if (!BlockShape.GoesOn(source))
        {
            return new Error("workflow.edit.afterEnd").With("activity", after);
        }

        var port = place.Port ?? Port(flowchart, source);
        var ways = flowchart.Connections.Where(c => c.Source == after && c.Port == port && (place.Target is null || c.Target == place.Target)).ToList();
        if (ways.Count == 0 && place.Target is not null)
        {
            return new Error("workflow.edit.noConnection", ErrorKind.NotFound).With("source", after).With("target", place.Target);
        }

        if (ways.Count > 0 && piece.Exits.IsEmpty)
        {
            return new Error("workflow.edit.noWayOn").With("activity", piece.Entry);
        }

        var first = flowchart.Connections.IndexOf(ways.FirstOrDefault()!);
        var connections = flowchart.Connections.Where(c => !ways.Contains(c)).ToList();
        ImmutableArray<Connection> added = [new Connection(after, port, piece.Entry), .. piece.Connections, .. Onward(piece, ways)];
        connections.InsertRange(first < 0 ? connections.Count : first, added);
        return flowchart with { Activities = Beside(flowchart.Activities, after, piece.Activities), Connections = [.. connections] };
    }

    /// <summary>The flowchart without a piece: what led to it leads to what follows it.</summary>
    public static ActivityDefinition Remove(ActivityDefinition flowchart, FlowPiece piece)
    {
        var next = piece.Exits.FirstOrDefault(e => e.Target.Length > 0 && !piece.Holds(e.Target));
        var connections = ImmutableArray.CreateBuilder<Connection>();
        foreach (var connection in flowchart.Connections.Where(c => !piece.Holds(c.Source)))
        {
            var led = !piece.Holds(connection.Target) ? connection
                : connection.Target == piece.Entry && next is not null ? Straight(connection with { Target = next.Target, TargetPort = next.TargetPort }) : null;
            if (led is not null && !connections.Any(c => (c.Source, c.Port, c.Target) == (led.Source, led.Port, led.Target)))
            {
                connections.Add(led);
            }
        }

        var rest = flowchart with { Activities = [.. flowchart.Activities.Where(a => !piece.Holds(a.Id))], Connections = connections.ToImmutable() };
        return Started(rest, piece.Entry, next?.Target);
    }

    private static ActivityDefinition Alone(ActivityDefinition flowchart, FlowPiece piece)
    {
        var added = flowchart with { Activities = flowchart.Activities.AddRange(piece.Activities), Connections = flowchart.Connections.AddRange(piece.Connections) };
        return flowchart.Activities.IsEmpty ? added.With("start", JsonValue.Create(piece.Entry)) : added;
    }

    /// <summary>The outcome of the way that goes on: the main one, else the only one.</summary>
    private static string Port(ActivityDefinition flowchart, ActivityDefinition source)
    {
        var main = BlockShape.MainPort(source);
        var ports = flowchart.Connections.Where(c => c.Source == source.Id).Select(c => c.Port).Distinct(StringComparer.Ordinal).ToList();
        return ports.Contains(main) || ports.Count != 1 ? main : ports[0];
    }

    private static IEnumerable<Connection> Onward(FlowPiece piece, List<Connection> ways) =>
        ways.SelectMany(way => piece.Exits.Select(exit => Straight(exit with { Target = way.Target, TargetPort = way.TargetPort })))
            .DistinctBy(c => (c.Source, c.Port, c.Target));

    /// <summary>A connection that leads elsewhere now keeps no bends.</summary>
    private static Connection Straight(Connection connection) =>
        connection with { Properties = [.. connection.Properties.Where(p => !p.Name.Equals("vertices", StringComparison.OrdinalIgnoreCase))] };

    private static ImmutableArray<ActivityDefinition> Beside(ImmutableArray<ActivityDefinition> all, string after, ImmutableArray<ActivityDefinition> added)
    {
        var at = 0;
        while (all[at].Id != after)
        {
            at++;
        }

        return all.InsertRange(at + 1, added);
    }

    private static ActivityDefinition Started(ActivityDefinition flowchart, string removed, string? next) =>
        flowchart.Property("start") is { ValueKind: JsonValueKind.String } start && start.GetString() == removed
            ? flowchart.With("start", next is null ? null : JsonValue.Create(next))
            : flowchart;

    internal static Error Nowhere(string activity) => new Error("workflow.edit.noActivity", ErrorKind.NotFound).With("activity", activity);
}
