namespace Approvals.Application.Audit;

/// <summary>
/// The heads of the audit kept outside the database, appended only: without them the last seals could be cut off unseen.
/// </summary>
public interface IAuditHeads
{
    /// <summary>Appends a head durably.</summary>
    public Task AppendAsync(AuditHead head, CancellationToken cancellationToken);

    /// <summary>All heads, in the order they were written.</summary>
    public Task<IReadOnlyList<AuditHead>> ReadAsync(CancellationToken cancellationToken);
}

/// <summary>One seal's number, last position and MAC.</summary>
public sealed record AuditHead(long Number, long Last, string Mac, DateTimeOffset SealedAt);
