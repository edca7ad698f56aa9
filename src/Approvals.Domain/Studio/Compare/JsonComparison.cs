using System.Collections.Frozen;
using System.Text.Json.Nodes;
using Approvals.Domain.Studio.Merge;

namespace Approvals.Domain.Studio.Compare;

/// <summary>
/// Compares two JSON documents by what they mean: properties by name, elements of lists by what names them, so that a new element is one
/// difference and not a shift of all that follow.
/// </summary>
internal sealed class JsonComparison(Told told)
{
    /// <summary>What says nothing of the policy: where a block is drawn, what Elsa derives.</summary>
    private static readonly FrozenSet<string> Silent = new[]
    {
        "$schema", "nodeId", "version", "createdAt", "toolVersion", "isLatest", "isPublished", "memoryReference", "typeName", "designer", "vertices",
        "position", "size", "schemaVersion", "storageDriverTypeName",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The step that is being compared.</summary>
    private string? _activity;

    /// <summary>Whether that step has a name of its own beside what Elsa shows.</summary>
    private bool _named;

    /// <summary>The property whose list is being compared.</summary>
    private string _list = "";

    internal void Compare(JsonNode? old, JsonNode? @new, LocalText root) => Node(old, @new, root, "");

    private CompareWords Words => told.Words;

    private void Node(JsonNode? old, JsonNode? @new, LocalText what, string place)
    {
        var (before, after) = (Unwrapped(old), Unwrapped(@new));
        if (JsonNode.DeepEquals(before, after))
        {
            return;
        }

        switch (before, after)
        {
            case (JsonObject a, JsonObject b) when CompareWords.Words(a) is null || CompareWords.Words(b) is null:
                Maps(a, b, what, place);
                break;
            case (JsonArray a, JsonArray b) when JsonNames.Apart(a, b) is { } apart:
                Lists(a, b, apart[0], apart[1], what, place);
                break;
            default:
                Leaf(before, after, what, place);
                break;
        }
    }

    private void Leaf(JsonNode? before, JsonNode? after, LocalText what, string place)
    {
        var (was, now) = (Words.Value(before), Words.Value(after));
        told.Add(DifferenceAct.Changed, what, was, was == now ? null : now, place, _activity);
    }

    private void Maps(JsonObject old, JsonObject @new, LocalText what, string place)
    {
        var limits = Words.Length(old) is { } was && Words.Length(@new) is { } now ? (was, now) : default;
        if (limits.was != limits.now)
        {
            told.Add(DifferenceAct.Changed, what, limits.was, limits.now, place, _activity);
        }

        foreach (var name in @new.Select(p => p.Key).Concat(old.Select(p => p.Key)).Distinct(StringComparer.Ordinal).Where(n => !Silent.Contains(n)))
        {
            if ((limits.was is not null && name is "length" or "unit") || (name == "displayText" && _activity is not null && _named))
            {
                continue;
            }

            if (name == "connections" && @new[name] is JsonArray ways && old[name] is JsonArray before)
            {
                new FlowComparison(told).Compare(before, ways, old["activities"] as JsonArray, @new["activities"] as JsonArray);
                continue;
            }

            Property(old, @new, name, Within(what, Words.Name(name)), $"{place}/{name}");
        }
    }

    private void Property(JsonObject old, JsonObject @new, string name, LocalText what, string place)
    {
        if (!old.TryGetPropertyValue(name, out var before))
        {
            Whole(DifferenceAct.Added, @new[name], what, place, name);
        }
        else if (!@new.TryGetPropertyValue(name, out var after))
        {
            Whole(DifferenceAct.Removed, before, what, place, name);
        }
        else
        {
            _list = name;
            Node(before, after, what, place);
        }
    }

    /// <summary>A setting that is new or gone; a list is told by its elements.</summary>
    private void Whole(DifferenceAct act, JsonNode? value, LocalText what, string place, string name)
    {
        if (Unwrapped(value) is JsonArray { Count: > 0 } list && list.All(e => e is JsonObject) && JsonNames.Apart(list) is [{ } names])
        {
            for (var i = 0; i < list.Count; i++)
            {
                Element(act, list[i], names[i], name, what, place);
            }
        }
        else if (Unwrapped(value) is not (null or JsonArray { Count: 0 } or JsonObject { Count: 0 }))
        {
            var shown = Words.Value(Unwrapped(value));
            told.Add(act, what, act == DifferenceAct.Removed ? shown : null, act == DifferenceAct.Added ? shown : null, place, _activity);
        }
    }

    private void Lists(JsonArray old, JsonArray @new, string[] some, string[] others, LocalText what, string place)
    {
        var list = _list;
        if (!old.Concat(@new).All(e => e is JsonObject))
        {
            told.Add(DifferenceAct.Changed, what, Words.Value(old), Words.Value(@new), place, _activity);
            return;
        }

        for (var i = 0; i < others.Length; i++)
        {
            var at = Array.IndexOf(some, others[i]);
            if (at < 0)
            {
                Element(DifferenceAct.Added, @new[i], others[i], list, what, place);
            }
            else
            {
                Inside(old[at], @new[i], others[i], list, what, place);
            }
        }

        for (var i = 0; i < some.Length; i++)
        {
            if (Array.IndexOf(others, some[i]) < 0)
            {
                Element(DifferenceAct.Removed, old[i], some[i], list, what, place);
            }
        }

        Moves(@new, some, others, list, what, place);
    }

    private void Moves(JsonArray @new, string[] some, string[] others, string list, LocalText what, string place)
    {
        string[] before = [.. some.Where(others.Contains)], after = [.. others.Where(some.Contains)];
        if (list == "activities" || before.SequenceEqual(after, StringComparer.Ordinal))
        {
            return;
        }

        foreach (var name in Sequences.Changes(before, after).SelectMany(c => after.Skip(c.With).Take(c.WithCount)).Distinct(StringComparer.Ordinal))
        {
            Element(DifferenceAct.Moved, @new[Array.IndexOf(others, name)], name, list, what, place);
        }
    }

    private void Element(DifferenceAct act, JsonNode? element, string name, string list, LocalText what, string place) =>
        told.Add(act, Called(element, name, list, what), place: $"{place}/{JsonNames.NameOf(element) ?? name}", activity: list == "activities" ? Id(element) : _activity);

    private void Inside(JsonNode? old, JsonNode? @new, string name, string list, LocalText what, string place)
    {
        var (activity, named) = (_activity, _named);
        if (list == "activities")
        {
            (_activity, _named) = (Id(@new), (@new as JsonObject)?["customProperties"]?["approvals"] is JsonObject own && own.ContainsKey("name"));
        }

        Node(old, @new, Called(@new, name, list, what), $"{place}/{JsonNames.NameOf(@new) ?? name}");
        (_activity, _named) = (activity, named);
    }

    private LocalText Called(JsonNode? element, string name, string list, LocalText what)
    {
        var known = JsonNames.NameOf(element) ?? name;
        var bare = known is ['[', .., ']'] && known.IndexOf('=', StringComparison.Ordinal) is > 0 and var equals ? known[(equals + 1)..^1] : known;
        return Within(what, Words.Text("element", ("item", Words.Item(list)), ("name", Words.Label(element, bare))));
    }

    private LocalText Within(LocalText outer, LocalText inner) => outer.Zh.Length == 0 ? inner
        : inner.Zh.Length == 0 ? outer
        : Words.Text("within", ("outer", outer), ("inner", inner));

    private static string? Id(JsonNode? element) => (element as JsonObject)?["id"]?.ToString();

    /// <summary>What an input of a block says, without how it is written down.</summary>
    private static JsonNode? Unwrapped(JsonNode? node) => node is JsonObject map && map["expression"] is JsonObject expression && expression.ContainsKey("value") && map.ContainsKey("typeName")
        ? expression["value"]
        : node;
}
