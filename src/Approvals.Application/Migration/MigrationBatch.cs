using Approvals.Application.Database;

namespace Approvals.Application.Migration;

/// <summary>How far a batch is.</summary>
public enum MigrationState
{
    /// <summary>A pump goes on with it, chunk by chunk.</summary>
    Pending,

    /// <summary>Every case was tried.</summary>
    Done,

    /// <summary>Somebody stopped it; what was migrated stays so.</summary>
    Stopped,

    /// <summary>Given up after too many failures of the platform itself.</summary>
    Failed,
}

/// <summary>
/// Cases on their way to another version, or back. A row that the pump claims by lease: each claim works off a chunk and saves how far it
/// came, so that one that died anywhere goes on.
/// </summary>
public sealed class MigrationBatch : ILeased
{
    public required Guid Id { get; init; }

    public required string ServiceCode { get; init; }

    public required Guid FromVersionId { get; init; }

    public required Guid ToVersionId { get; init; }

    /// <summary>Where steps go whose id is another one in the new version, as staff confirmed it: JSON, new id by old.</summary>
    public required string Activities { get; init; }

    /// <summary>JSON list of the cases meant; null for every case under way.</summary>
    public string? CaseIds { get; init; }

    public required string Reason { get; init; }

    public required MigrationState State { get; set; }

    /// <summary>Whether the cases go back to where they came from.</summary>
    public bool IsRollback { get; set; }

    /// <summary>The old version while every case of it is on its way: unique, so that two of these never run at once.</summary>
    public string? OpenKey { get; set; }

    /// <summary>How many cases were meant when it began.</summary>
    public required int Total { get; init; }

    /// <summary>The last case that was tried.</summary>
    public Guid? Cursor { get; set; }

    public required Guid CreatedByUserId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public Guid? RolledBackByUserId { get; set; }

    public DateTimeOffset? FinishedAt { get; set; }

    public required DateTimeOffset ReadyAt { get; set; }

    public string? LeaseOwner { get; set; }

    public DateTimeOffset? LeaseUntil { get; set; }

    public int Attempts { get; set; }

    public string? LastError { get; set; }
}

/// <summary>What became of a case in a batch.</summary>
public enum MigrationOutcome
{
    /// <summary>It follows the new version.</summary>
    Migrated,

    /// <summary>It stayed where it was.</summary>
    Refused,

    /// <summary>It was migrated and went back.</summary>
    RolledBack,

    /// <summary>It was migrated and could not go back: it had gone on since.</summary>
    Kept,
}

/// <summary>One case of a batch, written in the transaction that migrated it.</summary>
public sealed class MigratedCase
{
    public required Guid BatchId { get; init; }

    public required Guid CaseId { get; init; }

    public required string CaseNumber { get; init; }

    public required MigrationOutcome Outcome { get; set; }

    /// <summary>The number of the event that migrated it; while it is the case's last, the case can go back.</summary>
    public int? EventNumber { get; init; }

    /// <summary>The state before, as the engine writes it: ids only.</summary>
    public string? Before { get; init; }

    /// <summary>Why it stayed: a code of the texts.</summary>
    public string? Why { get; set; }

    /// <summary>Values for that text, as JSON; ids and names of staff, never personal data of parties.</summary>
    public string? WhyData { get; set; }

    public required DateTimeOffset At { get; set; }
}
