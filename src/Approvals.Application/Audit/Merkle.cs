using Approvals.Application.Secrets;

namespace Approvals.Application.Audit;

/// <summary>
/// The leaves of a seal as stored, and their Merkle root after RFC 6962 (leaf and node hashes are told apart by a prefix).
/// </summary>
internal static class Merkle
{
    private const int IdLength = 16;
    private const int LeafLength = IdLength + 32;

    /// <summary>Ids and hashes in one text of bytes.</summary>
    public static byte[] Pack(IReadOnlyList<(Guid Id, byte[] Hash)> leaves)
    {
        var packed = new byte[leaves.Count * LeafLength];
        for (var i = 0; i < leaves.Count; i++)
        {
            var leaf = packed.AsSpan(i * LeafLength, LeafLength);
            leaves[i].Id.TryWriteBytes(leaf, bigEndian: true, out _);
            leaves[i].Hash.CopyTo(leaf[IdLength..]);
        }

        return packed;
    }

    /// <summary>The ids and hashes of packed leaves.</summary>
    public static IReadOnlyList<(Guid Id, byte[] Hash)> Unpack(byte[] packed)
    {
        var leaves = new List<(Guid, byte[])>(packed.Length / LeafLength);
        for (var start = 0; start + LeafLength <= packed.Length; start += LeafLength)
        {
            var leaf = packed.AsSpan(start, LeafLength);
            leaves.Add((new Guid(leaf[..IdLength], bigEndian: true), leaf[IdLength..].ToArray()));
        }

        return leaves;
    }

    /// <summary>The root over packed leaves.</summary>
    public static byte[] Root(ICryptography cryptography, byte[] packed)
    {
        var level = new List<byte[]>();
        for (var start = 0; start < packed.Length; start += LeafLength)
        {
            var length = Math.Min(LeafLength, packed.Length - start);
            level.Add(cryptography.Hash([0, .. packed.AsSpan(start, length)]));
        }

        while (level.Count > 1)
        {
            level = [.. level.Chunk(2).Select(pair => pair.Length == 1 ? pair[0] : cryptography.Hash([1, .. pair[0], .. pair[1]]))];
        }

        return level.Count == 0 ? cryptography.Hash([]) : level[0];
    }
}
