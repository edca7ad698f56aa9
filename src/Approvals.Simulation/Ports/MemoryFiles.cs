using System.Collections.Concurrent;
using System.Security.Cryptography;
using Approvals.Application.Documents;

namespace Approvals.Simulation.Ports;

/// <summary>Files kept in memory.</summary>
internal sealed class MemoryFiles(TimeProvider time) : IFileStore
{
    private readonly ConcurrentDictionary<string, (byte[] Bytes, DateTimeOffset At)> _files = new(StringComparer.Ordinal);

    public async Task<string> SaveAsync(Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken)
    {
        using var stream = new MemoryStream();
        await write(stream, cancellationToken);
        var bytes = stream.ToArray();
        var address = Convert.ToHexStringLower(SHA256.HashData(bytes));
        _files[address] = (bytes, time.GetUtcNow());
        return address;
    }

    public Stream Open(string address) =>
        _files.TryGetValue(address, out var file) ? new MemoryStream(file.Bytes, writable: false) : throw new FileNotFoundException(address);

    public void Delete(string address) => _files.TryRemove(address, out _);

    public IEnumerable<string> StoredBefore(DateTimeOffset instant) => _files.Where(f => f.Value.At < instant).Select(f => f.Key);
}
