using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Approvals.Application.Cases;

/// <summary>
/// The hash by which each event of a case carries all events before it. It is a format of the record, like the Merkle leaves it
/// ends up under, and keeps no secret: its strength against tampering is the seal's keyed hash, which goes through the
/// platform's cryptography. A change of algorithm there must not change the hashes of events that are written.
/// </summary>
public static class CaseEventHash
{
    /// <summary>The hash of an event, its predecessor's included.</summary>
    public static byte[] Of(CaseEvent caseEvent)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, caseEvent.PreviousHash);
        Append(hash, caseEvent.CaseId.ToByteArray());
        Append(hash, caseEvent.Number);
        Append(hash, caseEvent.Type);
        Append(hash, caseEvent.Event);
        Append(hash, caseEvent.Facts);
        Append(hash, caseEvent.Effects);
        Append(hash, caseEvent.ServiceVersionId.ToByteArray());
        Append(hash, caseEvent.EngineBehaviour);
        Append(hash, caseEvent.SubmissionId?.ToByteArray() ?? []);
        Append(hash, caseEvent.SubmissionHash ?? []);
        Append(hash, caseEvent.ActorUserId?.ToByteArray() ?? []);
        Append(hash, caseEvent.OnBehalfOfUserId?.ToByteArray() ?? []);
        Append(hash, caseEvent.At.UtcTicks / TimeSpan.TicksPerMicrosecond);
        Append(hash, caseEvent.Today.DayNumber);
        return hash.GetHashAndReset();
    }

    private static void Append(IncrementalHash hash, string text) => Append(hash, Encoding.UTF8.GetBytes(text));

    private static void Append(IncrementalHash hash, long number)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, number);
        hash.AppendData(bytes);
    }

    /// <summary>Length first, so that bytes cannot move from one part to the next.</summary>
    private static void Append(IncrementalHash hash, byte[] bytes)
    {
        Append(hash, bytes.LongLength);
        hash.AppendData(bytes);
    }
}
