using Approvals.Application.Experts;
using Approvals.Application.Rights;
using Approvals.Web.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Approvals.Web.Experts;

/// <summary>How the panel of a case is drawn.</summary>
internal static class DrawEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/tasks/{id:guid}/draw", OfTask).WithTags("Experts");
        api.MapPost("/tasks/{id:guid}/draw", Draw).WithTags("Experts");
        api.MapGet("/cases/{id:guid}/draws", OfCase).WithTags("Experts");
    }

    /// <summary>Who may be drawn, who not and why, who was drawn, and every draw with what repeats it.</summary>
    private static Task<Results<Ok<DrawDto>, ErrorResult>> OfTask(Guid id, DrawPage page, CurrentUser user, CancellationToken cancellationToken) =>
        page.OfTaskAsync(id, user, cancellationToken).ToHttp();

    /// <summary>Draws for the empty seats; the seed is the server's and nobody chooses it.</summary>
    private static async Task<Results<Ok<DrawDto>, ErrorResult>> Draw(
        Guid id, DrawRequest request, DrawExperts draw, DrawPage page, CurrentUser user, CancellationToken cancellationToken)
    {
        var done = await draw.HandleAsync(new DrawExperts.Request(id, request.Etag, request.Without ?? [], request.Reason, request.IdempotencyKey), user, cancellationToken);
        return done.IsSuccess ? await page.OfTaskAsync(id, user, cancellationToken).ToHttp() : new ErrorResult(done.Error);
    }

    /// <summary>The panels of a case that were drawn, for leads and auditors.</summary>
    private static Task<Results<Ok<IReadOnlyList<DrawDto>>, ErrorResult>> OfCase(Guid id, DrawPage page, CurrentUser user, CancellationToken cancellationToken) =>
        page.OfCaseAsync(id, user, cancellationToken).ToHttp();
}
