using Approvals.Application.News;
using Approvals.Application.Rights;
using Approvals.Web.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Approvals.Web.News;

/// <summary>What has happened since one last looked.</summary>
internal static class NewsEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var news = api.MapGroup("/news").WithTags("News");
        news.MapGet("/", Read);
        news.MapPost("/read", MarkAll);
        news.MapPost("/{id:guid}/read", Mark);
    }

    /// <summary>The reader's news, newest first, with how many are unread.</summary>
    private static Task<Results<Ok<NewsPageDto>, ErrorResult>> Read(
        NewsList list, CurrentUser user, CancellationToken cancellationToken, bool unread = false, string? cursor = null) =>
        list.ReadAsync(unread, cursor, user, cancellationToken).ToHttp();

    /// <summary>Marks all of them as read.</summary>
    private static Task<Results<NoContent, ErrorResult>> MarkAll(MarkNewsRead mark, CurrentUser user, CancellationToken cancellationToken) =>
        mark.AllAsync(user, cancellationToken).ToNoContent();

    /// <summary>Marks one as read.</summary>
    private static Task<Results<NoContent, ErrorResult>> Mark(Guid id, MarkNewsRead mark, CurrentUser user, CancellationToken cancellationToken) =>
        mark.HandleAsync(id, user, cancellationToken).ToNoContent();
}
