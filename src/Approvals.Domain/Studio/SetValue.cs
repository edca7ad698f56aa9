using System.Text.Json;
using System.Text.Json.Nodes;

namespace Approvals.Domain.Studio;

/// <summary>Writes a value of a JSON file, over the one that is there or as a new property.</summary>
/// <param name="File">The file.</param>
/// <param name="At">Where.</param>
/// <param name="Value">What.</param>
public sealed record SetValue(string File, JsonAddress At, JsonElement Value) : DraftCommand
{
    /// <inheritdoc />
    public override ImmutableArray<string> Targets => [$"{File}#{At}"];

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
            : JsonAddress.Read(text.At).Map<DraftCommand>(at => new SetValue(text.File, at, value));
    }

    private Error? Change(JsonNode root)
    {
        var value = JsonDraft.Node(Value);
        if (!value.IsSuccess)
        {
            return value.Error;
        }

        switch (At.Parent.Find(root)?.Node)
        {
            case JsonObject map:
                map[JsonAddress.Unescaped(At.Last)] = value.Value;
                return null;
            case JsonArray list when JsonAddress.IndexOf(list, At.Last) is >= 0 and var index:
                list[index] = value.Value;
                return null;
            default:
                return new Error("studio.nowhere", ErrorKind.NotFound).With("at", At.ToString());
        }
    }
}
