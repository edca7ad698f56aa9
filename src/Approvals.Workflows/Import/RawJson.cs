namespace Approvals.Workflows;

/// <summary>An expression before it was translated.</summary>
internal sealed record OriginalExpression(string Type, string Value);

/// <summary>An object of JSON with its properties in order.</summary>
[JsonConverter(typeof(RawObjectConverter))]
internal sealed record RawObject(IReadOnlyList<(string Name, JsonElement Value)> Properties);

/// <summary>Writes the properties as they are.</summary>
internal sealed class RawObjectConverter : JsonConverter<RawObject>
{
    /// <inheritdoc />
    public override RawObject Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return new RawObject([.. document.RootElement.Clone().EnumerateObject().Select(p => (p.Name, p.Value))]);
    }

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, RawObject value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (name, element) in value.Properties)
        {
            writer.WritePropertyName(name);
            element.WriteTo(writer);
        }

        writer.WriteEndObject();
    }
}

/// <summary>How pieces of definitions are written by themselves.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(OriginalExpression))]
[JsonSerializable(typeof(RawObject))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(JsonElement[]))]
internal sealed partial class RawJson : JsonSerializerContext;
