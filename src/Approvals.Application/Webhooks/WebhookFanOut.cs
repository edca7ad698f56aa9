using System.Text.Json;
using Approvals.Application.Cases;
using Approvals.Application.Database;
using Approvals.Application.Outbox;
using Approvals.Application.Rights;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Webhooks;

/// <summary>Turns what a step changed into deliveries, one for each webhook whose owner is a party of the case at that moment.</summary>
public sealed class WebhookFanOut(ApprovalsDbContext context, WriteTransaction transaction, OutboxWriter outbox, TimeProvider clock) : IOutboxSender
{
    /// <inheritdoc />
    public bool Handles(string kind) => kind == WebhookNews.MessageKind;

    /// <inheritdoc />
    public async Task<PumpOutcome> SendAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        var news = JsonSerializer.Deserialize<WebhookNews.Content>(message.Payload, JsonSerializerOptions.Web)!;
        var row = await context.Cases.AsNoTracking().SingleAsync(c => c.Id == news.Case, cancellationToken);
        foreach (var hook in await HooksAsync(row, cancellationToken))
        {
            foreach (var name in news.Events.Where(hook.Wants))
            {
                Add(hook, name, row, news);
            }
        }

        // One that was written by an attempt before is there already, and so are the others of that attempt.
        return await transaction.CommitAsync(cancellationToken) == CommitOutcome.Conflict ? PumpOutcome.Retry("webhooks.busy") : PumpOutcome.Done;
    }

    private async Task<IReadOnlyList<Webhook>> HooksAsync(Case row, CancellationToken cancellationToken)
    {
        var hooks = await context.Webhooks.AsNoTracking()
            .Where(h => h.EndedAt == null && (h.UserId == row.FiledByUserId || h.UserId == row.ApplicantUserId
                || (h.OrganisationId != null && h.OrganisationId == row.OrganisationId)))
            .OrderBy(h => h.Id).ToListAsync(cancellationToken);
        List<Webhook> told = [];
        foreach (var hook in hooks)
        {
            if (await RoleGrants.ReadAsync(context, hook.UserId, clock.GetUtcNow(), cancellationToken) is { } owner && CaseRights.IsParty(owner, row))
            {
                told.Add(hook);
            }
        }

        return told;
    }

    private void Add(Webhook hook, string name, Case row, WebhookNews.Content news)
    {
        var id = StableId.Of(hook.Id, "delivery", $"{row.Id:N}:{news.Step}:{name}");
        var body = new WebhookBody(id, name, news.At, new WebhookCase(row.Id, row.Number, row.ServiceCode, news.State, news.Result));
        context.WebhookDeliveries.Add(new WebhookDelivery
        {
            Id = id, WebhookId = hook.Id, Event = name, CaseId = row.Id, Body = body.ToJson(), State = WebhookDeliveryState.Pending, At = clock.GetUtcNow(),
        });
        outbox.Add(WebhookSender.MessageKind, $"webhook:{id:N}", new WebhookSender.Content(id), row.Id);
    }
}

/// <summary>What is sent.</summary>
/// <param name="Id">The delivery's id; the same on every attempt.</param>
/// <param name="Event">What happened, a name of <see cref="WebhookEvents"/>.</param>
/// <param name="At">When it happened.</param>
/// <param name="Case">Which case; null for a trial.</param>
public sealed record WebhookBody(Guid Id, string Event, DateTimeOffset At, WebhookCase? Case)
{
    /// <summary>As it is sent and signed.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);
}

/// <summary>The case an event is about: ids and codes, nothing personal.</summary>
/// <param name="Id">Its id, for the addresses of the API.</param>
/// <param name="Number">Its number.</param>
/// <param name="Service">The service's code.</param>
/// <param name="State">Its state after the event.</param>
/// <param name="Result">Its result, once it has one.</param>
public sealed record WebhookCase(Guid Id, string Number, string Service, string State, string? Result);
