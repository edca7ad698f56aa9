using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Approvals.Domain.Forms;

/// <summary>Writes answers as plain JSON.</summary>
internal static class AnswerWriter
{
    internal static string Write(FeelContext values)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            Write(writer, FeelValue.Of(values));
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Write(Utf8JsonWriter writer, FeelValue value)
    {
        if (value.TryGetContext(out var context)) WriteContext(writer, context);
        else if (value.TryGetList(out var list)) WriteList(writer, list);
        else if (value.Kind == FeelKind.Date) writer.WriteStringValue(Day(value));
        else FeelJson.Write(writer, value);
    }

    private static void WriteContext(Utf8JsonWriter writer, FeelContext context)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in context.Entries)
        {
            writer.WritePropertyName(name);
            Write(writer, value);
        }

        writer.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter writer, FeelList list)
    {
        writer.WriteStartArray();
        foreach (var item in list) Write(writer, item);
        writer.WriteEndArray();
    }

    private static string Day(FeelValue value) =>
        value.TryGetDate(out var day) ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : value.ToString();
}
