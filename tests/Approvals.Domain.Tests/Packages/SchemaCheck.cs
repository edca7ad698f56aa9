using System.Text.Json;
using System.Text.RegularExpressions;

namespace Approvals.Domain.Tests.Packages;

/// <summary>Checks JSON against the part of JSON Schema that docs/schemas uses.</summary>
internal sealed class SchemaCheck(JsonElement root)
{
    internal static List<string> Check(string schema, JsonElement value)
    {
        var root = TestData.Json($"schemas/{schema}.schema.json");
        return [.. new SchemaCheck(root).Errors(root, value, "")];
    }

    private IEnumerable<string> Errors(JsonElement schema, JsonElement value, string at)
    {
        if (schema.TryGetProperty("$ref", out var reference)) return Errors(Definition(reference.GetString()!), value, at);
        return [.. Alternatives(schema, value, at), .. Type(schema, value, at), .. Values(schema, value, at), .. Members(schema, value, at), .. Items(schema, value, at)];
    }

    private JsonElement Definition(string reference) => root.GetProperty("$defs").GetProperty(reference["#/$defs/".Length..]);

    private IEnumerable<string> Alternatives(JsonElement schema, JsonElement value, string at) =>
        new[] { "oneOf", "anyOf" }.Where(k => schema.TryGetProperty(k, out _))
            .Where(k => !schema.GetProperty(k).EnumerateArray().Any(s => !Errors(s, value, at).Any())).Select(_ => $"{at}: fits no alternative");

    private static IEnumerable<string> Type(JsonElement schema, JsonElement value, string at)
    {
        if (!schema.TryGetProperty("type", out var type)) return [];
        IEnumerable<JsonElement> types = type.ValueKind == JsonValueKind.Array ? type.EnumerateArray() : [type];
        return types.Any(t => Is(t.GetString()!, value)) ? [] : [$"{at}: is no {type}"];
    }

    private static bool Is(string type, JsonElement value) => type switch
    {
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        _ => value.ValueKind.ToString().Equals(type, StringComparison.OrdinalIgnoreCase),
    };

    private static IEnumerable<string> Values(JsonElement schema, JsonElement value, string at)
    {
        if (schema.TryGetProperty("enum", out var allowed) && !allowed.EnumerateArray().Any(a => JsonElement.DeepEquals(a, value))) yield return $"{at}: {value} is not allowed";
        if (schema.TryGetProperty("const", out var only) && !JsonElement.DeepEquals(only, value)) yield return $"{at}: {value} is not {only}";
        if (value.ValueKind == JsonValueKind.String && schema.TryGetProperty("pattern", out var pattern) && !Regex.IsMatch(value.GetString()!, pattern.GetString()!)) yield return $"{at}: {value} does not fit";
        if (value.ValueKind != JsonValueKind.Number) yield break;
        if (schema.TryGetProperty("minimum", out var least) && value.GetDecimal() < least.GetDecimal()) yield return $"{at}: {value} is too small";
        if (schema.TryGetProperty("maximum", out var most) && value.GetDecimal() > most.GetDecimal()) yield return $"{at}: {value} is too large";
    }

    private List<string> Members(JsonElement schema, JsonElement value, string at)
    {
        if (value.ValueKind != JsonValueKind.Object) return [];
        var errors = new List<string>();
        if (schema.TryGetProperty("required", out var required))
        {
            errors.AddRange(required.EnumerateArray().Where(r => !value.TryGetProperty(r.GetString()!, out _)).Select(r => $"{at}: {r} is missing"));
        }

        var known = schema.TryGetProperty("properties", out var properties);
        var hasOthers = schema.TryGetProperty("additionalProperties", out var others);
        foreach (var member in value.EnumerateObject())
        {
            var path = $"{at}/{member.Name}";
            if (known && properties.TryGetProperty(member.Name, out var property)) errors.AddRange(Errors(property, member.Value, path));
            else if (hasOthers && others.ValueKind == JsonValueKind.False) errors.Add($"{path}: is not known");
            else if (hasOthers && others.ValueKind == JsonValueKind.Object) errors.AddRange(Errors(others, member.Value, path));
        }

        return errors;
    }

    private IEnumerable<string> Items(JsonElement schema, JsonElement value, string at) =>
        value.ValueKind == JsonValueKind.Array && schema.TryGetProperty("items", out var items)
            ? value.EnumerateArray().SelectMany((e, i) => Errors(items, e, $"{at}/{i}")) : [];
}
