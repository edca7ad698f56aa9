using System.Security.Cryptography;
using Approvals.Application.Database;
using Approvals.Application.Secrets;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Audit;

/// <summary>Checks seals against the key and the heads outside the database, and entries against their seals.</summary>
public sealed class SealCheck(ApprovalsDbContext context, ICryptography cryptography, IMasterKeys masters, IAuditHeads heads)
{
    private const int Stretch = 50;

    /// <summary>Checks all seals, and the entries of those after one; returns how many entries those have.</summary>
    /// <param name="after">The last seal whose entries were checked before; 0 for all.</param>
    /// <param name="findings">Gets what is found.</param>
    /// <param name="stretched">Is told after each stretch: the last seal checked, and how many entries its stretch had.</param>
    /// <param name="cancellationToken">Stops between seals.</param>
    internal async Task<long> RunAsync(long after, List<AuditFinding> findings, Func<long, long, Task> stretched, CancellationToken cancellationToken)
    {
        long entries = 0;
        AuditSeal? previous = null;
        var macs = new Dictionary<long, string>();
        await foreach (var seal in context.AuditSeals.AsNoTracking().OrderBy(s => s.Number).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            CheckSeal(seal, previous, findings);
            previous = seal;
            macs[seal.Number] = Convert.ToHexStringLower(seal.Mac);
        }

        long told = 0;
        for (var number = after + 1; number <= (previous?.Number ?? 0); number++)
        {
            var seal = await context.AuditSeals.AsNoTracking().SingleOrDefaultAsync(s => s.Number == number, cancellationToken);
            entries += seal is null ? 0 : await CheckEntriesAsync(seal, findings, cancellationToken);
            if (number % Stretch == 0 || number == previous!.Number)
            {
                await stretched(number, entries - told);
                told = entries;
            }
        }

        await CheckBeyondAsync(previous?.Last ?? 0, findings, cancellationToken);
        await CheckHeadsAsync(macs, findings, cancellationToken);
        return entries;
    }

    private void CheckSeal(AuditSeal seal, AuditSeal? previous, List<AuditFinding> findings)
    {
        for (var missing = (previous?.Number ?? 0) + 1; missing < seal.Number; missing++)
        {
            findings.Add(new AuditFinding("audit.sealRemoved", $"{missing}"));
        }

        var follows = previous is null || previous.Number != seal.Number - 1
            || (seal.First == previous.Last + 1 && seal.PreviousMac.AsSpan().SequenceEqual(previous.Mac));
        var closed = seal.Last - seal.First + 1 == seal.Count
            && CryptographicOperations.FixedTimeEquals(seal.Mac, Canonical.Mac(cryptography, masters.AuditKey, seal))
            && Merkle.Root(cryptography, seal.Leaves).AsSpan().SequenceEqual(seal.MerkleRoot);
        if (!follows || !closed)
        {
            findings.Add(new AuditFinding("audit.sealEdited", $"{seal.Number}").With("first", seal.First).With("last", seal.Last));
        }
    }

    private async Task<long> CheckEntriesAsync(AuditSeal seal, List<AuditFinding> findings, CancellationToken cancellationToken)
    {
        var leaves = Merkle.Unpack(seal.Leaves);
        var ids = leaves.Select(l => l.Id).ToList();
        var unreadable = new List<long?>();
        var rows = (await ReadableRows.ReadAsync(
            context.AuditEntries.AsNoTracking()
                .Where(e => (e.Position >= seal.First && e.Position <= seal.Last) || ids.Contains(e.Id))
                .OrderBy(e => e.Position).ThenBy(e => e.Id),
            e => e.Position,
            unreadable,
            cancellationToken)).ToDictionary(e => e.Id);
        for (var i = 0; i < leaves.Count; i++)
        {
            var position = seal.First + i;
            if (!rows.Remove(leaves[i].Id, out var entry))
            {
                var code = unreadable.Contains(position) ? "audit.entryEdited" : "audit.entryRemoved";
                findings.Add(new AuditFinding(code, $"{leaves[i].Id}").With("position", position));
            }
            else if (!Canonical.Hash(cryptography, entry).AsSpan().SequenceEqual(leaves[i].Hash))
            {
                findings.Add(new AuditFinding("audit.entryEdited", $"{entry.Id}").With("position", position));
            }
            else if (entry.Position != position)
            {
                findings.Add(new AuditFinding("audit.entryMoved", $"{entry.Id}").With("position", position));
            }
        }

        findings.AddRange(rows.Values.Select(e => new AuditFinding("audit.entryInserted", $"{e.Id}").With("position", e.Position!)));
        return leaves.Count;
    }

    private async Task CheckBeyondAsync(long last, List<AuditFinding> findings, CancellationToken cancellationToken)
    {
        var beyond = await context.AuditEntries.AsNoTracking()
            .Where(e => e.Position > last || e.Position < 1)
            .Select(e => new { e.Id, e.Position })
            .ToListAsync(cancellationToken);
        findings.AddRange(beyond.Select(e => new AuditFinding("audit.entryInserted", $"{e.Id}").With("position", e.Position!)));
    }

    private async Task CheckHeadsAsync(Dictionary<long, string> macs, List<AuditFinding> findings, CancellationToken cancellationToken)
    {
        foreach (var head in await heads.ReadAsync(cancellationToken))
        {
            if (!macs.TryGetValue(head.Number, out var mac))
            {
                findings.Add(new AuditFinding("audit.sealRemoved", $"{head.Number}"));
            }
            else if (mac != head.Mac)
            {
                findings.Add(new AuditFinding("audit.sealReplaced", $"{head.Number}"));
            }
        }
    }
}
