using System.Buffers.Binary;
using System.Text;
using Approvals.Application.Secrets;

namespace Approvals.Application.Audit;

/// <summary>
/// The bytes whose hash stands for a row: every field, each with its length, so that no two rows share them.
/// Never change the order or the meaning: old rows are proved by it.
/// </summary>
internal sealed class Canonical(IRunningHash hash) : IDisposable
{
    private const byte Absent = 0;
    private const byte Present = 1;

    /// <summary>The hash of an audit entry, its place excepted.</summary>
    public static byte[] Hash(ICryptography cryptography, AuditEntry entry)
    {
        using var canonical = new Canonical(cryptography.StartHash());
        return canonical
            .Add("entry/1").Add(entry.Id).Add(entry.At).Add(entry.ActorUserId).Add(entry.Action)
            .Add(entry.SubjectKind).Add(entry.SubjectId).Add(entry.CaseId).Add(entry.CaseEventNumber)
            .Add(entry.CaseEventHash).Add(entry.Data).Add(entry.Address)
            .Finish();
    }

    /// <summary>What a seal's MAC covers.</summary>
    public static byte[] Mac(ICryptography cryptography, ReadOnlySpan<byte> key, AuditSeal seal)
    {
        using var canonical = new Canonical(cryptography.StartMac(key));
        return canonical
            .Add("seal/1").Add(seal.Number).Add(seal.First).Add(seal.Last).Add(seal.Count)
            .Add(seal.MerkleRoot).Add(seal.PreviousMac).Add(seal.SealedAt)
            .Finish();
    }

    public void Dispose() => hash.Dispose();

    private byte[] Finish() => hash.Finish();

    private Canonical Add(string? text) => Add(text is null ? null : Encoding.UTF8.GetBytes(text));

    private Canonical Add(Guid? id) => Add(id?.ToByteArray(bigEndian: true));

    private Canonical Add(DateTimeOffset instant) => Add(instant.UtcTicks / TimeSpan.TicksPerMicrosecond);

    private Canonical Add(long? number)
    {
        if (number is not { } value)
        {
            return Add((byte[]?)null);
        }

        var bytes = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, value);
        return Add(bytes);
    }

    private Canonical Add(byte[]? bytes)
    {
        if (bytes is null)
        {
            hash.Append([Absent]);
            return this;
        }

        Span<byte> header = stackalloc byte[1 + sizeof(int)];
        header[0] = Present;
        BinaryPrimitives.WriteInt32BigEndian(header[1..], bytes.Length);
        hash.Append(header);
        hash.Append(bytes);
        return this;
    }
}
