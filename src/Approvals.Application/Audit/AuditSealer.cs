using Approvals.Application.Database;
using Approvals.Application.Secrets;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Audit;

/// <summary>
/// Gives committed entries their places and closes them under a seal. It takes whatever is committed and has no place yet,
/// never a range of ids: a transaction with an early id may commit late. Of two sealers at once the second finds its seal's
/// number taken, or an entry's place given, and writes nothing.
/// </summary>
public sealed class AuditSealer(
    ApprovalsDbContext context,
    WriteTransaction transaction,
    ICryptography cryptography,
    IMasterKeys masters,
    IAuditHeads heads,
    TimeProvider time)
{
    /// <summary>How many entries one seal closes at most.</summary>
    public const int Batch = 1000;

    /// <summary>Seals one batch and returns how many entries it closed.</summary>
    public async Task<int> SealAsync(CancellationToken cancellationToken)
    {
        context.ChangeTracker.Clear();
        // The last seal first: whoever seals between the two reads takes the number that follows it.
        var previous = await context.AuditSeals.AsNoTracking().OrderByDescending(s => s.Number).FirstOrDefaultAsync(cancellationToken);
        var entries = await context.AuditEntries
            .Where(e => e.Position == null)
            .OrderBy(e => e.Id)
            .Take(Batch)
            .ToListAsync(cancellationToken);
        if (entries.Count == 0)
        {
            return 0;
        }

        var seal = Seal(entries, previous);
        context.AuditSeals.Add(seal);
        if (await transaction.CommitAsync(cancellationToken) != CommitOutcome.Committed)
        {
            return 0;
        }

        await heads.AppendAsync(
            new AuditHead(seal.Number, seal.Last, Convert.ToHexStringLower(seal.Mac), seal.SealedAt), cancellationToken);
        return entries.Count;
    }

    /// <summary>Seals until nothing committed is left without a place.</summary>
    public async Task<int> SealAllAsync(CancellationToken cancellationToken)
    {
        var total = 0;
        while (await SealAsync(cancellationToken) is > 0 and var count)
        {
            total += count;
        }

        return total;
    }

    private AuditSeal Seal(List<AuditEntry> entries, AuditSeal? previous)
    {
        var first = (previous?.Last ?? 0) + 1;
        for (var i = 0; i < entries.Count; i++)
        {
            entries[i].Position = first + i;
        }

        var leaves = Merkle.Pack([.. entries.Select(e => (e.Id, Canonical.Hash(cryptography, e)))]);
        var seal = new AuditSeal
        {
            Number = (previous?.Number ?? 0) + 1,
            First = first,
            Last = first + entries.Count - 1,
            Count = entries.Count,
            Leaves = leaves,
            MerkleRoot = Merkle.Root(cryptography, leaves),
            PreviousMac = previous?.Mac ?? [],
            SealedAt = time.GetUtcNow(),
        };
        seal.Mac = Canonical.Mac(cryptography, masters.AuditKey, seal);
        return seal;
    }
}
