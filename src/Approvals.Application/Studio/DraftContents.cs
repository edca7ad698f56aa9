using System.IO.Compression;
using System.Security.Cryptography;
using Approvals.Application.Database;
using Approvals.Domain.Studio;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Studio;

/// <summary>Keeps what files of a draft were, and gives a draft's files as they were after any of its changes.</summary>
public sealed class DraftContents(ApprovalsDbContext context)
{
    /// <summary>Puts contents on the context that are not kept yet.</summary>
    internal async Task KeepAsync(Guid draft, IEnumerable<ReadOnlyMemory<byte>> contents, CancellationToken cancellationToken)
    {
        var byHash = contents.GroupBy(c => HashOf(c.Span), StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        var hashes = byHash.Keys.ToArray();
        var kept = await context.DraftContents.AsNoTracking().Where(c => c.ServiceVersionId == draft && hashes.Contains(c.Hash)).Select(c => c.Hash).ToListAsync(cancellationToken);
        context.DraftContents.AddRange(byHash.Where(c => !kept.Contains(c.Key)).Select(c => new DraftContent { ServiceVersionId = draft, Hash = c.Key, Packed = Pack(c.Value.Span) }));
    }

    /// <summary>Contents by hash.</summary>
    internal async Task<Dictionary<string, ReadOnlyMemory<byte>>> ReadAsync(Guid draft, IEnumerable<string?> hashes, CancellationToken cancellationToken)
    {
        var wanted = hashes.OfType<string>().Distinct(StringComparer.Ordinal).ToArray();
        return wanted.Length == 0 ? [] : await context.DraftContents.AsNoTracking().Where(c => c.ServiceVersionId == draft && wanted.Contains(c.Hash))
            .ToDictionaryAsync(c => c.Hash, c => new ReadOnlyMemory<byte>(Unpack(c.Packed)), StringComparer.Ordinal, cancellationToken);
    }

    /// <summary>What a change did to the files.</summary>
    internal async Task<IReadOnlyList<DraftFileChange>> ChangesAsync(Guid draft, int revision, CancellationToken cancellationToken)
    {
        var rows = await context.DraftEditFiles.AsNoTracking().Where(f => f.ServiceVersionId == draft && f.Revision == revision).OrderBy(f => f.Path).ToListAsync(cancellationToken);
        var contents = await ReadAsync(draft, rows.SelectMany(r => new[] { r.Before, r.After }), cancellationToken);
        return [.. rows.Select(r => new DraftFileChange(r.Path, Find(contents, r.Before), Find(contents, r.After)))];
    }

    /// <summary>The files as they were after a change; 0 is before the first.</summary>
    internal async Task<DraftFiles> AtAsync(Guid draft, DraftFiles now, int revision, CancellationToken cancellationToken)
    {
        var later = await context.DraftEditFiles.AsNoTracking().Where(f => f.ServiceVersionId == draft && f.Revision > revision).ToListAsync(cancellationToken);
        var first = later.GroupBy(f => f.Path, StringComparer.Ordinal).Select(g => g.MinBy(f => f.Revision)!).ToList();
        var contents = await ReadAsync(draft, first.Select(f => f.Before), cancellationToken);
        var files = now.Files;
        foreach (var file in first)
        {
            files = file.Before is { } hash ? files.SetItem(file.Path, contents[hash]) : files.Remove(file.Path);
        }

        return DraftFiles.Of(files);
    }

    /// <summary>SHA-256 in hexadecimal.</summary>
    internal static string HashOf(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    private static ReadOnlyMemory<byte>? Find(Dictionary<string, ReadOnlyMemory<byte>> contents, string? hash) =>
        hash is not null && contents.TryGetValue(hash, out var content) ? content : default(ReadOnlyMemory<byte>?);

    private static byte[] Pack(ReadOnlySpan<byte> content)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest))
        {
            brotli.Write(content);
        }

        return packed.ToArray();
    }

    private static byte[] Unpack(byte[] packed)
    {
        using var content = new MemoryStream();
        using var source = new MemoryStream(packed);
        using var brotli = new BrotliStream(source, CompressionMode.Decompress);
        brotli.CopyTo(content);
        return content.ToArray();
    }
}
