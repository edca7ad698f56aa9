using Approvals.Application.Cases;
using Approvals.Application.Database;

namespace Approvals.Application.Audit;

/// <summary>Writes audit entries into the transaction of the act.</summary>
public sealed class AuditLog(ApprovalsDbContext context, IIdSource ids, TimeProvider time)
{
    /// <summary>Adds an entry about anything.</summary>
    /// <param name="actor">Who did it; null for the system.</param>
    /// <param name="action">What, such as <c>roles.granted</c>.</param>
    /// <param name="subjectKind">The kind of thing it was done to.</param>
    /// <param name="subjectId">Which one.</param>
    /// <param name="data">Details as JSON; ids and codes, never personal data.</param>
    /// <param name="caseId">The case it belongs to, where it does.</param>
    /// <param name="address">The network address it came from.</param>
    public AuditEntry Add(
        Guid? actor, string action, string subjectKind, string subjectId, string? data = null, Guid? caseId = null, string? address = null)
    {
        var entry = new AuditEntry
        {
            Id = ids.Next(),
            At = time.GetUtcNow(),
            ActorUserId = actor,
            Action = action,
            SubjectKind = subjectKind,
            SubjectId = subjectId,
            Data = data,
            CaseId = caseId,
            Address = address,
        };
        context.AuditEntries.Add(entry);
        return entry;
    }

    /// <summary>Adds the entry of a case event; sealing it seals the event. The event must have been chained.</summary>
    public AuditEntry Add(CaseEvent @event, string? address = null)
    {
        var entry = new AuditEntry
        {
            Id = ids.Next(),
            At = @event.At,
            ActorUserId = @event.ActorUserId,
            Action = $"case.{char.ToLowerInvariant(@event.Type[0])}{@event.Type[1..]}",
            SubjectKind = "case",
            SubjectId = @event.CaseId.ToString(),
            CaseId = @event.CaseId,
            CaseEventNumber = @event.Number,
            CaseEventHash = @event.Hash,
            Address = address,
        };
        context.AuditEntries.Add(entry);
        return entry;
    }
}
