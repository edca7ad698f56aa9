using Approvals.Application.Database;

namespace Approvals.Application.Outbox;

public enum InboundState
{
    Pending,
    Consumed,

    /// <summary>The target refused it for good.</summary>
    Refused,
    Failed,
}

/// <summary>An event one case sends another: written in the sender's transaction, consumed in the receiver's.</summary>
public sealed class InboundEvent : ILeased
{
    static string? ILeased.InOrderOf => nameof(TargetCaseId);

    public required Guid Id { get; init; }

    public required Guid TargetCaseId { get; init; }

    /// <summary>The event as the engine writes it.</summary>
    public required string Event { get; init; }

    /// <summary>Unique: the same event cannot be sent twice.</summary>
    public required string IdempotencyKey { get; init; }

    public required InboundState State { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ReadyAt { get; set; }

    public string? LeaseOwner { get; set; }

    public DateTimeOffset? LeaseUntil { get; set; }

    public int Attempts { get; set; }

    public string? LastError { get; set; }
}
