using Approvals.Application.Database;
using Approvals.Application.Paging;
using Approvals.Application.Rights;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Webhooks;

/// <summary>The webhooks of an account and what they were told.</summary>
public sealed class WebhookList(ApprovalsDbContext context, MessageCatalog texts)
{
    private const int PageSize = 50;

    /// <summary>The reader's webhooks: those in force first, newest first.</summary>
    public async Task<WebhooksDto> ReadAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        var hooks = await context.Webhooks.AsNoTracking().Where(h => h.UserId == user.Id)
            .OrderBy(h => h.EndedAt != null).ThenByDescending(h => h.CreatedAt).ThenBy(h => h.Id).Take(200).ToListAsync(cancellationToken);
        Guid[] organisations = [.. user.AgentOf.Concat(hooks.Select(h => h.OrganisationId).OfType<Guid>()).Distinct()];
        var names = await context.Organisations.AsNoTracking().Where(o => organisations.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, cancellationToken);
        return new WebhooksDto(
            [.. hooks.Select(h => Describe(h, h.OrganisationId is { } id ? names.GetValueOrDefault(id) : null))],
            WebhookEvents.All,
            [.. user.AgentOf.Distinct().Where(names.ContainsKey).Select(id => new OptionDto(id.ToString(), names[id]))]);
    }

    /// <summary>A page of what a webhook was told, newest first.</summary>
    public async Task<Result<Page<WebhookDeliveryDto>>> DeliveriesAsync(Guid id, string? cursor, CurrentUser user, CancellationToken cancellationToken)
    {
        var after = Cursor.Read<Key>(cursor);
        if (!after.IsSuccess)
        {
            return after.Error;
        }

        if (await context.Webhooks.AsNoTracking().SingleOrDefaultAsync(h => h.Id == id && h.UserId == user.Id, cancellationToken) is not { } hook)
        {
            return Refusals.NotFound;
        }

        var rows = context.WebhookDeliveries.AsNoTracking().Where(d => d.WebhookId == id);
        rows = after.Value is { } key ? rows.Where(d => d.At < key.At || (d.At == key.At && d.Id.CompareTo(key.Id) > 0)) : rows;
        var found = await rows.OrderByDescending(d => d.At).ThenBy(d => d.Id).Take(PageSize + 1)
            .Select(d => new Found(d, context.Cases.Where(c => c.Id == d.CaseId).Select(c => c.Number).FirstOrDefault())).ToListAsync(cancellationToken);
        return Cursor.Cut(found, PageSize, f => Describe(f, hook, user.Language), f => new Key(f.Row.At, f.Row.Id));
    }

    internal static WebhookDto Describe(Webhook hook, string? organisation) => new(
        hook.Id.ToString(), hook.Name, hook.Url, hook.Events.Split(' ', StringSplitOptions.RemoveEmptyEntries), organisation, hook.CreatedAt, hook.EndedAt);

    private WebhookDeliveryDto Describe(Found found, Webhook hook, string language) => new(
        found.Row.Id.ToString(), found.Row.Event, found.Number, found.Row.State, found.Row.At, found.Row.DeliveredAt, found.Row.Attempts, found.Row.LastStatus,
        found.Row.LastError is { } error ? Reason(error, hook, language) : null);

    /// <summary>A status code is told as it came; what kept a request from being answered has words.</summary>
    private string Reason(string error, Webhook hook, string language) => error switch
    {
        "connection" or "timeout" => texts.Format($"webhooks.failure.{error}", new Dictionary<string, string>(), language),
        _ when error.StartsWith("outside.", StringComparison.Ordinal) =>
            texts.Format(error, new Dictionary<string, string> { ["host"] = new Uri(hook.Url).IdnHost }, language),
        _ => error,
    };

    private sealed record Found(WebhookDelivery Row, string? Number);

    private sealed record Key(DateTimeOffset At, Guid Id);
}
