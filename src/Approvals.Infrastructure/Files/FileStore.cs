using System.Security.Cryptography;
using Approvals.Application.Documents;

namespace Approvals.Infrastructure.Files;

/// <summary>Files in a folder, two levels deep by the first digits of their address.</summary>
public sealed class FileStore(string folder, TimeProvider time) : IFileStore
{
    private const string Unfinished = "unfinished";

    /// <inheritdoc />
    public async Task<string> SaveAsync(Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken)
    {
        var temporary = Path.Combine(folder, Unfinished, Path.GetRandomFileName());
        Directory.CreateDirectory(Path.GetDirectoryName(temporary)!);
        try
        {
            var address = await WriteAsync(temporary, write, cancellationToken);
            var path = PathOf(address);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.SetLastWriteTimeUtc(temporary, time.GetUtcNow().UtcDateTime);
            File.Move(temporary, path, overwrite: true);
            return address;
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <inheritdoc />
    public Stream Open(string address) => new FileStream(
        PathOf(address), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 1, FileOptions.Asynchronous);

    /// <inheritdoc />
    public void Delete(string address)
    {
        if (Directory.Exists(folder))
        {
            var path = address.StartsWith(Unfinished, StringComparison.Ordinal) ? Path.Combine(folder, address) : PathOf(address);
            if (File.Exists(path))
            {
                File.Delete(path);
            }
        }
    }

    /// <inheritdoc />
    public IEnumerable<string> StoredBefore(DateTimeOffset instant) =>
        !Directory.Exists(folder)
            ? []
            : Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Where(file => File.GetLastWriteTimeUtc(file) < instant.UtcDateTime)
                .Select(file => Path.GetDirectoryName(file) == Path.Combine(folder, Unfinished)
                    ? Path.Combine(Unfinished, Path.GetFileName(file))
                    : Path.GetFileName(file));

    private static async Task<string> WriteAsync(
        string path, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken)
    {
        using var hash = SHA256.Create();
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        await using (var hashing = new CryptoStream(file, hash, CryptoStreamMode.Write, leaveOpen: true))
        {
            await write(hashing, cancellationToken);
            await hashing.FlushFinalBlockAsync(cancellationToken);
        }

        file.Flush(flushToDisk: true);
        return Convert.ToHexStringLower(hash.Hash!);
    }

    private string PathOf(string address) =>
        address.Length == 64 && address.All(char.IsAsciiHexDigitLower)
            ? Path.Combine(folder, address[..2], address[2..4], address)
            : throw new ArgumentException("This is no address of a stored file.", nameof(address));
}
