using System.Text.Json.Nodes;

namespace Approvals.Domain.Studio.Merge;

/// <summary>Brings two changes of a JSON document together by what they changed: properties by name, elements of lists by what names them.</summary>
internal static class JsonMerge
{
    /// <summary>Whether both changes can stand; then the document with both.</summary>
    internal static bool TryMerge(JsonNode? old, JsonNode? mine, JsonNode? theirs, out JsonNode? merged)
    {
        merged = null;
        if (JsonNode.DeepEquals(old, theirs) || JsonNode.DeepEquals(mine, theirs))
        {
            merged = mine?.DeepClone();
            return true;
        }

        if (JsonNode.DeepEquals(old, mine))
        {
            merged = theirs?.DeepClone();
            return true;
        }

        return (old, mine, theirs) switch
        {
            (JsonObject a, JsonObject b, JsonObject c) => Maps(a, b, c, out merged),
            (JsonArray a, JsonArray b, JsonArray c) => Lists(a, b, c, out merged),
            _ => false,
        };
    }

    private static bool Maps(JsonObject old, JsonObject mine, JsonObject theirs, out JsonNode? merged)
    {
        var map = new JsonObject();
        merged = map;
        foreach (var name in theirs.Select(p => p.Key).Concat(mine.Select(p => p.Key)).Distinct(StringComparer.Ordinal))
        {
            var (was, wanted, now) = (old.ContainsKey(name), mine.ContainsKey(name), theirs.ContainsKey(name));
            if (wanted && now)
            {
                if (!TryMerge(old[name], mine[name], theirs[name], out var value))
                {
                    return false;
                }

                map[name] = value;
                continue;
            }

            // One took it out: that stands only where the other left it as it was.
            var left = wanted ? mine[name] : theirs[name];
            if (!was)
            {
                map[name] = left?.DeepClone();
            }
            else if (!JsonNode.DeepEquals(old[name], left))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Lists(JsonArray old, JsonArray mine, JsonArray theirs, out JsonNode? merged)
    {
        merged = null;
        if (JsonNames.Apart(old, mine, theirs) is not { } apart || LineMerge.Merge(apart[0], apart[1], apart[2]) is not { } names)
        {
            return false;
        }

        var (a, b, c) = (Named(apart[0], old), Named(apart[1], mine), Named(apart[2], theirs));
        var list = new JsonArray();
        foreach (var name in names)
        {
            if (!Element(a.GetValueOrDefault(name), b.GetValueOrDefault(name), c.GetValueOrDefault(name), out var element))
            {
                return false;
            }

            list.Add(element);
        }

        merged = list;
        return names.Distinct(StringComparer.Ordinal).Count() == names.Count && Untouched(a, b, c, names);
    }

    private static bool Element(Boxed? old, Boxed? mine, Boxed? theirs, out JsonNode? merged)
    {
        if (mine is not null && theirs is not null)
        {
            return TryMerge(old?.Node, mine.Node, theirs.Node, out merged);
        }

        merged = (mine ?? theirs)?.Node?.DeepClone();
        return true;
    }

    /// <summary>What one took out the other must have left as it was.</summary>
    private static bool Untouched(OrderedDictionary<string, Boxed> old, OrderedDictionary<string, Boxed> mine, OrderedDictionary<string, Boxed> theirs, IReadOnlyList<string> left)
    {
        var kept = left.ToHashSet(StringComparer.Ordinal);
        return old.Where(e => !kept.Contains(e.Key)).All(e => Same(e.Value, mine.GetValueOrDefault(e.Key)) && Same(e.Value, theirs.GetValueOrDefault(e.Key)));
    }

    private static bool Same(Boxed old, Boxed? other) => other is null || JsonNode.DeepEquals(old.Node, other.Node);

    private static OrderedDictionary<string, Boxed> Named(string[] names, JsonArray list) =>
        new(names.Zip(list, (name, element) => KeyValuePair.Create(name, new Boxed(element))), StringComparer.Ordinal);

    private sealed record Boxed(JsonNode? Node);
}
