using System.Text.Encodings.Web;
using System.Text.Json;
using Approvals.Decisions;
using Approvals.Feel;

namespace Approvals.Cli;

/// <summary>An answer as one line of JSON: <c>{"results": {…}, "errors": ["…"]}</c>.</summary>
internal static class DmnAnswer
{
    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static byte[] Of(DecisionAnswer answer, string language) => Of(
        answer.Results,
        [.. answer.Problems.Select(problem => problem.Message.In(language)), .. answer.Diagnostics.Select(diagnostic => diagnostic.Message.In(language))]);

    internal static byte[] Of(Error error, string language) => Of(FeelContext.Empty, [Settings.Texts.Format(error, language)]);

    private static byte[] Of(FeelContext results, IReadOnlyList<string> errors)
    {
        using var line = new MemoryStream();
        using (var writer = new Utf8JsonWriter(line, Json))
        {
            writer.WriteStartObject();
            writer.WritePropertyName("results");
            FeelJson.Write(writer, FeelValue.Of(results));
            writer.WriteStartArray("errors");
            foreach (var error in errors)
            {
                writer.WriteStringValue(error);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        line.WriteByte((byte)'\n');
        return line.ToArray();
    }
}
