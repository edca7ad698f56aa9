using System.Text.Json;

namespace Approvals.Domain.Packages.Checks;

/// <summary>Reads the inputs of an activity as the definition holds them.</summary>
internal static class ActivityInputs
{
    private static readonly ImmutableHashSet<string> NotInputs = ["metadata", "customProperties", "version", "nodeId"];

    /// <summary>An input given outright as text; null when it is absent, empty or computed.</summary>
    internal static string? Literal(ActivityDefinition activity, string input) =>
        Value(activity, input) is { Value.ValueKind: JsonValueKind.String, IsFeel: false } given
        && given.Value.GetString() is { Length: > 0 } text && !text.StartsWith('=') ? text : null;

    /// <summary>An input given outright as a list of texts.</summary>
    internal static IEnumerable<string> Literals(ActivityDefinition activity, string input)
    {
        if (Value(activity, input) is not { IsFeel: false } given) return [];
        var value = given.Value.ValueKind == JsonValueKind.String ? JsonText.Parse(given.Value.GetString()!) : given.Value;
        return value is { ValueKind: JsonValueKind.Array } list
            ? list.EnumerateArray().Where(e => e.ValueKind == JsonValueKind.String).Select(e => e.GetString()!).ToList() : [];
    }

    /// <summary>The entries of an input given outright as an object.</summary>
    internal static IEnumerable<JsonProperty> Entries(ActivityDefinition activity, string input)
    {
        if (Value(activity, input) is not { IsFeel: false } given) return [];
        var value = given.Value.ValueKind == JsonValueKind.String ? JsonText.Parse(given.Value.GetString()!) : given.Value;
        return value is { ValueKind: JsonValueKind.Object } entries ? entries.EnumerateObject() : [];
    }

    /// <summary>Every FEEL text of an activity with the input it stands in.</summary>
    internal static IEnumerable<(string Input, string Text)> Expressions(ActivityDefinition activity) =>
        activity.Properties.Where(p => !NotInputs.Contains(p.Name)).SelectMany(p => OfInput(p.Value).Select(t => (p.Name, t)));

    /// <summary>What an expression reads; an expression that does not compile is the engine's to report.</summary>
    internal static ImmutableArray<string> References(string text) =>
        FeelExpression.Compile(text.StartsWith('=') ? text[1..] : text, Json.Expressions.Scope) is { IsSuccess: true } compiled
            ? compiled.Value.References : [];

    private static (JsonElement Value, bool IsFeel)? Value(ActivityDefinition activity, string input)
    {
        if (activity.Property(input) is not { } property) return null;
        if (property.ValueKind != JsonValueKind.Object || !property.TryGetProperty("expression", out var expression)) return (property, false);
        if (expression.ValueKind != JsonValueKind.Object || !expression.TryGetProperty("value", out var value)) return null;
        return (value, Type(expression) == "FEEL");
    }

    private static string Type(JsonElement expression) =>
        expression.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String ? type.GetString()! : "Literal";

    private static IEnumerable<string> OfInput(JsonElement input)
    {
        if (input.ValueKind == JsonValueKind.Object && input.TryGetProperty("expression", out var expression)
            && expression.ValueKind == JsonValueKind.Object)
        {
            if (!expression.TryGetProperty("value", out var value)) return [];
            if (Type(expression) == "FEEL") return value.ValueKind == JsonValueKind.String ? [value.GetString()!] : [];
            return Type(expression) is "Object" or "Json" && value.ValueKind == JsonValueKind.String
                && JsonText.Parse(value.GetString()!) is { } parsed ? Marked(parsed) : Marked(value);
        }

        return Marked(input);
    }

    /// <summary>Inside an object a text that starts with <c>=</c> is FEEL; nested inputs are read as inputs.</summary>
    private static IEnumerable<string> Marked(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString() is { Length: > 1 } text && text[0] == '=' ? [text] : [],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(OfInput),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => OfInput(p.Value)),
        _ => [],
    };
}
