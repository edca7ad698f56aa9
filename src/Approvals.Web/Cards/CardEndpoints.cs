using Approvals.Application.Cards;
using Approvals.Application.Entitlements;
using Approvals.Application.Rights;
using Approvals.Web.Hosting;
using Approvals.Web.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Approvals.Web.Cards;

/// <summary>What was granted, and its public verification.</summary>
internal static class CardEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/cards", List).WithTags("Cards");
        api.MapGet("/verify/{token}", Verify).WithTags("Cards").WithMetadata(new OpenToAll()).RequireRateLimiting(RateLimits.Public);
    }

    /// <summary>The reader's cards.</summary>
    private static async Task<Ok<IReadOnlyList<CardDto>>> List(CardFaces cards, CurrentUser user, CancellationToken cancellationToken) =>
        TypedResults.Ok(await cards.OfUserAsync(user, cancellationToken));

    /// <summary>What anybody who scans a card may know, and no more.</summary>
    private static async Task<Results<Ok<VerificationDto>, ErrorResult>> Verify(
        string token, VerifyEntitlement verify, CardFaces cards, CurrentUser user, CancellationToken cancellationToken) =>
        (await verify.HandleAsync(token, cancellationToken)).Map(v => new VerificationDto(
            v.Status, cards.StatusName(v.Status, user.Language), v.KindName.In(user.Language), v.Level, v.HolderMasked, v.ValidFrom, v.ValidTo, v.CheckedAt))
            .ToHttp();
}
