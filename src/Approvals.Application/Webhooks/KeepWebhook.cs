using System.Security.Cryptography;
using System.Text.Json;
using Approvals.Application.Audit;
using Approvals.Application.Database;
using Approvals.Application.Outbox;
using Approvals.Application.Outside;
using Approvals.Application.Rights;
using Approvals.Application.Secrets;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Webhooks;

/// <summary>Makes and ends webhooks, tries them, and sends deliveries again.</summary>
public sealed class KeepWebhook(
    ApprovalsDbContext context, WriteTransaction transaction, Vault vault, AuditLog audit, OutboxWriter outbox, OutsideHosts hosts, WebhookOwners owners, TimeProvider clock)
{
    /// <summary>No account has more at a time.</summary>
    public const int Most = 20;

    /// <summary>No delivery is sent again more often.</summary>
    public const int MostResent = 20;

    private const int SecretBytes = 32;

    /// <param name="Name">What its owner calls it.</param>
    /// <param name="Url">Where it is told.</param>
    /// <param name="Events">What it is told of.</param>
    /// <param name="Organisation">The employer whose cases it is told of, or null.</param>
    /// <param name="IdempotencyKey">Made for this one click.</param>
    public sealed record Request(string Name, string Url, IReadOnlyList<string> Events, Guid? Organisation, string IdempotencyKey);

    /// <summary>Makes one; the secret is told this once.</summary>
    public async Task<Result<MadeWebhookDto>> MakeAsync(Request request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (await RefusalAsync(request, user, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var id = StableId.Of(user.Id, "webhook", request.IdempotencyKey);
        var key = vault.Create("webhook");
        var secret = RandomNumberGenerator.GetBytes(SecretBytes);
        var hook = new Webhook
        {
            Id = id, UserId = user.Id, OrganisationId = request.Organisation, Name = request.Name.Trim(), Url = request.Url, CreatedAt = clock.GetUtcNow(), KeyId = key.Id,
            Events = string.Join(' ', WebhookEvents.All.Where(request.Events.Contains)),
            Secret = await vault.SealAsync(key.Id, secret, Webhook.Place(id), cancellationToken),
        };
        context.Webhooks.Add(hook);
        audit.Add(user.Id, "webhooks.made", "webhook", id.ToString(), JsonSerializer.Serialize(new { hook.Url, hook.Events, hook.OrganisationId }, JsonSerializerOptions.Web));
        if (await transaction.CommitAsync(cancellationToken) != CommitOutcome.Committed)
        {
            return new Error("webhooks.made", ErrorKind.Conflict);
        }

        owners.Forget();
        return new MadeWebhookDto(WebhookList.Describe(hook, null), Convert.ToBase64String(secret));
    }

    /// <summary>Ends one; what has not left yet is dropped.</summary>
    public async Task<Result<Unit>> EndAsync(Guid id, CurrentUser user, CancellationToken cancellationToken)
    {
        var hook = await context.Webhooks.SingleOrDefaultAsync(h => h.Id == id && h.UserId == user.Id, cancellationToken);
        if (hook is null)
        {
            return Refusals.NotFound;
        }

        if (hook.EndedAt is null)
        {
            hook.EndedAt = clock.GetUtcNow();
            audit.Add(user.Id, "webhooks.ended", "webhook", id.ToString());

            // Somebody who ended it in the same moment wanted the same.
            await transaction.CommitAsync(cancellationToken);
            owners.Forget();
        }

        return Unit.Value;
    }

    /// <summary>Sends a trial; the same click sends one.</summary>
    public async Task<Result<Unit>> TryAsync(Guid id, string idempotencyKey, CurrentUser user, CancellationToken cancellationToken)
    {
        if (await OwnAsync(id, user, cancellationToken) is not { } hook)
        {
            return Refusals.NotFound;
        }

        if (hook.EndedAt is not null)
        {
            return new Error("webhooks.ended", ErrorKind.Conflict);
        }

        var delivery = StableId.Of(id, "trial", idempotencyKey);
        var now = clock.GetUtcNow();
        context.WebhookDeliveries.Add(new WebhookDelivery
        {
            Id = delivery, WebhookId = id, Event = WebhookEvents.Trial, Body = new WebhookBody(delivery, WebhookEvents.Trial, now, null).ToJson(),
            State = WebhookDeliveryState.Pending, At = now,
        });
        outbox.Add(WebhookSender.MessageKind, $"webhook:{delivery:N}", new WebhookSender.Content(delivery));
        return await transaction.CommitAsync(cancellationToken) == CommitOutcome.Conflict ? Refusals.Stale : Unit.Value;
    }

    /// <summary>Sends a delivery that was given up again.</summary>
    public async Task<Result<Unit>> ResendAsync(Guid id, CurrentUser user, CancellationToken cancellationToken)
    {
        var delivery = await context.WebhookDeliveries.SingleOrDefaultAsync(d => d.Id == id, cancellationToken);
        var hook = delivery is null ? null : await OwnAsync(delivery.WebhookId, user, cancellationToken);
        if (delivery is null || hook is null)
        {
            return Refusals.NotFound;
        }

        if (delivery.State == WebhookDeliveryState.Pending)
        {
            return Unit.Value;
        }

        if (hook.EndedAt is not null || delivery.Resent >= MostResent)
        {
            return hook.EndedAt is not null ? new Error("webhooks.ended", ErrorKind.Conflict) : new Error("webhooks.resentOften", ErrorKind.Conflict).With("most", $"{MostResent}");
        }

        (delivery.State, delivery.Resent, delivery.DeliveredAt) = (WebhookDeliveryState.Pending, delivery.Resent + 1, null);
        outbox.Add(WebhookSender.MessageKind, $"webhook:{id:N}:{delivery.Resent}", new WebhookSender.Content(id), delivery.CaseId);
        audit.Add(user.Id, "webhooks.resent", "webhook", hook.Id.ToString(), $$"""{"delivery":"{{id}}"}""");

        // The same click, or another's in the same moment: it is on its way.
        await transaction.CommitAsync(cancellationToken);
        return Unit.Value;
    }

    private Task<Webhook?> OwnAsync(Guid id, CurrentUser user, CancellationToken cancellationToken) =>
        context.Webhooks.AsNoTracking().SingleOrDefaultAsync(h => h.Id == id && h.UserId == user.Id, cancellationToken);

    private async Task<Error?> RefusalAsync(Request request, CurrentUser user, CancellationToken cancellationToken)
    {
        var field = hosts.Refusal(request.Url) is { } refusal ? new FieldError("url", refusal.Code) { Data = refusal.Data }
            : request.Events.FirstOrDefault(e => !WebhookEvents.All.Contains(e)) is { } unknown ? new FieldError("events", "webhooks.unknownEvent").With("event", unknown)
            : request.Events.Count == 0 ? new FieldError("events", "webhooks.noEvent")
            : request.Organisation is { } organisation && !user.AgentOf.Contains(organisation) ? new FieldError("organisation", "webhooks.notAgent")
            : null;
        return user.IsAdministrator ? Refusals.Forbidden
            : field is not null ? new Error("webhooks.fields") { Fields = [field] }
            : await context.Webhooks.CountAsync(h => h.UserId == user.Id && h.EndedAt == null, cancellationToken) >= Most
                ? new Error("webhooks.tooMany", ErrorKind.Conflict).With("most", $"{Most}")
            : null;
    }
}
