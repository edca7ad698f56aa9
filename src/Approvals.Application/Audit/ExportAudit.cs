using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Approvals.Application.Database;
using Approvals.Application.Rights;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Audit;

/// <summary>
/// Takes a bounded part of the audit out as an archive that proves itself: the entries with every field that their hash covers, the
/// seals they lie under with all leaves, and in words how somebody without this product checks them.
/// </summary>
public sealed class ExportAudit(
    ApprovalsDbContext context, SearchAudit search, WriteTransaction transaction, AuditLog audit, MessageCatalog texts)
{
    /// <summary>How many entries are taken out at once.</summary>
    public const int Most = 20_000;

    private static readonly Dictionary<string, string> None = [];

    /// <summary>The archive; more entries than go into one are refused, so that nobody takes a part for the whole.</summary>
    public async Task<Result<byte[]>> HandleAsync(AuditFilter filter, CurrentUser user, CancellationToken cancellationToken)
    {
        var within = await search.WithinAsync(filter, user, cancellationToken);
        if (!within.IsSuccess)
        {
            return within.Error;
        }

        var entries = await within.Value.OrderBy(e => e.At).ThenBy(e => e.Id).Take(Most + 1).ToListAsync(cancellationToken);
        if (entries.Count > Most)
        {
            return new Error("auditSearch.tooMany", ErrorKind.Conflict).With("max", $"{Most}");
        }

        var archive = Archive(entries, await SealsAsync(entries, cancellationToken));
        audit.Add(user.Id, "audit.exported", "audit", $"{entries.Count}", JsonSerializer.Serialize(filter, JsonSerializerOptions.Web));
        await transaction.CommitAsync(cancellationToken);
        return archive;
    }

    private async Task<List<AuditSeal>> SealsAsync(List<AuditEntry> entries, CancellationToken cancellationToken)
    {
        if (entries.Max(e => e.Position) is not { } last)
        {
            return [];
        }

        var places = entries.Select(e => e.Position).OfType<long>().Order().ToList();
        var seals = await context.AuditSeals.AsNoTracking().Where(s => s.Last >= places[0] && s.First <= last).OrderBy(s => s.Number).ToListAsync(cancellationToken);
        return seals.FindAll(s => places.BinarySearch(s.First) is var at && (at >= 0 || (~at < places.Count && places[~at] <= s.Last)));
    }

    private byte[] Archive(List<AuditEntry> entries, List<AuditSeal> seals)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(zip, "entries.jsonl", entries.Select(Line));
            Write(zip, "seals.jsonl", seals.Select(Line));
            Write(zip, "README.zh-CN.md", [texts.Format("auditExport.readme", None, "zh-CN")]);
            Write(zip, "README.en.md", [texts.Format("auditExport.readme", None, "en")]);
        }

        return stream.ToArray();
    }

    private static string Line(AuditEntry entry) => JsonSerializer.Serialize(new
    {
        id = entry.Id,
        atMicroseconds = entry.At.UtcTicks / TimeSpan.TicksPerMicrosecond,
        at = entry.At,
        actor = entry.ActorUserId,
        action = entry.Action,
        subjectKind = entry.SubjectKind,
        subjectId = entry.SubjectId,
        caseId = entry.CaseId,
        caseEventNumber = entry.CaseEventNumber,
        caseEventHash = entry.CaseEventHash is { } hash ? Convert.ToHexStringLower(hash) : null,
        data = entry.Data,
        address = entry.Address,
        position = entry.Position,
    });

    private static string Line(AuditSeal seal) => JsonSerializer.Serialize(new
    {
        number = seal.Number,
        first = seal.First,
        last = seal.Last,
        count = seal.Count,
        leaves = Merkle.Unpack(seal.Leaves).Select(l => new { id = l.Id, hash = Convert.ToHexStringLower(l.Hash) }),
        merkleRoot = Convert.ToHexStringLower(seal.MerkleRoot),
        previousMac = Convert.ToHexStringLower(seal.PreviousMac),
        sealedAtMicroseconds = seal.SealedAt.UtcTicks / TimeSpan.TicksPerMicrosecond,
        mac = Convert.ToHexStringLower(seal.Mac),
    });

    private static void Write(ZipArchive zip, string name, IEnumerable<string> lines)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        foreach (var line in lines)
        {
            writer.Write(line);
            writer.Write('\n');
        }
    }
}
