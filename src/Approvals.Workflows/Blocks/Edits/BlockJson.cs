using System.Text.Json.Nodes;

namespace Approvals.Workflows;

/// <summary>Reads and writes the properties of an activity as JSON that can be changed; what is not spoken of stays as it is.</summary>
internal static class BlockJson
{
    /// <summary>A copy of a property that can be changed; null when it is not there.</summary>
    public static JsonNode? Node(ActivityDefinition activity, string name) =>
        activity.Property(name) is { ValueKind: not JsonValueKind.Null } value ? JsonNode.Parse(value.GetRawText()) : null;

    /// <summary>A copy of a property as an object; an empty one when it is not there or is no object.</summary>
    public static JsonObject Map(ActivityDefinition activity, string name) => Node(activity, name) as JsonObject ?? [];

    /// <summary>The activity with a property written over, or as a new one; null takes it away.</summary>
    public static ActivityDefinition With(this ActivityDefinition activity, string name, JsonNode? value)
    {
        var at = -1;
        for (var i = 0; i < activity.Properties.Length && at < 0; i++)
        {
            at = string.Equals(activity.Properties[i].Name, name, StringComparison.OrdinalIgnoreCase) ? i : -1;
        }

        if (value is null)
        {
            return at < 0 ? activity : activity with { Properties = activity.Properties.RemoveAt(at) };
        }

        var property = new RawProperty(at < 0 ? name : activity.Properties[at].Name, Element(value));
        return activity with { Properties = at < 0 ? activity.Properties.Add(property) : activity.Properties.SetItem(at, property) };
    }

    /// <summary>A node as an element of its own.</summary>
    public static JsonElement Element(JsonNode value)
    {
        using var document = JsonDocument.Parse(value.ToJsonString());
        return document.RootElement.Clone();
    }

    /// <summary>An input as Elsa writes it.</summary>
    public static JsonObject Input(string typeName, string expression, JsonNode? value) =>
        new() { ["typeName"] = typeName, ["expression"] = new JsonObject { ["type"] = expression, ["value"] = value } };

    /// <summary>The list that an input holds, to be changed; null when the input is no list.</summary>
    public static JsonArray? List(JsonNode? input) => input switch
    {
        JsonArray bare => bare,
        JsonObject map when map["expression"] is JsonObject expression => List(expression["value"]),
        JsonObject map => List(map["$values"] ?? map["value"]),
        JsonValue text when text.TryGetValue<string>(out var json) && JsonText.Parse(json) is { ValueKind: JsonValueKind.Array } list => JsonNode.Parse(list.GetRawText()) as JsonArray,
        _ => null,
    };

    /// <summary>An input that holds another list; the rest of it stays.</summary>
    public static JsonNode WithList(JsonNode? input, JsonArray list)
    {
        if (input is not JsonObject map)
        {
            return input is JsonArray ? list : Input("Object", "Object", list);
        }

        var expression = map["expression"] as JsonObject ?? [];
        if (expression["value"] is JsonObject values && values.ContainsKey("$values"))
        {
            values["$values"] = Own(list);
        }
        else
        {
            expression["type"] = expression["type"]?.ToString() is "Literal" or "Json" or null ? "Object" : expression["type"]!.DeepClone();
            expression["value"] = Own(list);
        }

        if (map["expression"] is null)
        {
            map["expression"] = expression;
        }

        return map;
    }

    private static JsonArray Own(JsonArray list) => list.Parent is null ? list : (JsonArray)list.DeepClone();
}
