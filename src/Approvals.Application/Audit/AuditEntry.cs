namespace Approvals.Application.Audit;

/// <summary>
/// Who did what, when. Inserted unchained in the transaction of the act; the sealer gives it a place later.
/// It holds ids, never personal data.
/// </summary>
public sealed class AuditEntry
{
    public required Guid Id { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Null for the system itself.</summary>
    public Guid? ActorUserId { get; init; }

    /// <summary>What was done, such as <c>case.taskCompleted</c>.</summary>
    public required string Action { get; init; }

    /// <summary>The kind of thing it was done to, such as <c>case</c>.</summary>
    public required string SubjectKind { get; init; }

    public required string SubjectId { get; init; }

    public Guid? CaseId { get; init; }

    /// <summary>The case event it belongs to, with the event's hash: sealing the entry seals the event.</summary>
    public int? CaseEventNumber { get; init; }

    public byte[]? CaseEventHash { get; init; }

    /// <summary>Details as JSON; ids and codes only.</summary>
    public string? Data { get; init; }

    public string? Address { get; init; }

    /// <summary>The place in the sealed order; null until sealed.</summary>
    public long? Position { get; set; }
}
