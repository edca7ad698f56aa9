using System.Globalization;
using Approvals.Application.Database;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Audit;

/// <summary>
/// Proves, or names what disproves, that entries and case events are those that were written, all of them, in their order.
/// </summary>
public sealed class AuditVerifier(ApprovalsDbContext context, SealCheck seals, CaseEventCheck events)
{
    /// <summary>Reads everything, in stretches, and changes nothing.</summary>
    public Task<AuditReport> VerifyAsync(CancellationToken cancellationToken) =>
        VerifyAsync(null, (_, _, _) => Task.CompletedTask, cancellationToken);

    /// <summary>How many entries and events there are to check.</summary>
    internal async Task<long> CountAsync(CancellationToken cancellationToken) =>
        await context.AuditEntries.LongCountAsync(e => e.Position != null, cancellationToken) + await context.CaseEvents.LongCountAsync(cancellationToken);

    /// <summary>Reads everything that lies after a cursor.</summary>
    /// <param name="cursor">Where it had got to, as it was told; null at the beginning.</param>
    /// <param name="stretched">Is told after each stretch: the cursor, how many rows it had, and what was found up to now.</param>
    /// <param name="cancellationToken">Stops between stretches.</param>
    internal async Task<AuditReport> VerifyAsync(string? cursor, Func<string, long, IReadOnlyList<AuditFinding>, Task> stretched, CancellationToken cancellationToken)
    {
        var findings = new List<AuditFinding>();
        var atEvents = cursor?.StartsWith("events:", StringComparison.Ordinal) == true;
        var place = cursor?[(cursor.IndexOf(':', StringComparison.Ordinal) + 1)..];
        var entryCount = atEvents ? 0 : await seals.RunAsync(
            place is null ? 0 : long.Parse(place, CultureInfo.InvariantCulture), findings, (last, rows) => stretched($"seals:{last}", rows, findings), cancellationToken);
        var eventCount = await events.RunAsync(
            atEvents ? Guid.Parse(place!) : Guid.Empty, findings, (last, rows) => stretched($"events:{last}", rows, findings), cancellationToken);
        var unsealed = await context.AuditEntries.LongCountAsync(e => e.Position == null, cancellationToken);
        return new AuditReport(findings, entryCount, eventCount, unsealed);
    }
}
