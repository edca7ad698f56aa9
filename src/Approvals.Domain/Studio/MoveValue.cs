using System.Text.Json.Nodes;

namespace Approvals.Domain.Studio;

/// <summary>Moves an element to another place of its list, or into another list of the same file.</summary>
/// <param name="File">The file.</param>
/// <param name="At">The element.</param>
/// <param name="To">The list it goes to.</param>
/// <param name="Index">Its place there from 0, counted without it; null for the end.</param>
public sealed record MoveValue(string File, JsonAddress At, JsonAddress To, int? Index) : DraftCommand
{
    /// <inheritdoc />
    public override ImmutableArray<string> Targets => [$"{File}#{At}", $"{File}#{To}"];

    /// <inheritdoc />
    public override Result<DraftFiles> Apply(DraftFiles files) => JsonDraft.Change(files, File, Change);

    internal static Result<DraftCommand> Read(CommandText text)
    {
        if (text is not { At.Length: > 0, To.Length: > 0 })
        {
            return DraftCommands.Lacks(text, text.At is null or "" ? "at" : "to");
        }

        var (at, to) = (JsonAddress.Read(text.At), JsonAddress.Read(text.To));
        return at.IsSuccess ? to.Map<DraftCommand>(there => new MoveValue(text.File, at.Value, there, text.Index)) : at.Error;
    }

    private Error? Change(JsonNode root)
    {
        if (At.Parent.Find(root)?.Node is not JsonArray from || JsonAddress.IndexOf(from, At.Last) is not (>= 0 and var place))
        {
            return new Error("studio.nowhere", ErrorKind.NotFound).With("at", At.ToString());
        }

        var element = from[place];
        if (To.Find(root)?.Node is not JsonArray list || IsInside(list, element))
        {
            return new Error("studio.nowhere", ErrorKind.NotFound).With("at", To.ToString());
        }

        from.RemoveAt(place);
        var index = Index ?? list.Count;
        if (index < 0 || index > list.Count)
        {
            return new Error("studio.noPlace").With("at", To.ToString());
        }

        list.Insert(index, element);
        return null;
    }

    /// <summary>Whether a list lies in the element that would go into it.</summary>
    private static bool IsInside(JsonNode list, JsonNode? element)
    {
        for (var node = list; node is not null; node = node.Parent!)
        {
            if (ReferenceEquals(node, element))
            {
                return true;
            }
        }

        return false;
    }
}
