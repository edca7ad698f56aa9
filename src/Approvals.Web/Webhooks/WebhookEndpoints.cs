using System.ComponentModel.DataAnnotations;
using Approvals.Application.ApiKeys;
using Approvals.Application.Paging;
using Approvals.Application.Rights;
using Approvals.Application.Webhooks;
using Approvals.Web.ApiKeys;
using Approvals.Web.Problems;
using Approvals.Web.Requests;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Approvals.Web.Webhooks;

/// <summary>Says where to tell of changes.</summary>
/// <param name="Name">What its owner calls it.</param>
/// <param name="Url">Where it is told; a host of the installation's list.</param>
/// <param name="Events">What it is told of: <c>case.changed</c>, <c>case.letter</c>, <c>case.finished</c>.</param>
/// <param name="IdempotencyKey">Made for this one click; a second request with it is refused, as the secret is shown once.</param>
/// <param name="Organisation">The employer whose cases it is told of, where the reader is its agent; null for the reader's own cases.</param>
internal sealed record MakeWebhookRequest(
    [property: StringLength(100, MinimumLength = 1)] string Name,
    [property: StringLength(500, MinimumLength = 8)] string Url,
    [property: MaxLength(10), ItemLength(64)] IReadOnlyList<string> Events,
    [property: StringLength(100, MinimumLength = 8)] string IdempotencyKey,
    Guid? Organisation = null) : IRequest;

/// <summary>Tries a webhook.</summary>
/// <param name="IdempotencyKey">Made for this one click.</param>
internal sealed record TryWebhookRequest([property: StringLength(100, MinimumLength = 8)] string IdempotencyKey) : IRequest;

/// <summary>Webhooks: programs that are told when a case of theirs moves.</summary>
internal static class WebhookEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var hooks = api.MapGroup("/webhooks").WithTags("Webhooks").ForKeys(ApiScopes.ManageWebhooks);
        hooks.MapGet("/", List);
        hooks.MapPost("/", Make);
        hooks.MapDelete("/{id:guid}", End);
        hooks.MapPost("/{id:guid}/trial", Try);
        hooks.MapGet("/{id:guid}/deliveries", ListDeliveries);
        api.MapPost("/webhook-deliveries/{id:guid}/resend", Resend).WithTags("Webhooks").ForKeys(ApiScopes.ManageWebhooks);
    }

    /// <summary>The reader's webhooks, without their secrets.</summary>
    private static async Task<Ok<WebhooksDto>> List(WebhookList list, CurrentUser user, CancellationToken cancellationToken) =>
        TypedResults.Ok(await list.ReadAsync(user, cancellationToken));

    /// <summary>Makes a webhook. The answer holds the secret that signs, this once.</summary>
    private static Task<Results<Ok<MadeWebhookDto>, ErrorResult>> Make(
        MakeWebhookRequest request, KeepWebhook hooks, CurrentUser user, CancellationToken cancellationToken) =>
        hooks.MakeAsync(
            new KeepWebhook.Request(request.Name, request.Url, request.Events, request.Organisation, request.IdempotencyKey), user, cancellationToken).ToHttp();

    /// <summary>Ends a webhook; one that ended stays so.</summary>
    private static Task<Results<NoContent, ErrorResult>> End(Guid id, KeepWebhook hooks, CurrentUser user, CancellationToken cancellationToken) =>
        hooks.EndAsync(id, user, cancellationToken).ToNoContent();

    /// <summary>Sends a trial; what became of it stands in the list of deliveries.</summary>
    private static Task<Results<NoContent, ErrorResult>> Try(
        Guid id, TryWebhookRequest request, KeepWebhook hooks, CurrentUser user, CancellationToken cancellationToken) =>
        hooks.TryAsync(id, request.IdempotencyKey, user, cancellationToken).ToNoContent();

    /// <summary>What a webhook was told, newest first.</summary>
    private static Task<Results<Ok<Page<WebhookDeliveryDto>>, ErrorResult>> ListDeliveries(
        Guid id, string? cursor, WebhookList list, CurrentUser user, CancellationToken cancellationToken) =>
        list.DeliveriesAsync(id, cursor, user, cancellationToken).ToHttp();

    /// <summary>Sends a delivery again; one that is under way stays so.</summary>
    private static Task<Results<NoContent, ErrorResult>> Resend(Guid id, KeepWebhook hooks, CurrentUser user, CancellationToken cancellationToken) =>
        hooks.ResendAsync(id, user, cancellationToken).ToNoContent();
}
