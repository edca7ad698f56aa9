using Approvals.Application.News;
using Approvals.Application.Rights;
using Approvals.Web.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Approvals.Web.News;

/// <summary>What has happened since one last looked.</summary>
internal static class NewsEndpoints
{
    private const string Events = "/events";

    /// <summary>Whether a request only listens: it is no use of the session that would keep it alive.</summary>
    public static bool IsListening(HttpRequest request) => request.Path.StartsWithSegments($"/api/news{Events}");

    public static void Map(IEndpointRouteBuilder api)
    {
        var news = api.MapGroup("/news").WithTags("News");
        news.MapGet("/", Read);
        news.MapGet(Events, Listen);
        news.MapPost("/read", MarkAll);
        news.MapPost("/{id:guid}/read", Mark);
    }

    /// <summary>The reader's news, newest first, with how many are unread.</summary>
    private static Task<Results<Ok<NewsPageDto>, ErrorResult>> Read(
        NewsList list, CurrentUser user, CancellationToken cancellationToken, bool unread = false, string? cursor = null) =>
        list.ReadAsync(unread, cursor, user, cancellationToken).ToHttp();

    /// <summary>Tells how many are unread whenever that changes, as server-sent events.</summary>
    private static Task<Results<ServerSentEventsResult<NewsCountDto>, ErrorResult>> Listen(
        NewsStream stream, HttpContext http, [FromHeader(Name = "Last-Event-ID")] string? last = null) => stream.OpenAsync(http, last);

    /// <summary>Marks all of them as read.</summary>
    private static Task<Results<NoContent, ErrorResult>> MarkAll(MarkNewsRead mark, CurrentUser user, CancellationToken cancellationToken) =>
        mark.AllAsync(user, cancellationToken).ToNoContent();

    /// <summary>Marks one as read.</summary>
    private static Task<Results<NoContent, ErrorResult>> Mark(Guid id, MarkNewsRead mark, CurrentUser user, CancellationToken cancellationToken) =>
        mark.HandleAsync(id, user, cancellationToken).ToNoContent();
}
