namespace Approvals.Workflows;

/// <summary>Finds and replaces the scripts inside a property of an activity, wherever they lie; children are walked as activities.</summary>
internal static class ExpressionWalk
{
    /// <summary>Whether JSON holds an expression of a language.</summary>
    public static bool Has(JsonElement json, string language) => json.ValueKind switch
    {
        JsonValueKind.Object => !IsActivity(json) && (Is(json, language) || json.EnumerateObject().Any(p => Has(p.Value, language))),
        JsonValueKind.Array => json.EnumerateArray().Any(item => Has(item, language)),
        _ => false,
    };

    /// <summary>The same JSON with each script replaced by what a function makes of its place and text; null keeps it.</summary>
    public static JsonElement Replace(JsonElement json, string place, string language, Func<string, string, string?> translate)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            Copy(writer, json, place, language, translate);
        }

        using var document = JsonDocument.Parse(stream.ToArray(), new JsonDocumentOptions { MaxDepth = 1_000 });
        return document.RootElement.Clone();
    }

    private static void Copy(Utf8JsonWriter writer, JsonElement json, string place, string language, Func<string, string, string?> translate)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Object when Is(json, language) && translate(place, Raw.Text(json, "value")!) is { } feel:
                Expression(writer, json, feel);
                break;
            case JsonValueKind.Object when !IsActivity(json):
                writer.WriteStartObject();
                foreach (var property in json.EnumerateObject())
                {
                    writer.WritePropertyName(property.Name);
                    Copy(writer, property.Value, Inside(place, property.Name), language, translate);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                var index = 0;
                foreach (var item in json.EnumerateArray())
                {
                    Copy(writer, item, $"{place}[{index++}]", language, translate);
                }

                writer.WriteEndArray();
                break;
            default:
                json.WriteTo(writer);
                break;
        }
    }

    private static void Expression(Utf8JsonWriter writer, JsonElement json, string feel)
    {
        writer.WriteStartObject();
        foreach (var property in json.EnumerateObject())
        {
            writer.WritePropertyName(property.Name);
            switch (property.Name.ToUpperInvariant())
            {
                case "TYPE":
                    writer.WriteStringValue("FEEL");
                    break;
                case "VALUE":
                    writer.WriteStringValue(feel);
                    break;
                default:
                    property.Value.WriteTo(writer);
                    break;
            }
        }

        writer.WriteEndObject();
    }

    /// <summary>The wrappers of an input do not count as places.</summary>
    private static string Inside(string place, string name) =>
        name is "expression" or "value" or "$values" ? place : $"{place}.{name}";

    /// <summary>Activities are walked by themselves.</summary>
    private static bool IsActivity(JsonElement json) =>
        Raw.Text(json, "type") is { } type && (Raw.Text(json, "id") is not null || ActivityReading.IsKnown(type));

    private static bool Is(JsonElement json, string language) =>
        Raw.Text(json, "type") == language && Raw.Get(json, "value") is { ValueKind: JsonValueKind.String };
}
