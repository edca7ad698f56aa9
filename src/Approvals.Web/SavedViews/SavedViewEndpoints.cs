using System.ComponentModel.DataAnnotations;
using Approvals.Application.Rights;
using Approvals.Application.SavedViews;
using Approvals.Web.Problems;
using Approvals.Web.Requests;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Approvals.Web.SavedViews;

/// <summary>Saves a view of the inbox; one of that name is changed.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Query">Tab, filters and order, as the page's address has them; no text that is searched for and no condition on a sensitive answer.</param>
/// <param name="Columns">The columns shown, in their order; empty for all.</param>
internal sealed record SavedViewRequest(
    [property: StringLength(KeepViews.LongestName, MinimumLength = 1)] string Name,
    [property: StringLength(KeepViews.LongestQuery)] string Query,
    [property: MaxLength(20), ItemLength(9)] IReadOnlyList<string> Columns) : IRequest;

/// <summary>Views of the inbox that somebody saved.</summary>
internal static class SavedViewEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var views = api.MapGroup("/views").WithTags("Inbox");
        views.MapGet("/", List);
        views.MapPost("/", Save);
        views.MapDelete("/{id:guid}", Delete);
    }

    /// <summary>The reader's views, oldest first.</summary>
    private static async Task<Ok<IReadOnlyList<SavedViewDto>>> List(KeepViews views, CurrentUser user, CancellationToken cancellationToken) =>
        TypedResults.Ok(await views.ListAsync(user, cancellationToken));

    /// <summary>Saves a view under its name.</summary>
    private static Task<Results<Ok<SavedViewDto>, ErrorResult>> Save(SavedViewRequest request, KeepViews views, CurrentUser user, CancellationToken cancellationToken) =>
        views.SaveAsync(new KeepViews.Request(request.Name, request.Query, request.Columns), user, cancellationToken).ToHttp();

    /// <summary>Deletes a view.</summary>
    private static Task<Results<NoContent, ErrorResult>> Delete(Guid id, KeepViews views, CurrentUser user, CancellationToken cancellationToken) =>
        views.DeleteAsync(id, user, cancellationToken).ToNoContent();
}
