using Approvals.Application.Database;

namespace Approvals.Application.Batches;

/// <summary>One order that concerns many cases: each is stepped in a transaction of its own, and what became of each is kept.</summary>
public sealed class CaseBatch
{
    public required Guid Id { get; init; }

    /// <summary>What is done, such as <c>handover</c>; one of <see cref="ICaseBatchWork.Kind"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>Who ordered it, and with whose rights it is done.</summary>
    public required Guid ByUserId { get; init; }

    /// <summary>What is asked, as the kind writes it; ids only.</summary>
    public required string Order { get; init; }

    public required int Total { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}

public enum CaseBatchState
{
    Pending,
    Done,

    /// <summary>The case did not allow it; <see cref="CaseBatchItem.Refusal"/> says why.</summary>
    Refused,

    /// <summary>Given up after many attempts.</summary>
    Failed,
}

/// <summary>One case of a batch.</summary>
public sealed class CaseBatchItem : ILeased
{
    public required Guid Id { get; init; }

    public required Guid BatchId { get; init; }

    public required Guid CaseId { get; init; }

    public required string CaseNumber { get; init; }

    /// <summary>What in the case it concerns, as the kind writes it; ids only.</summary>
    public required string Subject { get; init; }

    public required CaseBatchState State { get; set; }

    /// <summary>Why it was refused: an <see cref="Error"/> as JSON.</summary>
    public string? Refusal { get; set; }

    public DateTimeOffset? FinishedAt { get; set; }

    public required DateTimeOffset ReadyAt { get; set; }

    public string? LeaseOwner { get; set; }

    public DateTimeOffset? LeaseUntil { get; set; }

    public int Attempts { get; set; }

    public string? LastError { get; set; }
}
