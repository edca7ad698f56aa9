using System.Globalization;

namespace Approvals.Workflows;

/// <summary>Reads activities; stops at the first error and remembers it.</summary>
internal sealed class ActivityReading(JsonElement root)
{
    private const int MaximumActivities = 10_000;
    private const int MaximumDepth = 40;

    private readonly GivenIds _ids = new(root);
    private int _count;

    public Error? Error { get; private set; }

    public ActivityDefinition? Activity(JsonElement element, string path, int depth)
    {
        if (depth > MaximumDepth)
        {
            return Fail("workflow.read.tooDeep", path, MaximumDepth);
        }

        if (++_count > MaximumActivities)
        {
            return Fail("workflow.read.tooMany", path, MaximumActivities);
        }

        if (Raw.Text(element, "type") is not { Length: > 0 } type)
        {
            return Fail("workflow.read.noType", path, 0);
        }

        var id = (Raw.Text(element, "id") ?? Raw.Text(element, "nodeId")) is { Length: > 0 } given ? given : _ids.Next(type);
        var slots = Slots(element, path, depth);
        var (children, connections) = (Children(element, path, depth), Connections(element, path));
        connections = connections.AddRange(LostConnections(element, children, connections));
        return new ActivityDefinition
        {
            Id = id,
            Type = type,
            Name = Raw.Text(element, "name"),
            Path = path,
            Activities = children,
            Slots = slots,
            Connections = connections,
            Properties = [.. Raw.Others(element, [.. Taken(element, children, connections), .. slots.Select(s => s.Property)])],
        }.If(Error is null);
    }

    /// <summary>What is read into its own place; an empty list and a null name stay among the others, so that they are written again.</summary>
    private static IEnumerable<string> Taken(JsonElement element, ImmutableArray<ActivityDefinition> children, ImmutableArray<Connection> connections) =>
    [
        "id", "type",
        .. Raw.Text(element, "name") is null ? (string[])[] : ["name"],
        .. children.IsEmpty ? (string[])[] : ["activities"],
        .. connections.IsEmpty ? (string[])[] : ["connections"],
    ];

    private ImmutableArray<ActivityDefinition> Children(JsonElement element, string path, int depth)
    {
        var children = ImmutableArray.CreateBuilder<ActivityDefinition>();
        foreach (var item in Raw.Items(Raw.Get(element, "activities")))
        {
            if (Activity(item, $"{path}.activities[{children.Count}]", depth + 1) is not { } child)
            {
                return [];
            }

            children.Add(child);
        }

        return children.DrainToImmutable();
    }

    /// <summary>Children that a property holds: alone, in a list (<c>branches[0]</c>), or in the entries of a list (<c>cases[0].activity</c>).</summary>
    private ImmutableArray<NamedChild> Slots(JsonElement element, string path, int depth)
    {
        var slots = ImmutableArray.CreateBuilder<NamedChild>();
        foreach (var property in element.EnumerateObject())
        {
            if (IsContainerOwn(property.Name))
            {
                continue;
            }

            foreach (var (name, held) in Held(property))
            {
                if (Activity(held, $"{path}.{name}", depth + 1) is { } child)
                {
                    slots.Add(new NamedChild(name, child));
                }
            }
        }

        return slots.DrainToImmutable();
    }

    private static IEnumerable<(string Name, JsonElement Activity)> Held(JsonProperty property)
    {
        if (IsActivity(property.Value))
        {
            yield return (property.Name, property.Value);
        }

        if (property.Value.ValueKind != JsonValueKind.Array)
        {
            yield break;
        }

        var index = 0;
        foreach (var item in property.Value.EnumerateArray())
        {
            if (IsActivity(item))
            {
                yield return ($"{property.Name}[{index}]", item);
            }
            else if (Raw.Get(item, "activity") is { } nested && IsActivity(nested))
            {
                yield return ($"{property.Name}[{index}].activity", nested);
            }

            index++;
        }
    }

    private static bool IsContainerOwn(string name) =>
        name.Equals("activities", StringComparison.OrdinalIgnoreCase) || name.Equals("connections", StringComparison.OrdinalIgnoreCase);

    /// <summary>A definition used as an activity has the type its author chose, which need not hold a dot.</summary>
    private static bool IsActivity(JsonElement value) => value.ValueKind == JsonValueKind.Object && Raw.Text(value, "type") is { } type &&
        (IsKnown(type) || (Raw.Text(value, "id") is not null &&
            (type.Contains('.', StringComparison.Ordinal) || Raw.Get(value, "workflowDefinitionId") is not null || Raw.Get(value, "nodeId") is not null)));

    /// <summary>Whether a type can be nothing but an activity's, so that one written by hand needs no id.</summary>
    internal static bool IsKnown(string type) =>
        type.StartsWith("Elsa.", StringComparison.Ordinal) || type.StartsWith("Approvals.", StringComparison.Ordinal);

    /// <summary>
    /// Connections that Elsa set aside because the type of an activity was not known where the definition was saved: as in Elsa,
    /// they are back where both of their activities are there.
    /// </summary>
    private static IEnumerable<Connection> LostConnections(JsonElement element, ImmutableArray<ActivityDefinition> children, ImmutableArray<Connection> connections) =>
        Raw.Get(element, "customProperties") is { } custom
            ? Raw.Items(Raw.Get(custom, "notFoundConnections")).Select(ConnectionOf).OfType<Connection>()
                .Where(c => children.Any(a => a.Id == c.Source) && children.Any(a => a.Id == c.Target))
                .Where(c => connections.All(k => (k.Source, k.Port, k.Target) != (c.Source, c.Port, c.Target)))
            : [];

    private ImmutableArray<Connection> Connections(JsonElement element, string path)
    {
        var connections = ImmutableArray.CreateBuilder<Connection>();
        foreach (var item in Raw.Items(Raw.Get(element, "connections")))
        {
            var connection = ConnectionOf(item);
            if (connection is null)
            {
                Fail("workflow.read.connection", $"{path}.connections[{connections.Count}]", 0);
                return [];
            }

            connections.Add(connection);
        }

        return connections.DrainToImmutable();
    }

    private static Connection? ConnectionOf(JsonElement item)
    {
        var (source, port) = End(item, "source", Filled(Raw.Text(item, "outcome"), "Done"));
        var (target, targetPort) = End(item, "target", "In");
        return source is null || target is null ? null : new Connection(source, port, target, targetPort)
        {
            Properties = [.. Raw.Others(item, "source", "target", "sourcePort", "targetPort", "sourceActivityId", "targetActivityId", "outcome")],
        };
    }

    private static (string? Activity, string Port) End(JsonElement item, string side, string defaultPort) => Raw.Get(item, side) switch
    {
        { ValueKind: JsonValueKind.String } flat => (flat.GetString(), Filled(Raw.Text(item, $"{side}Port"), defaultPort)),
        { ValueKind: JsonValueKind.Object } end => (Raw.Text(end, "activity") ?? Raw.Text(end, "activityId"), Filled(Raw.Text(end, "port"), defaultPort)),
        _ => (Raw.Text(item, $"{side}ActivityId"), defaultPort),
    };

    private static string Filled(string? text, string fallback) => string.IsNullOrEmpty(text) ? fallback : text;

    private ActivityDefinition? Fail(string code, string path, int limit)
    {
        Error ??= new Error(code).With("path", path).With("limit", limit.ToString(CultureInfo.InvariantCulture));
        return null;
    }
}

/// <summary>Conditional values.</summary>
internal static class Conditionally
{
    public static T? If<T>(this T value, bool condition) where T : class => condition ? value : null;
}
