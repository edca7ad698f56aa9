namespace Approvals.Application.Cases;

/// <summary>A letter to a party, as it was rendered.</summary>
public sealed class Letter
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    /// <summary>The template's name.</summary>
    public required string Name { get; init; }

    public required string ActivityId { get; init; }

    public required int EventNumber { get; init; }

    /// <summary>Subject and body in both languages as JSON, encrypted under the case's key.</summary>
    public required byte[] Payload { get; init; }

    public required byte[] Hash { get; init; }

    public required DateTimeOffset At { get; init; }
}

public enum DeliveryChannel
{
    Page,
    Mail,
    Sms,
    Counter,
}

/// <summary>One way a letter goes to one recipient, and the proof that it arrived.</summary>
public sealed class Delivery
{
    public required Guid Id { get; init; }

    public required Guid LetterId { get; init; }

    public required Guid CaseId { get; init; }

    public Guid? RecipientUserId { get; init; }

    public required DeliveryChannel Channel { get; init; }

    public Guid? OutboxMessageId { get; init; }

    public required DateTimeOffset At { get; init; }

    public DateTimeOffset? SentAt { get; set; }

    /// <summary>When the recipient opened it or signed for it.</summary>
    public DateTimeOffset? ReceivedAt { get; set; }

    /// <summary>Who signed at the counter, as they stand to the applicant.</summary>
    public string? ReceivedBy { get; set; }
}
