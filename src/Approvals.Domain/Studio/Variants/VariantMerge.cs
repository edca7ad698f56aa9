using System.Text;
using System.Text.Json;
using Approvals.Domain.Studio.Merge;

namespace Approvals.Domain.Studio.Variants;

/// <summary>Brings a change that writes something whole together with what the base changed in the same: otherwise what is inherited would be lost with it.</summary>
internal static class VariantMerge
{
    /// <summary>The change as it fits the newer base; an error where a letter or another text was changed in the same line.</summary>
    /// <param name="text">The change.</param>
    /// <param name="before">The older base before it.</param>
    /// <param name="after">The older base after it.</param>
    /// <param name="now">The newer base before it.</param>
    internal static Result<CommandText> Of(CommandText text, DraftFiles before, DraftFiles after, DraftFiles now) => text.Kind switch
    {
        "file.write" => Whole(text, before, after, now),
        "value.set" when text.Value is { } value && HasParts(value) => Part(text, value, before, now),
        _ => text,
    };

    /// <summary>What has parts with names; a plain list, such as of regions, is one thing.</summary>
    private static bool HasParts(JsonElement value) => value.ValueKind == JsonValueKind.Object
        || (value.ValueKind == JsonValueKind.Array && value.EnumerateArray().Any(element => element.ValueKind == JsonValueKind.Object));

    private static Result<CommandText> Whole(CommandText text, DraftFiles before, DraftFiles after, DraftFiles now) =>
        ThreeWay.Of(text.File, Content(before, text.File), Content(after, text.File), Content(now, text.File))
            .Map(merged => merged is { } content ? text with { Value = JsonSerializer.SerializeToElement(Encoding.UTF8.GetString(content.Span)) } : text);

    /// <summary>A list or a group of settings; where both changed the same in it, the variant's stands.</summary>
    private static CommandText Part(CommandText text, JsonElement value, DraftFiles before, DraftFiles now)
    {
        var (old, theirs, mine) = (Find(before, text), Find(now, text), JsonDraft.Node(value));
        return old is not null && theirs is not null && mine.IsSuccess && JsonMerge.TryMerge(old, mine.Value, theirs, out var merged) && merged is not null
            ? text with { Value = JsonSerializer.SerializeToElement(merged) }
            : text;
    }

    private static System.Text.Json.Nodes.JsonNode? Find(DraftFiles files, CommandText text)
    {
        var (document, at) = (files.Read(text.File).Bind(content => JsonDraft.Parse(text.File, content)), JsonAddress.Read(text.At ?? ""));
        return document.IsSuccess && at.IsSuccess ? at.Value.Find(document.Value)?.Node : null;
    }

    private static ReadOnlyMemory<byte>? Content(DraftFiles files, string path) => files.Files.TryGetValue(path, out var content) ? content : default(ReadOnlyMemory<byte>?);
}
