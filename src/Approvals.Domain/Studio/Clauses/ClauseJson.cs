using System.Globalization;
using System.Text.Json.Nodes;
using Approvals.Domain.Studio.Compare;

namespace Approvals.Domain.Studio.Clauses;

/// <summary>The texts of a JSON file, each with the step, field or setting that it belongs to.</summary>
/// <param name="area">What the file is about.</param>
/// <param name="path">The file.</param>
/// <param name="identity">The property that names steps or fields; null in a file of settings, where the record around a text is what it belongs to.</param>
internal sealed class ClauseJson(ClauseArea area, string path, string? identity)
{
    private const string Chinese = "zh-CN";

    private static readonly CompareWords Names = new(ImmutableDictionary<string, LocalText>.Empty);

    internal IEnumerable<ClauseText> Of(JsonNode? document) => Walk(document, new Spot("", ""), null);

    private IEnumerable<ClauseText> Walk(JsonNode? node, Spot spot, Owner? owner)
    {
        switch (node)
        {
            case JsonValue value when value.TryGetValue<string>(out var text):
                return Texts(value, text, spot, owner);
            case JsonObject map when map[Chinese] is JsonValue chinese:
                return Texts(map, chinese.ToString(), spot, owner);
            case JsonObject map:
                var own = OwnerAt(map, spot) ?? owner;
                return map.SelectMany(p => Walk(p.Value, spot.Below(p.Key), own));
            case JsonArray list:
                return list.SelectMany((item, i) => Walk(item, spot.At(i, item), owner));
            default:
                return [];
        }
    }

    /// <summary>A text in both languages counts once; one that belongs to nothing smaller than the file counts by its sentences.</summary>
    private IEnumerable<ClauseText> Texts(JsonNode node, string text, Spot spot, Owner? owner)
    {
        var use = new ClauseUse(area, path, identity is null ? spot.Place : owner?.Id ?? "", text) { Owner = owner?.Title };
        if (owner is not null)
        {
            return [new ClauseText(use, owner.Id, () => Said(owner.Node, isWhole: true)?.ToJsonString() ?? "")];
        }

        return area == ClauseArea.Setting
            ? ClauseTexts.Sentences(text).Select(sentence => new ClauseText(use with { Text = sentence }, spot.Name, () => sentence))
            : [new ClauseText(use, spot.Name, () => node.ToJsonString())];
    }

    private Owner? OwnerAt(JsonObject map, Spot spot) =>
        identity is null ? spot.Name.Length == 0 ? null : new Owner(spot.Name, map)
        : map[identity] is JsonValue named ? new Owner(named.ToString(), map)
        : null;

    /// <summary>What a step or field says itself: those inside it count by their names, and where it is drawn does not count.</summary>
    private JsonNode? Said(JsonNode? node, bool isWhole) => node switch
    {
        JsonObject map when !isWhole && identity is not null && map[identity] is JsonValue named => JsonValue.Create(named.ToString()),
        JsonObject map => new JsonObject(map.Where(p => p.Key != "designer").Select(p => KeyValuePair.Create(p.Key, Said(p.Value, isWhole: false)))),
        JsonArray list => new JsonArray([.. list.Select(item => Said(item, isWhole: false))]),
        _ => node?.DeepClone(),
    };

    /// <summary>A place of the file: by its address, and by the names of what is on the way, which stay when others come and go.</summary>
    private sealed record Spot(string Place, string Name)
    {
        internal Spot Below(string property) => new($"{Place}/{property}", $"{Name}/{property}");

        internal Spot At(int index, JsonNode? element)
        {
            var number = index.ToString(CultureInfo.InvariantCulture);
            return new Spot($"{Place}/{number}", $"{Name}/{JsonNames.NameOf(element) ?? number}");
        }
    }

    private sealed record Owner(string Id, JsonObject Node)
    {
        internal LocalText? Title => Names.Label(Node, "") is { Zh.Length: > 0 } title ? title : null;
    }
}
