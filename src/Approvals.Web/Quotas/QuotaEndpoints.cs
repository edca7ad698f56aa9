using System.ComponentModel.DataAnnotations;
using Approvals.Application.Quotas;
using Approvals.Application.Rights;
using Approvals.Web.Problems;
using Approvals.Web.Requests;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Approvals.Web.Quotas;

/// <summary>Enters a quota of a list.</summary>
/// <param name="IdempotencyKey">Made by the page for this one click; a second request with it does nothing twice.</param>
/// <param name="NameZh">What people call it, in Chinese.</param>
/// <param name="NameEn">The same in English.</param>
/// <param name="Total">How many there are.</param>
internal sealed record NewQuotaRequest(
    [property: StringLength(100, MinimumLength = 8)] string IdempotencyKey,
    [property: StringLength(100, MinimumLength = 1)] string NameZh,
    [property: StringLength(100, MinimumLength = 1)] string NameEn,
    int Total) : IRequest;

/// <summary>Changes a quota.</summary>
/// <param name="Etag">From the quota.</param>
/// <param name="NameZh">What people call it, in Chinese.</param>
/// <param name="NameEn">The same in English.</param>
/// <param name="Total">How many there are; never less than are taken.</param>
/// <param name="Closed">Whether nothing more is offered from it.</param>
internal sealed record ChangeQuotaRequest(
    [property: StringLength(100, MinimumLength = 1)] string Etag,
    [property: StringLength(100, MinimumLength = 1)] string NameZh,
    [property: StringLength(100, MinimumLength = 1)] string NameEn,
    int Total,
    bool Closed) : IRequest;

/// <summary>Quotas of waiting lists.</summary>
internal static class QuotaEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/waiting-lists/{id:guid}/quotas", List).WithTags("Quotas");
        api.MapPost("/waiting-lists/{id:guid}/quotas", Create).WithTags("Quotas");
        api.MapPut("/quotas/{id:guid}", Change).WithTags("Quotas");
    }

    /// <summary>The quotas of a list, oldest first.</summary>
    private static Task<Results<Ok<IReadOnlyList<QuotaDto>>, ErrorResult>> List(Guid id, KeepQuota keep, CurrentUser user, CancellationToken cancellationToken) =>
        keep.ListAsync(id, user, cancellationToken).ToHttp();

    /// <summary>Enters a quota.</summary>
    private static Task<Results<Ok<QuotaDto>, ErrorResult>> Create(Guid id, NewQuotaRequest request, KeepQuota keep, CurrentUser user, CancellationToken cancellationToken) =>
        keep.CreateAsync(new KeepQuota.NewQuota(id, new LocalText(request.NameZh, request.NameEn), request.Total, request.IdempotencyKey), user, cancellationToken).ToHttp();

    /// <summary>Changes a quota.</summary>
    private static Task<Results<Ok<QuotaDto>, ErrorResult>> Change(Guid id, ChangeQuotaRequest request, KeepQuota keep, CurrentUser user, CancellationToken cancellationToken) =>
        keep.ChangeAsync(
            new KeepQuota.Change(id, request.Etag, new LocalText(request.NameZh, request.NameEn), request.Total, request.Closed), user, cancellationToken).ToHttp();
}
