using System.IO.Compression;
using System.Text.Json;
using Approvals.Application.Secrets;

namespace Approvals.Application.Retention;

/// <summary>Writes files into a bundle and remembers the hash of each.</summary>
internal sealed class BundleWriter(ZipArchive archive, ICryptography cryptography)
{
    private readonly List<BundledFile> _files = [];

    /// <summary>What was written so far.</summary>
    public IReadOnlyList<BundledFile> Files => _files;

    public Task WriteJsonAsync<T>(string path, T value, JsonSerializerOptions json, CancellationToken cancellationToken) =>
        WriteAsync(path, new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(value, json)), cancellationToken);

    public async Task WriteAsync(string path, Stream content, CancellationToken cancellationToken)
    {
        using var hash = cryptography.StartHash();
        await using var entry = await archive.CreateEntry(path).OpenAsync(cancellationToken);
        var buffer = new byte[64 * 1024];
        long length = 0;
        for (var count = await content.ReadAsync(buffer, cancellationToken); count > 0; count = await content.ReadAsync(buffer, cancellationToken))
        {
            hash.Append(buffer.AsSpan(0, count));
            await entry.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
            length += count;
        }

        _files.Add(new BundledFile(path, length, Convert.ToHexStringLower(hash.Finish())));
    }
}

/// <summary>A file of a bundle.</summary>
/// <param name="Path">Where it lies in the bundle.</param>
/// <param name="Length">Its size in bytes.</param>
/// <param name="Sha256">Its hash.</param>
internal sealed record BundledFile(string Path, long Length, string Sha256);
