using System.Text.Json;
using System.Text.Json.Nodes;

namespace Approvals.Domain.Studio;

/// <summary>Puts an element into a list of a JSON file; a list that is not there yet is made.</summary>
/// <param name="File">The file.</param>
/// <param name="At">The list.</param>
/// <param name="Index">Its place from 0; null for the end.</param>
/// <param name="Value">The element.</param>
public sealed record InsertValue(string File, JsonAddress At, int? Index, JsonElement Value) : DraftCommand
{
    /// <inheritdoc />
    public override ImmutableArray<string> Targets => [$"{File}#{At}/+{Name}"];

    private static readonly string[] Identities = ["id", "key", "code", "kind", "name"];

    /// <summary>What tells the new element from its neighbours: two people may add different ones at once.</summary>
    private string Name => Value.ValueKind == JsonValueKind.Object && Identity(Value) is { } name ? name : Value.GetRawText();

    /// <inheritdoc />
    public override Result<DraftFiles> Apply(DraftFiles files) => JsonDraft.Change(files, File, Change);

    internal static Result<DraftCommand> Read(CommandText text)
    {
        if (text.At is not { Length: > 0 })
        {
            return DraftCommands.Lacks(text, "at");
        }

        return text.Value is not { } value
            ? DraftCommands.Lacks(text, "value")
            : JsonAddress.Read(text.At).Map<DraftCommand>(at => new InsertValue(text.File, at, text.Index, value));
    }

    private static string? Identity(JsonElement value) => Identities
        .Select(p => value.TryGetProperty(p, out var known) && known.ValueKind == JsonValueKind.String ? known.GetString() : null)
        .FirstOrDefault(known => known is not null);

    private Error? Change(JsonNode root)
    {
        var value = JsonDraft.Node(Value);
        if (!value.IsSuccess)
        {
            return value.Error;
        }

        if (List(root) is not { } list)
        {
            return new Error("studio.nowhere", ErrorKind.NotFound).With("at", At.ToString());
        }

        var index = Index ?? list.Count;
        if (index < 0 || index > list.Count)
        {
            return new Error("studio.noPlace").With("at", At.ToString());
        }

        list.Insert(index, value.Value);
        return null;
    }

    private JsonArray? List(JsonNode root)
    {
        if (At.Find(root) is { } found)
        {
            return found.Node as JsonArray;
        }

        if (At.Parent.Find(root)?.Node is not JsonObject owner)
        {
            return null;
        }

        var list = new JsonArray();
        owner[JsonAddress.Unescaped(At.Last)] = list;
        return list;
    }
}
