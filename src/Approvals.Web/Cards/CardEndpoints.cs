using Approvals.Application.Cards;
using Approvals.Web.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Approvals.Web.Cards;

/// <summary>What was granted, and its public verification.</summary>
internal static class CardEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/cards", List).WithTags("Cards");
        api.MapGet("/verify/{token}", Verify).WithTags("Cards");
    }

    /// <summary>The reader's cards.</summary>
    private static Task<Ok<IReadOnlyList<CardDto>>> List() => throw Later.It;

    /// <summary>What anybody who scans a card may know, and no more.</summary>
    private static Task<Results<Ok<VerificationDto>, ErrorResult>> Verify(string token) => throw Later.It;
}
