using Approvals.Application.Relatives;
using Approvals.Application.Rights;
using Approvals.Web.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Approvals.Web.Family;

/// <summary>The relatives somebody has registered.</summary>
internal static class FamilyEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var family = api.MapGroup("/family").WithTags("Family");
        family.MapGet("/", List);
        family.MapPost("/{id:guid}/end", End);
    }

    /// <summary>The reader's own, those who stand first.</summary>
    private static async Task<Ok<IReadOnlyList<RelativeDto>>> List(FamilyView view, CurrentUser user, CancellationToken cancellationToken) =>
        TypedResults.Ok(await view.OfUserAsync(user, cancellationToken));

    /// <summary>Ends the registration of a relative; a second time does nothing.</summary>
    private static Task<Results<NoContent, ErrorResult>> End(Guid id, EndRelation end, CurrentUser user, CancellationToken cancellationToken) =>
        end.HandleAsync(new EndRelation.Request(id), user, cancellationToken).ToNoContent();
}
