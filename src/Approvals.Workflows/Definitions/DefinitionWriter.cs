using System.Text.Encodings.Web;

namespace Approvals.Workflows;

/// <summary>Writes definitions: known properties in Elsa's order, then the others in the order they were read.</summary>
internal static class DefinitionWriter
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    private static readonly ImmutableArray<string> DocumentOrder =
    [
        "$schema", "id", "definitionId", "name", "description", "createdAt", "version", "toolVersion", "tenantId", "variables", "inputs",
        "outputs", "outcomes", "customProperties", "isLatest", "isPublished", "isReadonly", "isSystem", "options",
    ];

    private static readonly ImmutableArray<string> ActivityOrder = ["id", "nodeId", "name", "type", "version", "customProperties", "metadata"];

    public static byte[] Write(WorkflowDefinition definition)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Options))
        {
            Document(writer, definition);
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    private static void Document(Utf8JsonWriter writer, WorkflowDefinition definition)
    {
        var entries = Entries(definition.Properties);
        entries.Add(("definitionId", w => w.WriteStringValue(definition.DefinitionId)));
        entries.Add(("name", w => w.WriteStringValue(definition.Name)));
        if (!definition.Variables.IsEmpty)
        {
            entries.Add(("variables", w => Variables(w, definition.Variables)));
        }

        writer.WriteStartObject();
        Write(writer, entries, DocumentOrder);
        writer.WritePropertyName("root");
        Activity(writer, definition.Root);
        writer.WriteEndObject();
    }

    private static void Variables(Utf8JsonWriter writer, ImmutableArray<VariableDefinition> variables)
    {
        writer.WriteStartArray();
        foreach (var variable in variables)
        {
            variable.Raw.WriteTo(writer);
        }

        writer.WriteEndArray();
    }

    private static void Activity(Utf8JsonWriter writer, ActivityDefinition activity)
    {
        var entries = activity.Properties.Select(p => (p.Name, (Action<Utf8JsonWriter>)(w => Property(w, activity, p)))).ToList();
        entries.Add(("id", w => w.WriteStringValue(activity.Id)));
        entries.Add(("type", w => w.WriteStringValue(activity.Type)));
        if (activity.Name is not null)
        {
            entries.Add(("name", w => w.WriteStringValue(activity.Name)));
        }

        entries.AddRange(activity.Slots.Where(s => !s.Property.Contains('[', StringComparison.Ordinal)).Select(s => (s.Property, (Action<Utf8JsonWriter>)(w => Activity(w, s.Activity)))));
        writer.WriteStartObject();
        Write(writer, entries, ActivityOrder);
        Children(writer, activity);
        writer.WriteEndObject();
    }

    /// <summary>A property as it was read, but for the activities in its list: those are written as they are now.</summary>
    private static void Property(Utf8JsonWriter writer, ActivityDefinition activity, RawProperty property)
    {
        if (property.Value.ValueKind != JsonValueKind.Array || !activity.Slots.Any(s => s.Property.StartsWith(property.Name + "[", StringComparison.Ordinal)))
        {
            property.Value.WriteTo(writer);
            return;
        }

        writer.WriteStartArray();
        var index = 0;
        foreach (var item in property.Value.EnumerateArray())
        {
            Item(writer, activity, $"{property.Name}[{index++}]", item);
        }

        writer.WriteEndArray();
    }

    private static void Item(Utf8JsonWriter writer, ActivityDefinition activity, string name, JsonElement item)
    {
        if (Held(activity, name) is { } child)
        {
            Activity(writer, child);
        }
        else if (Held(activity, name + ".activity") is { } nested)
        {
            writer.WriteStartObject();
            foreach (var entry in item.EnumerateObject())
            {
                writer.WritePropertyName(entry.Name);
                if (entry.Name.Equals("activity", StringComparison.OrdinalIgnoreCase))
                {
                    Activity(writer, nested);
                }
                else
                {
                    entry.Value.WriteTo(writer);
                }
            }

            writer.WriteEndObject();
        }
        else
        {
            item.WriteTo(writer);
        }
    }

    private static ActivityDefinition? Held(ActivityDefinition activity, string slot) =>
        activity.Slots.FirstOrDefault(s => s.Property == slot)?.Activity;

    private static void Children(Utf8JsonWriter writer, ActivityDefinition activity)
    {
        if (!activity.Activities.IsEmpty)
        {
            writer.WriteStartArray("activities");
            foreach (var child in activity.Activities)
            {
                Activity(writer, child);
            }

            writer.WriteEndArray();
        }

        if (!activity.Connections.IsEmpty)
        {
            writer.WriteStartArray("connections");
            foreach (var connection in activity.Connections)
            {
                Connection(writer, connection);
            }

            writer.WriteEndArray();
        }
    }

    private static void Connection(Utf8JsonWriter writer, Connection connection)
    {
        writer.WriteStartObject();
        End(writer, "source", connection.Source, connection.Port);
        End(writer, "target", connection.Target, connection.TargetPort);
        Write(writer, Entries(connection.Properties), []);
        writer.WriteEndObject();
    }

    private static void End(Utf8JsonWriter writer, string side, string activity, string port)
    {
        writer.WriteStartObject(side);
        writer.WriteString("activity", activity);
        writer.WriteString("port", port);
        writer.WriteEndObject();
    }

    private static List<(string Name, Action<Utf8JsonWriter> Value)> Entries(ImmutableArray<RawProperty> properties) =>
        [.. properties.Select(p => (p.Name, (Action<Utf8JsonWriter>)(w => p.Value.WriteTo(w))))];

    private static void Write(Utf8JsonWriter writer, List<(string Name, Action<Utf8JsonWriter> Value)> entries, ImmutableArray<string> order)
    {
        foreach (var (name, value) in entries.OrderBy(e => Rank(order, e.Name)))
        {
            writer.WritePropertyName(name);
            value(writer);
        }
    }

    private static int Rank(ImmutableArray<string> order, string name)
    {
        var at = order.IndexOf(name);
        return at < 0 ? order.Length : at;
    }
}
