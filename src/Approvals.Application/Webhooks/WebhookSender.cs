using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Approvals.Application.Database;
using Approvals.Application.Outbox;
using Approvals.Application.Outside;
using Approvals.Application.Secrets;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Webhooks;

/// <summary>Sends deliveries, signed, and keeps what was answered; one that fails comes again, later each time, until it is given up.</summary>
public sealed class WebhookSender(
    ApprovalsDbContext context, WriteTransaction transaction, Vault vault, ICryptography cryptography, IHttpTransport transport, TimeProvider clock) : IOutboxSender
{
    /// <summary>The header with the time of signing and the signature.</summary>
    public const string SignatureHeader = "Approvals-Signature";

    /// <summary>The header with the name of the event.</summary>
    public const string EventHeader = "Approvals-Event";

    /// <summary>Attempts before one is given up: the last an hour or so after the first.</summary>
    public const int MostAttempts = 12;

    /// <summary>The kind of its outbox messages.</summary>
    internal const string MessageKind = "webhook";

    /// <inheritdoc />
    public bool Handles(string kind) => kind == MessageKind;

    /// <inheritdoc />
    public async Task<PumpOutcome> SendAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        var id = JsonSerializer.Deserialize<Content>(message.Payload, JsonSerializerOptions.Web)!.Delivery;
        var delivery = await context.WebhookDeliveries.SingleAsync(d => d.Id == id, cancellationToken);
        if (delivery.State == WebhookDeliveryState.Delivered)
        {
            return PumpOutcome.Done;
        }

        var hook = await context.Webhooks.AsNoTracking().SingleAsync(h => h.Id == delivery.WebhookId, cancellationToken);
        var answer = hook.EndedAt is null ? await TellAsync(hook, delivery, cancellationToken) : null;
        Keep(delivery, answer, message.Attempts);
        await transaction.CommitAsync(cancellationToken);
        return delivery.State switch
        {
            WebhookDeliveryState.Pending => PumpOutcome.Retry(delivery.LastError!),
            WebhookDeliveryState.Failed => PumpOutcome.GiveUp(delivery.LastError!),
            _ => PumpOutcome.Done,
        };
    }

    /// <summary>The signature of a body sent at an instant: <c>t=seconds,v1=HMAC-SHA256 of "seconds.body" in hexadecimal</c>.</summary>
    public static string Sign(ICryptography cryptography, byte[] secret, long seconds, string body)
    {
        var signed = string.Create(CultureInfo.InvariantCulture, $"{seconds}.{body}");
        return string.Create(
            CultureInfo.InvariantCulture, $"t={seconds},v1={Convert.ToHexStringLower(cryptography.Mac(secret, Encoding.UTF8.GetBytes(signed)))}");
    }

    private async Task<HttpAnswer?> TellAsync(Webhook hook, WebhookDelivery delivery, CancellationToken cancellationToken)
    {
        var secret = await vault.OpenAsync(hook.KeyId, hook.Secret, Webhook.Place(hook.Id), cancellationToken);
        if (!secret.IsSuccess)
        {
            return null;
        }

        var headers = ImmutableSortedDictionary<string, string>.Empty
            .Add(EventHeader, delivery.Event)
            .Add(SignatureHeader, Sign(cryptography, secret.Value, clock.GetUtcNow().ToUnixTimeSeconds(), delivery.Body));
        return await transport.SendAsync(new HttpCall("POST", hook.Url, delivery.Body, "application/json", headers), delivery.Id.ToString("N"), cancellationToken);
    }

    private void Keep(WebhookDelivery delivery, HttpAnswer? answer, int attempts)
    {
        if (answer is null)
        {
            delivery.State = WebhookDeliveryState.Dropped;
            return;
        }

        (delivery.Attempts, delivery.LastStatus) = (delivery.Attempts + 1, answer.Status);
        if (answer.Status is >= 200 and < 300)
        {
            (delivery.State, delivery.DeliveredAt, delivery.LastError) = (WebhookDeliveryState.Delivered, clock.GetUtcNow(), null);
            return;
        }

        delivery.LastError = answer.Failure ?? string.Create(CultureInfo.InvariantCulture, $"HTTP {answer.Status}");
        delivery.State = attempts >= MostAttempts ? WebhookDeliveryState.Failed : WebhookDeliveryState.Pending;
    }

    /// <summary>Which delivery.</summary>
    internal sealed record Content(Guid Delivery);
}
