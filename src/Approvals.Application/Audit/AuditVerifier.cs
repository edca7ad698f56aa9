using Approvals.Application.Database;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Audit;

/// <summary>
/// Proves, or names what disproves, that entries and case events are those that were written, all of them, in their order.
/// </summary>
public sealed class AuditVerifier(ApprovalsDbContext context, SealCheck seals, CaseEventCheck events)
{
    /// <summary>Reads everything, in stretches, and changes nothing.</summary>
    public async Task<AuditReport> VerifyAsync(CancellationToken cancellationToken)
    {
        var findings = new List<AuditFinding>();
        var entryCount = await seals.RunAsync(findings, cancellationToken);
        var eventCount = await events.RunAsync(findings, cancellationToken);
        var unsealed = await context.AuditEntries.LongCountAsync(e => e.Position == null, cancellationToken);
        return new AuditReport(findings, entryCount, eventCount, unsealed);
    }
}
