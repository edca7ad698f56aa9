using System.Text.Json;

namespace Approvals.Feel;

/// <summary>
/// FEEL values as JSON: numbers with all their digits, lists as arrays, contexts as objects, temporal values as
/// <c>{"@type": "date", "value": "2026-01-01"}</c>.
/// </summary>
public static class FeelJson
{
    /// <summary>Reads a value; a number beyond 28 digits gives null.</summary>
    public static FeelValue Read(JsonElement element) => JsonReading.Read(element);

    /// <summary>Reads a value from JSON text.</summary>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static FeelValue Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return Read(document.RootElement);
    }

    /// <summary>Writes a value; ranges and functions are written as their FEEL text.</summary>
    public static void Write(Utf8JsonWriter writer, FeelValue value) => JsonWriting.Write(writer, value);

    /// <summary>The value as compact JSON.</summary>
    public static string ToJson(FeelValue value)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            Write(writer, value);
        }

        return System.Text.Encoding.UTF8.GetString(stream.GetBuffer().AsSpan(0, (int)stream.Length));
    }
}
