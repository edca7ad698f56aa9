using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Approvals.Domain.Studio;

/// <summary>Changes a JSON file of a draft; what is not spoken of stays as it is, numbers to the last digit.</summary>
internal static class JsonDraft
{
    private const int MostDepth = 64;

    private static readonly JsonWriterOptions Layout = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    private static readonly JsonDocumentOptions Reading = new() { MaxDepth = MostDepth, AllowDuplicateProperties = false };

    /// <summary>The files with one JSON file changed.</summary>
    /// <param name="files">The draft's files.</param>
    /// <param name="file">The file.</param>
    /// <param name="change">Changes the document in place; an error leaves the files as they were.</param>
    internal static Result<DraftFiles> Change(DraftFiles files, string file, Func<JsonNode, Error?> change)
    {
        var read = files.Read(file);
        if (!read.IsSuccess)
        {
            return read.Error;
        }

        var document = Parse(file, read.Value);
        if (!document.IsSuccess)
        {
            return document.Error;
        }

        return change(document.Value) is { } error ? error.With("file", file) : files.Write(file, Bytes(document.Value));
    }

    /// <summary>The document of a file's bytes.</summary>
    internal static Result<JsonNode> Parse(string file, ReadOnlyMemory<byte> content)
    {
        try
        {
            var node = JsonNode.Parse(content.Span is [0xEF, 0xBB, 0xBF, ..] ? content.Span[3..] : content.Span, documentOptions: Reading);
            return node is null ? new Error("studio.file.json").With("file", file).With("reason", "null") : node;
        }
        catch (JsonException exception)
        {
            return new Error("studio.file.json").With("file", file).With("reason", exception.Message);
        }
    }

    /// <summary>A document as it is kept: indented by two, a line feed at the end.</summary>
    internal static byte[] Bytes(JsonNode document)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Layout))
        {
            document.WriteTo(writer);
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    /// <summary>A value that arrived, as a node of its own; refused when it is nested too deep.</summary>
    internal static Result<JsonNode?> Node(JsonElement value)
    {
        try
        {
            return Result<JsonNode?>.Success(JsonNode.Parse(value.GetRawText(), documentOptions: Reading));
        }
        catch (JsonException exception)
        {
            return new Error("studio.value").With("reason", exception.Message);
        }
    }
}
