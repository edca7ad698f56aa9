using System.Text;

namespace Approvals.Domain.Studio.Merge;

/// <summary>Makes a change on a file that others have changed since, where the two changes touch different things.</summary>
public static class ThreeWay
{
    private static readonly UTF8Encoding Strict = new(false, true);

    /// <summary>
    /// The content that has both changes: from <paramref name="before"/> to <paramref name="wanted"/>, and from
    /// <paramref name="before"/> to <paramref name="now"/>. Null content is a file that is not there.
    /// </summary>
    /// <returns>The content, or an error when both changed the same thing.</returns>
    public static Result<ReadOnlyMemory<byte>?> Of(string file, ReadOnlyMemory<byte>? before, ReadOnlyMemory<byte>? wanted, ReadOnlyMemory<byte>? now)
    {
        if (Same(before, now) || Same(wanted, now))
        {
            return Result<ReadOnlyMemory<byte>?>.Success(wanted);
        }

        if (Same(before, wanted))
        {
            return Result<ReadOnlyMemory<byte>?>.Success(now);
        }

        if (before is not { } old || wanted is not { } mine || now is not { } theirs)
        {
            return Overlap(file);
        }

        var merged = file.EndsWith(".json", StringComparison.Ordinal) ? Json(file, old, mine, theirs) : Lines(old, mine, theirs);
        return merged is { } content ? Result<ReadOnlyMemory<byte>?>.Success(content) : Overlap(file);
    }

    private static Result<ReadOnlyMemory<byte>?> Overlap(string file) => new Error("studio.merge.overlap", ErrorKind.Conflict).With("file", file);

    private static bool Same(ReadOnlyMemory<byte>? one, ReadOnlyMemory<byte>? other) =>
        one is { } some ? other is { } others && some.Span.SequenceEqual(others.Span) : other is null;

    private static ReadOnlyMemory<byte>? Json(string file, ReadOnlyMemory<byte> old, ReadOnlyMemory<byte> mine, ReadOnlyMemory<byte> theirs)
    {
        var (a, b, c) = (JsonDraft.Parse(file, old), JsonDraft.Parse(file, mine), JsonDraft.Parse(file, theirs));
        if (a.IsSuccess && b.IsSuccess && c.IsSuccess && JsonMerge.TryMerge(a.Value, b.Value, c.Value, out var merged) && merged is not null)
        {
            return JsonDraft.Bytes(merged);
        }

        return default;
    }

    private static ReadOnlyMemory<byte>? Lines(ReadOnlyMemory<byte> old, ReadOnlyMemory<byte> mine, ReadOnlyMemory<byte> theirs)
    {
        try
        {
            if (LineMerge.Merge(Split(old), Split(mine), Split(theirs)) is { } lines)
            {
                return Encoding.UTF8.GetBytes(string.Join('\n', lines));
            }
        }
        catch (DecoderFallbackException)
        {
            // What is no text cannot be brought together line by line.
        }

        return default;
    }

    private static string[] Split(ReadOnlyMemory<byte> content) => Strict.GetString(content.Span).Split('\n');
}
