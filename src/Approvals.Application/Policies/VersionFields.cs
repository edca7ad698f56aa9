using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Approvals.Application.Policies;

/// <summary>
/// What Elsa keeps in a definition about its version: derived from the version when files leave, without meaning when they come in. Everything
/// else of the definition stays as it was written, byte for byte.
/// </summary>
public static class VersionFields
{
    private const string Definition = "workflow.json";
    private static readonly byte[] Mark = [0xEF, 0xBB, 0xBF];
    private static readonly JsonReaderOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>The files of a version as they leave.</summary>
    /// <param name="files">The files as they came in.</param>
    /// <param name="number">The version's number.</param>
    /// <param name="isLatest">Whether the service has no later one.</param>
    /// <param name="isPublished">Whether it is published.</param>
    public static ImmutableSortedDictionary<string, ReadOnlyMemory<byte>> Derive(
        IReadOnlyDictionary<string, ReadOnlyMemory<byte>> files, int number, bool isLatest, bool isPublished) => With(files, text =>
    {
        var version = number.ToString(CultureInfo.InvariantCulture);
        var id = Values(text).GetValueOrDefault("definitionId") is { } definition ? JsonSerializer.Serialize($"{definition}-{version}") : null;
        return Replaced(text, id, version, isLatest, isPublished);
    });

    /// <summary>The same files whatever version they say they are: what is compared to know a package again.</summary>
    public static byte[] Hash(IReadOnlyDictionary<string, ReadOnlyMemory<byte>> files) =>
        PackageFolder.HashOf(With(files, text => Replaced(text, "\"\"", "0", false, false)));

    private static ImmutableSortedDictionary<string, ReadOnlyMemory<byte>> With(
        IReadOnlyDictionary<string, ReadOnlyMemory<byte>> files, Func<ReadOnlyMemory<byte>, ReadOnlyMemory<byte>> change)
    {
        var all = files.ToImmutableSortedDictionary(StringComparer.Ordinal);
        return all.TryGetValue(Definition, out var text) ? all.SetItem(Definition, change(text)) : all;
    }

    private static ReadOnlyMemory<byte> Replaced(ReadOnlyMemory<byte> text, string? id, string version, bool isLatest, bool isPublished)
    {
        using var written = new MemoryStream(text.Length + 16);
        var from = 0;
        foreach (var (name, start, end) in Spots(text.Span))
        {
            var value = name switch { "id" => id, "version" => version, "isLatest" => Truth(isLatest), "isPublished" => Truth(isPublished), _ => null };
            if (value is not null)
            {
                written.Write(text.Span[from..start]);
                written.Write(Encoding.UTF8.GetBytes(value));
                from = end;
            }
        }

        written.Write(text.Span[from..]);
        return written.ToArray();
    }

    private static Dictionary<string, string> Values(ReadOnlyMemory<byte> text)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, start, end) in Spots(text.Span))
        {
            if (text.Span[start] == '"')
            {
                values.TryAdd(name, JsonSerializer.Deserialize<string>(text.Span[start..end])!);
            }
        }

        return values;
    }

    /// <summary>Where the plain values of the outermost object stand; none in what is not JSON.</summary>
    private static List<(string Name, int Start, int End)> Spots(ReadOnlySpan<byte> text)
    {
        var skipped = text.StartsWith(Mark) ? Mark.Length : 0;
        var reader = new Utf8JsonReader(text[skipped..], Lenient);
        List<(string, int, int)> spots = [];
        try
        {
            for (string? name = null; reader.Read();)
            {
                if (reader.CurrentDepth == 1 && name is not null && reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
                {
                    spots.Add((name, skipped + (int)reader.TokenStartIndex, skipped + (int)reader.BytesConsumed));
                }

                name = reader.CurrentDepth == 1 && reader.TokenType == JsonTokenType.PropertyName ? reader.GetString() : null;
            }
        }
        catch (JsonException)
        {
            return [];
        }

        return spots;
    }

    private static string Truth(bool value) => value ? "true" : "false";
}
