using System.ComponentModel.DataAnnotations;
using Approvals.Application.ApiKeys;
using Approvals.Application.CaseViews;
using Approvals.Application.Letters;
using Approvals.Application.Rights;
using Approvals.Web.ApiKeys;
using Approvals.Web.Hosting;
using Approvals.Web.Problems;
using Approvals.Web.Requests;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Approvals.Web.Letters;

/// <summary>Records that a letter was picked up.</summary>
/// <param name="ReceivedBy">Who signed, as they stand to the applicant: such as "in person" or "agent".</param>
internal sealed record PickUpRequest([property: StringLength(60, MinimumLength = 1)] string ReceivedBy) : IRequest;

/// <summary>Letters: to read, to print, to hand over, and to check by anybody.</summary>
internal static class LetterEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/letters/{id:guid}", Read).ForKeys(ApiScopes.ReadCases).WithTags("Letters");
        api.MapGet("/letters/{id:guid}/pdf", Print).WithTags("Letters").Produces(StatusCodes.Status200OK, contentType: "application/pdf").RequireRateLimiting(RateLimits.Uploads);
        api.MapPost("/letters/{id:guid}/pick-up", PickUp).WithTags("Letters");
        api.MapGet("/verify/letters/{token}", Verify).WithTags("Letters").WithMetadata(new OpenToAll()).RequireRateLimiting(RateLimits.Public);
    }

    /// <summary>A letter; that its recipient has read it is recorded.</summary>
    private static Task<Results<Ok<LetterDto>, ErrorResult>> Read(Guid id, LetterView view, CurrentUser user, CancellationToken cancellationToken) =>
        view.ReadAsync(id, user, cancellationToken).ToHttp();

    /// <summary>A letter as PDF, where the machine prints to PDF.</summary>
    private static async Task<IResult> Print(Guid id, LetterView view, CurrentUser user, CancellationToken cancellationToken)
    {
        var printed = await view.PrintAsync(id, user, cancellationToken);
        return printed.IsSuccess ? TypedResults.File(printed.Value, "application/pdf", "letter.pdf") : new ErrorResult(printed.Error);
    }

    /// <summary>The counter hands a letter over.</summary>
    private static Task<Results<NoContent, ErrorResult>> PickUp(
        Guid id, PickUpRequest request, ConfirmPickUp confirm, CurrentUser user, CancellationToken cancellationToken) =>
        confirm.HandleAsync(new ConfirmPickUp.Request(id, request.ReceivedBy), user, cancellationToken).ToNoContent();

    /// <summary>What anybody who scans a letter may know, and no more.</summary>
    private static Task<Results<Ok<VerifiedLetterDto>, ErrorResult>> Verify(
        string token, VerifyLetter verify, CurrentUser user, CancellationToken cancellationToken) =>
        verify.HandleAsync(token, user.Language, cancellationToken).ToHttp();
}
