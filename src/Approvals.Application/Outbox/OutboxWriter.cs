using System.Text.Json;
using Approvals.Application.Database;

namespace Approvals.Application.Outbox;

/// <summary>What keeps messages in order.</summary>
public static class MessageOrder
{
    /// <summary>A person's mails.</summary>
    public static Guid Mail(Guid user) => user;

    /// <summary>A person's text messages: a mail server that is down does not hold them up.</summary>
    public static Guid Sms(Guid user) => StableId.Of(user, "order", "sms");
}

/// <summary>Adds messages and events to the caller's transaction.</summary>
public sealed class OutboxWriter(ApprovalsDbContext context, IIdSource ids, TimeProvider time)
{
    /// <summary>Adds a message that leaves the process after the commit.</summary>
    /// <param name="kind">Which sender or composer handles it, such as <c>mail.letter</c>.</param>
    /// <param name="idempotencyKey">The same for the same message, whoever writes it, whenever.</param>
    /// <param name="payload">Ids and codes.</param>
    /// <param name="caseId">The case it belongs to, where it does.</param>
    /// <param name="orderId">What leaves one after another, see <see cref="MessageOrder"/>; null where the order does not matter.</param>
    /// <param name="readyAt">Not before; null for at once.</param>
    public OutboxMessage Add<T>(string kind, string idempotencyKey, T payload, Guid? caseId = null, Guid? orderId = null, DateTimeOffset? readyAt = null)
    {
        var now = time.GetUtcNow();
        var message = new OutboxMessage
        {
            Id = ids.Next(),
            Kind = kind,
            IdempotencyKey = idempotencyKey,
            Payload = JsonSerializer.Serialize(payload, JsonSerializerOptions.Web),
            CaseId = caseId,
            OrderId = orderId,
            State = OutboxState.Pending,
            CreatedAt = now,
            ReadyAt = readyAt is { } later && later > now ? later.ToUniversalTime() : now,
        };
        context.OutboxMessages.Add(message);
        return message;
    }

    /// <summary>Adds an event for another case.</summary>
    /// <param name="targetCase">The case that will see it.</param>
    /// <param name="event">The event as the engine writes it.</param>
    /// <param name="idempotencyKey">The same for the same event.</param>
    public InboundEvent Send(Guid targetCase, string @event, string idempotencyKey)
    {
        var now = time.GetUtcNow();
        var inbound = new InboundEvent
        {
            Id = ids.Next(),
            TargetCaseId = targetCase,
            Event = @event,
            IdempotencyKey = idempotencyKey,
            State = InboundState.Pending,
            CreatedAt = now,
            ReadyAt = now,
        };
        context.InboundEvents.Add(inbound);
        return inbound;
    }
}
