using System.Text.Json;
using Approvals.Application.Audit;

namespace Approvals.Infrastructure.Audit;

/// <summary>Heads in a file of JSON lines. On a server it belongs on storage that the database's administrators cannot write.</summary>
public sealed class AuditHeadFile(string path) : IAuditHeads, IDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);

    /// <inheritdoc />
    public async Task AppendAsync(AuditHead head, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            await using var stream = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
            // The line break comes first too: a line torn by a power cut then stands alone.
            await stream.WriteAsync((byte[])[(byte)'\n', .. JsonSerializer.SerializeToUtf8Bytes(head), (byte)'\n'], cancellationToken);
            stream.Flush(flushToDisk: true);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<AuditHead>> ReadAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            return [];
        }

        var lines = await File.ReadAllLinesAsync(path, cancellationToken);
        return [.. lines.Select(Read).OfType<AuditHead>()];
    }

    /// <inheritdoc />
    public void Dispose() => _one.Dispose();

    /// <summary>A line, or null for an empty one and for one torn while it was written.</summary>
    private static AuditHead? Read(string line)
    {
        try
        {
            return line.Length == 0 ? null : JsonSerializer.Deserialize<AuditHead>(line);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
