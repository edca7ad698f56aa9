using System.Text.Json.Nodes;

namespace Approvals.Workflows;

/// <summary>
/// JSON that Elsa's serialisers wrote with marks of their own: lists as <c>$values</c> or <c>_items</c>, JSON kept as text in an
/// <c>_island</c>, things written once under a <c>$id</c> and named by <c>$ref</c> afterwards. Read as the plain values they stand for.
/// </summary>
internal static class ElsaJson
{
    /// <summary>How much a value may grow by what it refers to.</summary>
    private const int Most = 100_000;

    private static readonly JsonSerializerOptions Deep = new() { MaxDepth = 1_000 };

    private static readonly ImmutableArray<string> Marks = ["$values", "$ref", "$id", "_items", "_island", "_type"];

    /// <summary>A value without marks.</summary>
    public static JsonElement Plain(JsonElement value) => IsMarked(value, Marks) ? new Reading(value, plain: true).Element() : value;

    /// <summary>A document in which everything stands where it is referred to; what else is marked stays as it is.</summary>
    public static JsonElement Resolved(JsonElement document) => IsMarked(document, ["$ref"]) ? new Reading(document, plain: false).Element() : document;

    private static bool IsMarked(JsonElement value, ImmutableArray<string> marks) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().Any(p => marks.Contains(p.Name) || IsMarked(p.Value, marks)),
        JsonValueKind.Array => value.EnumerateArray().Any(i => IsMarked(i, marks)),
        _ => false,
    };

    private sealed class Reading
    {
        private readonly Dictionary<string, JsonElement> _known = new(StringComparer.Ordinal);
        private readonly HashSet<string> _open = new(StringComparer.Ordinal);
        private readonly JsonElement _value;
        private readonly bool _plain;
        private int _written;

        public Reading(JsonElement value, bool plain)
        {
            (_value, _plain) = (value, plain);
            Learn(value);
        }

        public JsonElement Element() => JsonSerializer.SerializeToElement(Of(_value), Deep);

        private void Learn(JsonElement value)
        {
            if (value.ValueKind == JsonValueKind.Array)
            {
                foreach (var item in value.EnumerateArray())
                {
                    Learn(item);
                }
            }
            else if (value.ValueKind == JsonValueKind.Object)
            {
                if (Text(value, "$id") is { } id)
                {
                    _known.TryAdd(id, value);
                }

                foreach (var property in value.EnumerateObject())
                {
                    Learn(property.Value);
                }
            }
        }

        private JsonNode? Of(JsonElement value)
        {
            _written++;
            return value.ValueKind switch
            {
                JsonValueKind.Array => new JsonArray([.. value.EnumerateArray().Select(Of)]),
                JsonValueKind.Object => Object(value),
                JsonValueKind.Null => null,
                _ => JsonValue.Create(value),
            };
        }

        private JsonNode? Object(JsonElement value)
        {
            if (Text(value, "$ref") is { } id && value.EnumerateObject().Count() == 1 && _known.TryGetValue(id, out var meant))
            {
                return _written > Most ? null : Of(meant);
            }

            return Text(value, "$id") is { } own ? Once(own, () => Members(value)) : Members(value);
        }

        /// <summary>What contains itself is cut where it would begin anew.</summary>
        private JsonNode? Once(string id, Func<JsonNode?> read)
        {
            if (!_open.Add(id))
            {
                return null;
            }

            var node = read();
            _open.Remove(id);
            return node;
        }

        private JsonNode? Members(JsonElement value)
        {
            if (_plain && (List(value, "$values") ?? List(value, "_items")) is { } list)
            {
                return Of(list);
            }

            if (_plain && Text(value, "_island") is { } island)
            {
                return JsonText.Parse(island) is { } json ? Of(json) : JsonValue.Create(island);
            }

            var members = new JsonObject();
            foreach (var property in value.EnumerateObject().Where(p => p.Name != "$id" && !(_plain && p.Name == "_type")))
            {
                members[property.Name] = Of(property.Value);
            }

            return members;
        }

        private static JsonElement? List(JsonElement value, string name) =>
            value.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? list : null;

        private static string? Text(JsonElement value, string name) =>
            value.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;
    }
}
