using System.Globalization;
using System.Text.Json;

namespace Approvals.Feel;

/// <summary>Reads values from JSON.</summary>
internal static class JsonReading
{
    public static FeelValue Read(JsonElement element) => Read(element, 0);

    private static FeelValue Read(JsonElement element, int depth) => element.ValueKind switch
    {
        JsonValueKind.True => FeelValue.True,
        JsonValueKind.False => FeelValue.False,
        JsonValueKind.Number => Number(element),
        JsonValueKind.String => FeelValue.Of(element.GetString()),
        JsonValueKind.Array when depth < Nesting.Limit => FeelValue.Of(element.EnumerateArray().Select(item => Read(item, depth + 1))),
        JsonValueKind.Object when depth < Nesting.Limit => Temporal(element) ?? Context(element, depth),
        _ => FeelValue.Null,
    };

    private static FeelValue Number(JsonElement element) =>
        decimal.TryParse(element.GetRawText(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? FeelValue.Of(number) : FeelValue.Null;

    private static FeelValue? Temporal(JsonElement element)
    {
        if (!element.TryGetProperty("@type", out var type) || type.ValueKind != JsonValueKind.String ||
            !element.TryGetProperty("value", out var text) || text.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        var value = text.GetString()!;
        return type.GetString() switch
        {
            "date" => TemporalReader.Date(value),
            "time" => TemporalReader.Time(value),
            "date and time" => TemporalReader.DateTime(value),
            "days and time duration" or "years and months duration" => TemporalReader.Duration(value),
            _ => null,
        };
    }

    private static FeelValue Context(JsonElement element, int depth)
    {
        var builder = new FeelContextBuilder();
        foreach (var property in element.EnumerateObject())
        {
            builder.Set(property.Name, Read(property.Value, depth + 1));
        }

        return FeelValue.Of(builder.Build());
    }
}
