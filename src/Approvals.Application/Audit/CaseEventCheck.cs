using Approvals.Application.Database;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Audit;

/// <summary>
/// Checks each case's chain of events against itself, against the case's head, and against the sealed entries that
/// repeat each event's hash: a chain rebuilt as a whole still differs from its seals.
/// </summary>
public sealed class CaseEventCheck(ApprovalsDbContext context)
{
    private const int Stretch = 200;

    /// <summary>Checks all cases after one and returns how many events those have.</summary>
    /// <param name="after">The last case that was checked before; empty for all.</param>
    /// <param name="findings">Gets what is found.</param>
    /// <param name="stretched">Is told after each stretch: the last case checked, and how many events its stretch had.</param>
    /// <param name="cancellationToken">Stops between stretches.</param>
    internal async Task<long> RunAsync(Guid after, List<AuditFinding> findings, Func<Guid, long, Task> stretched, CancellationToken cancellationToken)
    {
        long events = 0;
        while (true)
        {
            var stretch = context.CaseStates.AsNoTracking().Where(s => s.CaseId > after).OrderBy(s => s.CaseId).Take(Stretch);
            var heads = await ReadableRows.ReadAsync(
                stretch.Select(s => new CaseHead(s.CaseId, s.EventCount, s.LastEventHash)), cancellationToken);
            if (heads.Count == 0)
            {
                return events + await CheckHeadlessAsync(findings, cancellationToken);
            }

            var checkedNow = await CheckStretchAsync(heads, findings, cancellationToken);
            events += checkedNow;
            after = heads[^1].CaseId;
            await stretched(after, checkedNow);
        }
    }

    private async Task<long> CheckStretchAsync(List<CaseHead> heads, List<AuditFinding> findings, CancellationToken cancellationToken)
    {
        var cases = heads.Select(h => h.CaseId).ToList();
        var unreadable = new List<(Guid Case, int Number)>();
        var events = await ReadableRows.ReadAsync(
            context.CaseEvents.AsNoTracking().Where(e => cases.Contains(e.CaseId)).OrderBy(e => e.CaseId).ThenBy(e => e.Number),
            e => new ValueTuple<Guid, int>(e.CaseId, e.Number),
            unreadable,
            cancellationToken);
        var sealedHashes = await context.AuditEntries.AsNoTracking()
            .Where(e => e.CaseId != null && cases.Contains(e.CaseId.Value) && e.CaseEventNumber != null)
            .Select(e => new { Case = e.CaseId!.Value, Number = e.CaseEventNumber!.Value, e.CaseEventHash })
            .ToListAsync(cancellationToken);
        var eventsByCase = events.ToLookup(e => e.CaseId);
        var unreadableByCase = unreadable.ToLookup(e => e.Case, e => e.Number);
        var hashesByCase = sealedHashes.ToLookup(e => e.Case, e => (e.Number, Hash: e.CaseEventHash!));
        foreach (var head in heads)
        {
            findings.AddRange(Proof(head).Check());
        }

        return events.Count + unreadable.Count;

        CaseProof Proof(CaseHead head) =>
            new(head, [.. eventsByCase[head.CaseId]], [.. unreadableByCase[head.CaseId]], [.. hashesByCase[head.CaseId]]);
    }

    /// <summary>Events, and sealed words of events, whose case has lost its state are checked by nobody else.</summary>
    private async Task<long> CheckHeadlessAsync(List<AuditFinding> findings, CancellationToken cancellationToken)
    {
        var orphans = await ReadableRows.ReadAsync(
            context.CaseEvents.AsNoTracking()
                .Where(e => !context.CaseStates.Any(s => s.CaseId == e.CaseId))
                .OrderBy(e => e.CaseId).ThenBy(e => e.Number)
                .Select(e => e.CaseId),
            cancellationToken);
        var audited = await ReadableRows.ReadAsync(
            context.AuditEntries.AsNoTracking()
                .Where(e => e.CaseEventNumber != null && !context.CaseStates.Any(s => s.CaseId == e.CaseId))
                .OrderBy(e => e.Position)
                .Select(e => e.CaseId!.Value),
            cancellationToken);
        findings.AddRange(orphans.Union(audited).Select(id => new AuditFinding("audit.stateRemoved", $"{id}").With("case", id)));
        return orphans.Count;
    }
}
