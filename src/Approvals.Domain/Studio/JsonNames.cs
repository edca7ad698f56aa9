using System.Text.Json.Nodes;

namespace Approvals.Domain.Studio;

/// <summary>What tells the elements of a list apart.</summary>
internal static class JsonNames
{
    private static readonly string[] Properties = ["id", "key", "code", "type", "kind", "name", "value", "path", "at"];

    private static readonly string[] Weak = ["type", "kind", "at"];

    /// <summary>The name of an element: the value of the first property that names it, with the property; null when nothing does.</summary>
    internal static string? NameOf(JsonNode? element)
    {
        if (element is not JsonObject map)
        {
            return null;
        }

        if (Connection(map) is { } connection)
        {
            return connection;
        }

        var strong = Properties.Except(Weak).Select(p => Named(map, p)).FirstOrDefault(n => n is not null);
        return strong ?? Weak.Select(p => Named(map, p)).FirstOrDefault(n => n is not null);
    }

    /// <summary>A connection of a flow is told by its ends.</summary>
    internal static string? Connection(JsonObject map) =>
        map["source"] is JsonObject source && map["target"] is JsonObject target ? $"{source["activity"]}:{source["port"]}>{target["activity"]}:{target["port"]}" : null;

    private static string? Named(JsonObject map, string property) =>
        map[property] is JsonValue value && value.ToString() is { Length: > 0 } text ? $"[{property}={text}]" : null;
}
