using Approvals.Application.Cases;
using Approvals.Application.Database;
using Approvals.Application.Outbox;
using Approvals.Application.Rights;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Letters;

/// <summary>How letters reached their recipients (送达): opened on the page, accepted by the mail server, picked up at the counter.</summary>
public sealed class Deliveries(ApprovalsDbContext context, WriteTransaction transaction, TimeProvider clock, MessageCatalog texts)
{
    private static readonly Dictionary<string, string> None = [];

    /// <summary>The ways a letter went, with what proves that it arrived.</summary>
    public async Task<IReadOnlyList<DeliveryDto>> OfAsync(Guid letter, string language, CancellationToken cancellationToken)
    {
        var rows = await (
            from delivery in context.Deliveries.AsNoTracking()
            where delivery.LetterId == letter
            join message in context.OutboxMessages.AsNoTracking() on delivery.OutboxMessageId equals message.Id into messages
            from message in messages.DefaultIfEmpty()
            orderby delivery.At, delivery.Channel
            select new { delivery, SentAt = message == null ? null : message.SentAt, State = message == null ? (OutboxState?)null : message.State }).ToListAsync(cancellationToken);
        return [.. rows.Select(r => Describe(r.delivery, r.SentAt, r.State, language))];
    }

    /// <summary>The recipient has the letter before them: the first time is the proof, later times change nothing.</summary>
    internal async Task OpenedAsync(Guid letter, CurrentUser user, CancellationToken cancellationToken)
    {
        var row = await context.Deliveries.SingleOrDefaultAsync(
            d => d.LetterId == letter && d.RecipientUserId == user.Id && d.Channel == DeliveryChannel.Page && d.ReceivedAt == null, cancellationToken);
        if (row is not null)
        {
            row.ReceivedAt = clock.Now();
            await transaction.CommitAsync(cancellationToken);
        }
    }

    private DeliveryDto Describe(Delivery row, DateTimeOffset? mailedAt, OutboxState? mail, string language)
    {
        var (status, at) = row switch
        {
            { ReceivedAt: { } received } => (DeliveryStatus.Received, received),
            { Channel: DeliveryChannel.Mail or DeliveryChannel.Sms } when mail == OutboxState.Sent => (DeliveryStatus.Accepted, mailedAt),
            { Channel: DeliveryChannel.Mail or DeliveryChannel.Sms } when mail == OutboxState.Failed => (DeliveryStatus.Failed, (DateTimeOffset?)null),
            { Channel: DeliveryChannel.Page } => (DeliveryStatus.Ready, row.SentAt),
            _ => (DeliveryStatus.Waiting, (DateTimeOffset?)null),
        };
        var channel = $"{char.ToLowerInvariant($"{row.Channel}"[0])}{$"{row.Channel}"[1..]}";
        return new DeliveryDto(
            row.Channel, texts.Format($"letters.channel.{channel}", None, language), status,
            texts.Format($"letters.delivery.{channel}.{char.ToLowerInvariant($"{status}"[0])}{$"{status}"[1..]}", None, language), at, row.ReceivedBy);
    }
}

/// <summary>How far a delivery has come.</summary>
public enum DeliveryStatus
{
    /// <summary>It is on its way.</summary>
    Waiting,

    /// <summary>It lies ready on the page.</summary>
    Ready,

    /// <summary>The recipient's mail server took it.</summary>
    Accepted,

    /// <summary>The recipient opened it or signed for it.</summary>
    Received,

    /// <summary>It could not be delivered this way.</summary>
    Failed,
}

/// <summary>One way a letter went.</summary>
/// <param name="Channel">The way.</param>
/// <param name="ChannelName">It in words.</param>
/// <param name="Status">How far it has come.</param>
/// <param name="StatusName">The same in words.</param>
/// <param name="At">When that was, or null.</param>
/// <param name="ReceivedBy">Who took it at the counter, or null.</param>
public sealed record DeliveryDto(DeliveryChannel Channel, string ChannelName, DeliveryStatus Status, string StatusName, DateTimeOffset? At, string? ReceivedBy);
