using System.Text.Json.Nodes;

namespace Approvals.Domain.Studio;

/// <summary>Takes a property or an element of a list out of a JSON file.</summary>
/// <param name="File">The file.</param>
/// <param name="At">Where.</param>
public sealed record RemoveValue(string File, JsonAddress At) : DraftCommand
{
    /// <inheritdoc />
    public override ImmutableArray<string> Targets => [$"{File}#{At}"];

    /// <inheritdoc />
    public override Result<DraftFiles> Apply(DraftFiles files) => JsonDraft.Change(files, File, Change);

    internal static Result<DraftCommand> Read(CommandText text) => text.At is not { Length: > 0 }
        ? DraftCommands.Lacks(text, "at")
        : JsonAddress.Read(text.At).Map<DraftCommand>(at => new RemoveValue(text.File, at));

    private Error? Change(JsonNode root)
    {
        switch (At.Parent.Find(root)?.Node)
        {
            case JsonObject map when map.Remove(JsonAddress.Unescaped(At.Last)):
                return null;
            case JsonArray list when JsonAddress.IndexOf(list, At.Last) is >= 0 and var index:
                list.RemoveAt(index);
                return null;
            default:
                return new Error("studio.nowhere", ErrorKind.NotFound).With("at", At.ToString());
        }
    }
}
