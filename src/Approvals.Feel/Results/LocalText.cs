using System.Text.Json;
using System.Text.Json.Serialization;

namespace Approvals;

/// <summary>A text in both languages of the product.</summary>
/// <param name="Zh">Simplified Chinese, the first language.</param>
/// <param name="En">English.</param>
[JsonConverter(typeof(LocalTextConverter))]
public sealed record LocalText(string Zh, string En)
{
    /// <summary>The text in a language; anything that does not start with <c>en</c> is Chinese.</summary>
    public string In(string? language) =>
        language is not null && language.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? En : Zh;
}

/// <summary>Reads a text as a string (both languages alike) or as an object of languages; writes the object.</summary>
public sealed class LocalTextConverter : JsonConverter<LocalText>
{
    /// <inheritdoc />
    public override LocalText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            var text = reader.GetString()!;
            return new LocalText(text, text);
        }

        using var document = JsonDocument.ParseValue(ref reader);
        if (document.RootElement.ValueKind != JsonValueKind.Object)
        {
            throw new JsonException("A text is a string or an object of languages.");
        }

        var zh = Text(document.RootElement, "zh-CN");
        var en = Text(document.RootElement, "en");
        return new LocalText(zh ?? en ?? throw new JsonException("A text needs zh-CN or en."), en ?? zh!);
    }

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, LocalText value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("zh-CN", value.Zh);
        writer.WriteString("en", value.En);
        writer.WriteEndObject();
    }

    private static string? Text(JsonElement element, string language) =>
        element.TryGetProperty(language, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;
}
