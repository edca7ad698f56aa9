using System.Globalization;

namespace Approvals.Workflows;

/// <summary>Values that a definition gives literally; Elsa writes many of them as text beside a type name.</summary>
internal static class LiteralValue
{
    private static readonly ImmutableArray<string> Collections =
    [
        "icollection", "ienumerable", "ilist", "ireadonlylist", "ireadonlycollection", "list", "hashset", "iset", "jsonarray", "jsonnode", "jarray", "jobject",
        "dictionary", "idictionary", "objectdictionary", "expandoobject",
    ];

    public static FeelValue Of(JsonElement value, string? typeName, bool isArray = false)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            return FeelJson.Read(ElsaJson.Plain(value));
        }

        var text = value.GetString()!;
        return Plain(typeName) switch
        {
            _ when isArray => Json(text) ?? FeelValue.Of(text),
            "boolean" or "bool" => bool.TryParse(text, out var flag) ? FeelValue.Of(flag) : FeelValue.Null,
            "int16" or "int32" or "int64" or "int" or "long" or "single" or "double" or "decimal" =>
                decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? FeelValue.Of(number) : FeelValue.Null,
            "object" or "jsonobject" or "jsonelement" => Json(text) ?? FeelValue.Of(text),
            { } name when name.EndsWith("[]", StringComparison.Ordinal) || Collections.Contains(name) => Json(text) ?? FeelValue.Of(text),
            _ => FeelValue.Of(text),
        };
    }

    /// <summary>The value of JSON text; null when it is none.</summary>
    public static FeelValue? Json(string text)
    {
        try
        {
            return FeelJson.Read(ElsaJson.Plain(JsonSerializer.Deserialize<JsonElement>(text)));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Plain(string? typeName)
    {
        var name = typeName?.Split(',', '`', '<')[0];
        return name is null ? null : name[(name.LastIndexOf('.') + 1)..].TrimEnd('?').ToLowerInvariant();
    }
}
