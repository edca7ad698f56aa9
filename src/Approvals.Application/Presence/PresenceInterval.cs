using Approvals.Application.Database;
using Approvals.Domain.Residency;

namespace Approvals.Application.Presence;

/// <summary>How an entry came into the ledger.</summary>
public enum PresenceSource
{
    /// <summary>The person entered it.</summary>
    Person,

    /// <summary>An agent of the employer entered it.</summary>
    Employer,

    /// <summary>It came with a file of the employer.</summary>
    Import,
}

/// <summary>
/// Days of presence as one entry of a person's ledger. What is corrected or withdrawn stays as it was, ended with its reason; what
/// takes its place is an entry of its own.
/// </summary>
public sealed class PresenceInterval : IVersioned
{
    public required Guid Id { get; init; }

    public required Guid PersonId { get; init; }

    /// <summary>The employer for whom the person was there.</summary>
    public Guid? OrganisationId { get; init; }

    public required DateOnly From { get; init; }

    /// <summary>The last day.</summary>
    public required DateOnly To { get; init; }

    public required PresenceSource Source { get; init; }

    public required Guid EnteredByUserId { get; init; }

    public required DateTimeOffset EnteredAt { get; init; }

    /// <summary>When the employer confirmed it; what the employer enters is confirmed with it.</summary>
    public DateTimeOffset? ConfirmedAt { get; set; }

    public Guid? ConfirmedByUserId { get; set; }

    /// <summary>The entry that this one takes the place of.</summary>
    public Guid? ReplacesId { get; init; }

    /// <summary>When it was corrected or withdrawn; it counts no longer.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    public Guid? EndedByUserId { get; set; }

    /// <summary>The entry that took its place; null where it was withdrawn.</summary>
    public Guid? ReplacedById { get; set; }

    /// <summary>Why it was corrected or withdrawn.</summary>
    public string? EndReason { get; set; }

    /// <summary>Unique while it counts: nobody states the same days for the same employer twice.</summary>
    public string? LiveKey { get; set; }

    public List<Evidence> Evidence { get; init; } = [];

    public int Version { get; set; }

    /// <summary>The days and what is shown for them.</summary>
    internal Stay Stay => new(new DaySpan(From, To), Proofs.Classes(Evidence.Select(e => e.Kind)));

    /// <summary>What is unique while an entry counts.</summary>
    public static string KeyOf(Guid person, Guid? organisation, DateOnly from, DateOnly to) => $"{person:N}:{organisation:N}:{from:yyyyMMdd}-{to:yyyyMMdd}";
}

/// <summary>One proof of an entry: of what kind it is, and the document where one was handed in.</summary>
public sealed class Evidence
{
    public required Guid Id { get; init; }

    public required Guid IntervalId { get; init; }

    public required ProofKind Kind { get; init; }

    public Guid? DocumentId { get; set; }
}
