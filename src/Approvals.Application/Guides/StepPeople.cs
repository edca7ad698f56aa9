using System.Text.Json;
using Approvals.Workflows;

namespace Approvals.Application.Guides;

/// <summary>Says in words who acts at a step, from the definition alone.</summary>
internal static class StepPeople
{
    private static readonly Dictionary<string, string> None = [];

    /// <summary>Such as "city level: reviewer"; empty when the definition computes it.</summary>
    internal static string Of(ActivityDefinition activity, MessageCatalog texts, string language)
    {
        var participants = (activity.Property("participants") ?? activity.Property("panel") ?? activity.Property("who")) is { } input
            ? Value(input)
            : null;
        var entries = participants is not { } value ? []
            : value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().ToList()
            : new List<JsonElement> { value };
        return string.Join(language == "en" ? ", " : "、", entries.Select(e => Word(e, texts, language)).Where(w => w.Length > 0).Distinct());
    }

    /// <summary>The literal value of an input, JSON text opened.</summary>
    internal static JsonElement? Value(JsonElement input)
    {
        var value = input.ValueKind == JsonValueKind.Object && input.TryGetProperty("expression", out var expression)
            ? expression.TryGetProperty("value", out var inner) ? inner : default
            : input;
        if (value.ValueKind != JsonValueKind.String || value.GetString() is not ['[' or '{', ..] text)
        {
            return value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null ? null : value;
        }

        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Word(JsonElement entry, MessageCatalog texts, string language)
    {
        var kind = Text(entry, "kind");
        if (kind != "role")
        {
            return kind is null ? "" : Known(texts, $"participant.{kind}", language);
        }

        var role = Text(entry, "role") is { } code ? texts.Format($"role.{code}", None, language) : "";
        var level = Text(entry, "level") is { } name ? texts.Format($"level.{name}", None, language) : "";
        return language == "en" && level.Length > 0 ? $"{level}: {role}" : level + role;
    }

    private static string Known(MessageCatalog texts, string code, string language) =>
        texts.Texts.ContainsKey(code) ? texts.Format(code, None, language) : "";

    private static string? Text(JsonElement entry, string name) =>
        entry.ValueKind == JsonValueKind.Object && entry.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
