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

    /// <summary>Checks all cases and returns how many events there are.</summary>
    public async Task<long> RunAsync(List<AuditFinding> findings, CancellationToken cancellationToken)
    {
        long events = 0;
        var after = Guid.Empty;
        while (true)
        {
            var heads = await context.CaseStates.AsNoTracking()
                .Where(s => s.CaseId > after)
                .OrderBy(s => s.CaseId)
                .Take(Stretch)
                .Select(s => new CaseHead(s.CaseId, s.EventCount, s.LastEventHash))
                .ToListAsync(cancellationToken);
            if (heads.Count == 0)
            {
                return events + await CheckHeadlessAsync(findings, cancellationToken);
            }

            events += await CheckStretchAsync(heads, findings, cancellationToken);
            after = heads[^1].CaseId;
        }
    }

    private async Task<long> CheckStretchAsync(List<CaseHead> heads, List<AuditFinding> findings, CancellationToken cancellationToken)
    {
        var cases = heads.Select(h => h.CaseId).ToList();
        var events = await context.CaseEvents.AsNoTracking()
            .Where(e => cases.Contains(e.CaseId))
            .OrderBy(e => e.CaseId).ThenBy(e => e.Number)
            .ToListAsync(cancellationToken);
        var sealedHashes = await context.AuditEntries.AsNoTracking()
            .Where(e => e.CaseId != null && cases.Contains(e.CaseId.Value) && e.CaseEventNumber != null)
            .Select(e => new { Case = e.CaseId!.Value, Number = e.CaseEventNumber!.Value, e.CaseEventHash })
            .ToListAsync(cancellationToken);
        var eventsByCase = events.ToLookup(e => e.CaseId);
        var hashesByCase = sealedHashes.ToLookup(e => e.Case, e => (e.Number, Hash: e.CaseEventHash!));
        foreach (var head in heads)
        {
            findings.AddRange(new CaseProof(head, [.. eventsByCase[head.CaseId]], [.. hashesByCase[head.CaseId]]).Check());
        }

        return events.Count;
    }

    /// <summary>Events, and sealed words of events, whose case has lost its state are checked by nobody else.</summary>
    private async Task<long> CheckHeadlessAsync(List<AuditFinding> findings, CancellationToken cancellationToken)
    {
        var orphans = await context.CaseEvents.AsNoTracking()
            .Where(e => !context.CaseStates.Any(s => s.CaseId == e.CaseId))
            .Select(e => e.CaseId)
            .ToListAsync(cancellationToken);
        var audited = await context.AuditEntries.AsNoTracking()
            .Where(e => e.CaseEventNumber != null && !context.CaseStates.Any(s => s.CaseId == e.CaseId))
            .Select(e => e.CaseId!.Value)
            .Distinct()
            .ToListAsync(cancellationToken);
        findings.AddRange(orphans.Union(audited).Select(id => new AuditFinding("audit.stateRemoved", $"{id}").With("case", id)));
        return orphans.Count;
    }
}
