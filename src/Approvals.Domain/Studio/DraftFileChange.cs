namespace Approvals.Domain.Studio;

/// <summary>A file that differs between two states of a draft.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Before">Its content before; null when it was not there.</param>
/// <param name="After">Its content after; null when it is gone.</param>
public sealed record DraftFileChange(string Path, ReadOnlyMemory<byte>? Before, ReadOnlyMemory<byte>? After)
{
    /// <summary>What differs between two states, in the order of paths.</summary>
    public static ImmutableArray<DraftFileChange> Between(DraftFiles before, DraftFiles after) =>
    [
        .. before.Files.Keys.Union(after.Files.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(path => new DraftFileChange(path, Of(before, path), Of(after, path))).Where(c => !c.IsSame),
    ];

    private bool IsSame => Before is { } before && After is { } after && before.Span.SequenceEqual(after.Span);

    private static ReadOnlyMemory<byte>? Of(DraftFiles files, string path) => files.Files.TryGetValue(path, out var content) ? content : default(ReadOnlyMemory<byte>?);
}
