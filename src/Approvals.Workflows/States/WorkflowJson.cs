using System.Collections;
using System.Text.Encodings.Web;
using System.Text.Json.Serialization.Metadata;

namespace Approvals.Workflows;

/// <summary>How state, events, effects and facts are written: compact, camelCase, without nulls, defaults and empty lists.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    UseStringEnumConverter = true,
    AllowOutOfOrderMetadataProperties = true,
    Converters = [typeof(FeelValueConverter)])]
[JsonSerializable(typeof(WorkflowState))]
[JsonSerializable(typeof(WorkflowEvent))]
[JsonSerializable(typeof(Effect))]
[JsonSerializable(typeof(FactSet))]
[JsonSerializable(typeof(ImmutableArray<Effect>))]
internal sealed partial class WorkflowJson : JsonSerializerContext;

/// <summary>The one way to write them.</summary>
internal static class CompactJson
{
    private static readonly JsonSerializerOptions Options = new(WorkflowJson.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = ((IJsonTypeInfoResolver)WorkflowJson.Default).WithAddedModifier(LeaveOutEmpty),
    };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T)));

    public static T Read<T>(string json) => JsonSerializer.Deserialize(json, (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T)))!;

    private static void LeaveOutEmpty(JsonTypeInfo type)
    {
        if (type.Type.Assembly != typeof(CompactJson).Assembly)
        {
            return; // others' records do not turn what is left out into an empty list
        }

        foreach (var property in type.Properties)
        {
            if (typeof(ICollection).IsAssignableFrom(property.PropertyType))
            {
                property.ShouldSerialize = static (_, value) => value is ICollection { Count: > 0 };
            }
        }
    }
}

/// <summary>Writes expression values in their JSON form.</summary>
internal sealed class FeelValueConverter : JsonConverter<FeelValue>
{
    /// <inheritdoc />
    public override bool HandleNull => true;

    /// <inheritdoc />
    public override FeelValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return FeelJson.Read(document.RootElement);
    }

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, FeelValue value, JsonSerializerOptions options) => FeelJson.Write(writer, value);
}
