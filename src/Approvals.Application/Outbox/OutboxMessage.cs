using Approvals.Application.Database;

namespace Approvals.Application.Outbox;

public enum OutboxState
{
    Pending,
    Sent,

    /// <summary>Given up after too many failures; an operator decides.</summary>
    Failed,
}

/// <summary>
/// Something that leaves the process. The payload holds ids, and the pump renders the text just before sending.
/// </summary>
public sealed class OutboxMessage : ILeased
{
    static string? ILeased.InOrderOf => nameof(OrderId);

    public required Guid Id { get; init; }

    /// <summary>Which sender handles it, such as <c>mail</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Unique: writing the same message twice is impossible.</summary>
    public required string IdempotencyKey { get; init; }

    public Guid? CaseId { get; init; }

    /// <summary>
    /// Messages with the same one leave strictly one after another: a person's mails, their text messages. Null where the order
    /// does not matter.
    /// </summary>
    public Guid? OrderId { get; init; }

    /// <summary>JSON of ids and codes.</summary>
    public required string Payload { get; init; }

    public required OutboxState State { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ReadyAt { get; set; }

    public string? LeaseOwner { get; set; }

    public DateTimeOffset? LeaseUntil { get; set; }

    public int Attempts { get; set; }

    public string? LastError { get; set; }

    public DateTimeOffset? SentAt { get; set; }
}
