namespace Approvals.Workflows;

/// <summary>Writes this project's own data into <c>customProperties.approvals</c> and keeps everything else there.</summary>
internal static class OwnProperties
{
    private const string Custom = "customProperties";
    private const string Own = "approvals";

    /// <summary>The activity with one more entry of its own data; an object there already gets further entries.</summary>
    public static ActivityDefinition With(ActivityDefinition activity, string name, IReadOnlyDictionary<string, JsonElement> entries)
    {
        var custom = activity.Property(Custom);
        var changed = Change(custom, Own, own => Change(own, name, known => Entries(known, entries)));
        return activity with { Properties = Set(activity.Properties, Custom, changed) };
    }

    /// <summary>The properties with one replaced, or added at the end.</summary>
    public static ImmutableArray<RawProperty> Set(ImmutableArray<RawProperty> properties, string name, JsonElement value)
    {
        var at = properties.ToList().FindIndex(p => string.Equals(p.Name, name, StringComparison.OrdinalIgnoreCase));
        return at < 0 ? properties.Add(new RawProperty(name, value)) : properties.SetItem(at, properties[at] with { Value = value });
    }

    private static JsonElement Entries(JsonElement? known, IReadOnlyDictionary<string, JsonElement> entries) =>
        entries.Aggregate(known ?? default, (sum, entry) => Change(sum, entry.Key, _ => entry.Value));

    private static JsonElement Change(JsonElement? parent, string name, Func<JsonElement?, JsonElement> change)
    {
        var properties = parent is { ValueKind: JsonValueKind.Object } given ? given.EnumerateObject().Select(p => (p.Name, p.Value)).ToList() : [];
        var at = properties.FindIndex(p => p.Name == name);
        var value = change(at < 0 ? null : properties[at].Value);
        if (at < 0)
        {
            properties.Add((name, value));
        }
        else
        {
            properties[at] = (name, value);
        }

        return JsonSerializer.SerializeToElement(new RawObject(properties), RawJson.Default.RawObject);
    }
}
