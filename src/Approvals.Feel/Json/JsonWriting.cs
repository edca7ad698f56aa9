using System.Text.Json;

namespace Approvals.Feel;

/// <summary>Writes values as JSON.</summary>
internal static class JsonWriting
{
    public static void Write(Utf8JsonWriter writer, in FeelValue value)
    {
        switch (value.Kind)
        {
            case FeelKind.Null:
                writer.WriteNullValue();
                break;
            case FeelKind.Boolean:
                writer.WriteBooleanValue(value.Boolean);
                break;
            case FeelKind.Number:
                writer.WriteRawValue(FeelText.Number(value.Number), skipInputValidation: true);
                break;
            case FeelKind.String:
                writer.WriteStringValue(value.String);
                break;
            case FeelKind.List:
                WriteList(writer, value.List);
                break;
            case FeelKind.Context:
                WriteContext(writer, value.Context);
                break;
            case FeelKind.Range or FeelKind.Function:
                writer.WriteStringValue(FeelText.Plain(value));
                break;
            default:
                WriteTemporal(writer, value);
                break;
        }
    }

    private static void WriteList(Utf8JsonWriter writer, FeelList list)
    {
        writer.WriteStartArray();
        foreach (ref readonly var item in list.Items)
        {
            Write(writer, item);
        }

        writer.WriteEndArray();
    }

    private static void WriteContext(Utf8JsonWriter writer, FeelContext context)
    {
        writer.WriteStartObject();
        for (var i = 0; i < context.Count; i++)
        {
            writer.WritePropertyName(context.Names[i]);
            Write(writer, context.Values[i]);
        }

        writer.WriteEndObject();
    }

    private static void WriteTemporal(Utf8JsonWriter writer, in FeelValue value)
    {
        writer.WriteStartObject();
        writer.WriteString("@type", TemporalNames.Of(value.Kind));
        writer.WriteString("value", TemporalText.Of(value));
        writer.WriteEndObject();
    }
}

/// <summary>The names of the temporal types in JSON.</summary>
internal static class TemporalNames
{
    public static string Of(FeelKind kind) => kind switch
    {
        FeelKind.Date => "date",
        FeelKind.Time => "time",
        FeelKind.DateTime => "date and time",
        FeelKind.DaysTimeDuration => "days and time duration",
        FeelKind.YearsMonthsDuration => "years and months duration",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind.ToString()),
    };
}
