namespace Approvals.Workflows;

/// <summary>Reads this project's own data out of an activity: <c>customProperties.approvals</c> and the designer's texts.</summary>
internal static class ActivityTexts
{
    public static LocalText Name(ActivityDefinition activity)
    {
        if (Approvals(activity) is { } own && own.TryGetProperty("name", out var name) && Text(name) is { } text)
        {
            return text;
        }

        var designer = activity.Property("metadata") is { ValueKind: JsonValueKind.Object } metadata &&
            metadata.TryGetProperty("displayText", out var shown) && shown.ValueKind == JsonValueKind.String ? shown.GetString() : null;
        var plain = Filled(designer) ?? Filled(activity.Name) ?? activity.Type.Split('.')[^1];
        return new LocalText(plain, plain);
    }

    public static string? Own(ActivityDefinition activity, string key) =>
        Approvals(activity) is { } own && own.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>The name that the definition gives an outcome: <c>customProperties.approvals.outcomes</c>; null where it gives none.</summary>
    public static LocalText? Outcome(ActivityDefinition activity, string outcome) =>
        Outcomes(activity) is { } names && names.TryGetProperty(outcome, out var name) ? Text(name) : null;

    /// <summary>The names that the definition gives outcomes.</summary>
    public static JsonElement? Outcomes(ActivityDefinition activity) =>
        Approvals(activity) is { } own && own.TryGetProperty("outcomes", out var names) && names.ValueKind == JsonValueKind.Object ? names : null;

    public static JsonElement? Approvals(ActivityDefinition activity) =>
        activity.Property("customProperties") is { ValueKind: JsonValueKind.Object } custom &&
        custom.TryGetProperty("approvals", out var own) && own.ValueKind == JsonValueKind.Object ? own : null;

    /// <summary>A text given as a string or as an object of languages.</summary>
    public static LocalText? Text(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.String)
        {
            return new LocalText(element.GetString()!, element.GetString()!);
        }

        if (element.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var zh = String(element, "zh-CN");
        var en = String(element, "en");
        return (zh ?? en) is { } any ? new LocalText(zh ?? any, en ?? any) : null;
    }

    private static string? String(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
