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

    /// <summary>
    /// What tells the elements apart in each of several states of one list, in their order. Elements that nothing names apart, such as the groups
    /// of a form, are told by their place among their like while all states have as many of them, else by their words.
    /// </summary>
    /// <param name="lists">The states of the list.</param>
    /// <returns>Names for each state; null where two elements of a state still share one.</returns>
    internal static string[][]? Apart(params ReadOnlySpan<JsonArray> lists)
    {
        string[][] plain = [.. lists.ToArray().Select(list => list.Select(e => NameOf(e) ?? e?.ToJsonString() ?? "null").ToArray())];
        var counts = plain.Select(names => names.CountBy(n => n, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal)).ToArray();
        string[][] words = [.. lists.ToArray().Select(list => list.OfType<JsonObject>().Where(e => counts.Any(c => c.GetValueOrDefault(NameOf(e) ?? "") > 1)).Select(Words).ToArray())];
        var apart = new string[plain.Length][];
        for (var i = 0; i < plain.Length; i++)
        {
            var seen = new Dictionary<string, int>(StringComparer.Ordinal);
            apart[i] = [.. plain[i].Zip(lists[i], (name, element) => Told(name, element, seen[name] = seen.GetValueOrDefault(name) + 1))];
            if (apart[i].Distinct(StringComparer.Ordinal).Count() != apart[i].Length)
            {
                return null;
            }
        }

        return apart;

        string Told(string name, JsonNode? element, int place) => element is not JsonObject map || counts.All(c => c.GetValueOrDefault(name) <= 1) ? name
            : counts.All(c => c.GetValueOrDefault(name) == counts[0].GetValueOrDefault(name)) && !words.Any(w => Shifts(words[0], w)) ? $"{name}#{place}"
            : $"{name} {Words(map)}";
    }

    private static string Words(JsonObject map) => $"{map["label"]?.ToJsonString()}{map["title"]?.ToJsonString()}{map["text"]?.ToJsonString()}";

    /// <summary>Whether an element, known by its words, stands at another place in the other state: then places tell nothing.</summary>
    private static bool Shifts(string[] one, string[] other) =>
        other.Where((text, place) => text.Length > 0 && Array.IndexOf(one, text) is >= 0 and var at && at != place).Any();

    /// <summary>A connection of a flow is told by its ends.</summary>
    internal static string? Connection(JsonObject map) =>
        map["source"] is JsonObject source && map["target"] is JsonObject target ? $"{source["activity"]}:{source["port"]}>{target["activity"]}:{target["port"]}" : null;

    private static string? Named(JsonObject map, string property) =>
        map[property] is JsonValue value && value.ToString() is { Length: > 0 } text ? $"[{property}={text}]" : null;
}
