using System.Collections.Frozen;
using System.Text.Json.Nodes;

namespace Approvals.Domain.Studio.Compare;

/// <summary>The words of differences: names of settings and values in both languages; what has no word stands under its own name.</summary>
internal sealed class CompareWords(IReadOnlyDictionary<string, LocalText> texts)
{
    private const int Longest = 160;

    private static readonly string[] Labels = ["label", "title", "name", "text", "displayText"];

    /// <summary>What only holds others together, and has no name for people.</summary>
    private static readonly FrozenSet<string> Unsaid =
        FrozenSet.Create(StringComparer.Ordinal, "root", "activities", "components", "customProperties", "approvals", "metadata", "validate", "conditional");

    internal static LocalText Empty { get; } = new("", "");

    /// <summary>A setting's name; empty where it only holds others together.</summary>
    internal LocalText Name(string property) => Unsaid.Contains(property) ? Empty : texts.GetValueOrDefault($"compare.name.{property}") ?? Plain(property);

    /// <summary>What an element of a list is called, such as field or step.</summary>
    internal LocalText Item(string list) => texts.GetValueOrDefault($"compare.item.{list}") ?? Name(list);

    internal LocalText Text(string code, params ReadOnlySpan<(string Name, LocalText Value)> data)
    {
        var text = texts.GetValueOrDefault($"compare.{code}") ?? Plain(code);
        foreach (var (name, value) in data)
        {
            text = new LocalText(
                text.Zh.Replace($"{{{name}}}", value.Zh, StringComparison.Ordinal), text.En.Replace($"{{{name}}}", value.En, StringComparison.Ordinal));
        }

        return text;
    }

    /// <summary>The name that an element has in the file.</summary>
    internal LocalText Label(JsonNode? element, string otherwise) => element is JsonObject map
        ? Named(map) ?? Plain(otherwise)
        : element is null ? Plain(otherwise) : Value(element);

    /// <summary>A value in words.</summary>
    internal LocalText Value(JsonNode? value) => value switch
    {
        null => Text("none"),
        JsonObject map when Words(map) is { } words => words,
        JsonObject map when Length(map) is { } length => length,
        JsonObject map => Named(map) ?? Plain(map.ToJsonString()),
        JsonArray { Count: 0 } => Text("none"),
        JsonArray list => Joined([.. list.Select(Value)]),
        JsonValue plain when plain.TryGetValue<bool>(out var truth) => Text(truth ? "yes" : "no"),
        _ => texts.GetValueOrDefault($"compare.value.{value}") ?? Plain(value.ToString()),
    };

    /// <summary>A length of time, such as five working days; null of anything else.</summary>
    internal LocalText? Length(JsonObject map) => map["length"] is JsonValue length && map["unit"] is JsonValue unit
        ? Text($"unit.{unit}", ("length", Plain(length.ToString())))
        : null;

    internal static LocalText Joined(IReadOnlyList<LocalText> parts) => new(
        Cut(string.Join('、', parts.Select(p => p.Zh))), Cut(string.Join(", ", parts.Select(p => p.En))));

    internal static LocalText Plain(string text) => new(Cut(text), Cut(text));

    /// <summary>A text in two languages; null of anything else.</summary>
    internal static LocalText? Words(JsonObject map)
    {
        var (zh, en) = (String(map["zh-CN"]), String(map["en"]));
        return (zh ?? en) is { } known && map.All(p => p.Key is "zh-CN" or "en") ? new LocalText(Cut(zh ?? known), Cut(en ?? known)) : null;
    }

    private static LocalText? Named(JsonObject map)
    {
        if (map["customProperties"] is JsonObject custom && custom["approvals"] is JsonObject own && own["name"] is JsonObject name && Words(name) is { } known)
        {
            return known;
        }

        foreach (var property in Labels)
        {
            if (map[property] is JsonObject text && Words(text) is { } words)
            {
                return words;
            }
        }

        return (map["metadata"] as JsonObject)?["displayText"] is JsonValue shown && String(shown) is { Length: > 0 } display ? Plain(display)
            : Labels.Select(p => String(map[p])).FirstOrDefault(t => t is { Length: > 0 }) is { } plain ? Plain(plain)
            : null;
    }

    private static string? String(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static string Cut(string text) => text.Length > Longest ? text[..(Longest - 1)] + "…" : text;
}
