namespace Approvals.Workflows;

/// <summary>Looks into JSON as old and new exports write it: any case of names, arrays also as <c>$values</c>, as one object, or absent.</summary>
internal static class Raw
{
    public static JsonElement? Get(JsonElement element, string name)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        if (element.TryGetProperty(name, out var exact))
        {
            return exact;
        }

        foreach (var property in element.EnumerateObject())
        {
            if (string.Equals(property.Name, name, StringComparison.OrdinalIgnoreCase))
            {
                return property.Value;
            }
        }

        return null;
    }

    public static string? Text(JsonElement element, string name) =>
        Get(element, name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    /// <summary>The items of an array, however it was written.</summary>
    public static IEnumerable<JsonElement> Items(JsonElement? element) => element switch
    {
        { ValueKind: JsonValueKind.Array } array => array.EnumerateArray(),
        { ValueKind: JsonValueKind.Object } one => Get(one, "$values") is { ValueKind: JsonValueKind.Array } values ? values.EnumerateArray() : [one],
        _ => [],
    };

    public static IEnumerable<RawProperty> Others(JsonElement element, params string[] known) => element.ValueKind != JsonValueKind.Object ? [] : element.EnumerateObject()
        .Where(p => !known.Contains(p.Name, StringComparer.OrdinalIgnoreCase))
        .Select(p => new RawProperty(p.Name, p.Value));
}
