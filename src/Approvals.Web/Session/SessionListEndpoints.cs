using Approvals.Application.Rights;
using Approvals.Application.SignIn;
using Approvals.Web.Hosting;
using Approvals.Web.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Approvals.Web.Session;

/// <summary>The browsers in which somebody is signed in: one's own, and by right those of others.</summary>
internal static class SessionListEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var own = api.MapGroup("/me/sessions").WithTags("Account");
        own.MapGet("/", ListOwn);
        own.MapDelete("/", EndOthers);
        own.MapDelete("/{id:guid}", EndOwn);
        var people = api.MapGroup("/admin/people/{id:guid}/sessions").WithTags("Administration");
        people.MapGet("/", List);
        people.MapDelete("/", EndAll);
        people.MapDelete("/{sessionId:guid}", End);
    }

    /// <summary>Where one is signed in.</summary>
    private static Task<Results<Ok<IReadOnlyList<OpenSessionDto>>, ErrorResult>> ListOwn(
        HttpContext http, SignInSessions sessions, CurrentUser user, CancellationToken cancellationToken) =>
        sessions.OwnAsync(user, http.WhoAsks().Session, cancellationToken).ToHttp();

    /// <summary>Ends all of one's sessions but this one.</summary>
    private static Task<Results<NoContent, ErrorResult>> EndOthers(
        HttpContext http, SignInSessions sessions, CurrentUser user, CancellationToken cancellationToken) =>
        sessions.EndAllAsync(user.Id, http.WhoAsks().Session, user, cancellationToken).ToNoContent();

    /// <summary>Ends one of one's sessions.</summary>
    private static Task<Results<NoContent, ErrorResult>> EndOwn(Guid id, SignInSessions sessions, CurrentUser user, CancellationToken cancellationToken) =>
        sessions.EndAsync(user.Id, id, user, cancellationToken).ToNoContent();

    /// <summary>Where somebody is signed in.</summary>
    private static Task<Results<Ok<IReadOnlyList<OpenSessionDto>>, ErrorResult>> List(
        Guid id, HttpContext http, SignInSessions sessions, CurrentUser user, CancellationToken cancellationToken) =>
        sessions.OfAsync(id, user, http.WhoAsks().Session, cancellationToken).ToHttp();

    /// <summary>Signs somebody out everywhere.</summary>
    private static Task<Results<NoContent, ErrorResult>> EndAll(
        Guid id, HttpContext http, SignInSessions sessions, CurrentUser user, CancellationToken cancellationToken) =>
        sessions.EndAllAsync(id, http.WhoAsks().Session, user, cancellationToken).ToNoContent();

    /// <summary>Ends one session of somebody.</summary>
    private static Task<Results<NoContent, ErrorResult>> End(
        Guid id, Guid sessionId, SignInSessions sessions, CurrentUser user, CancellationToken cancellationToken) =>
        sessions.EndAsync(id, sessionId, user, cancellationToken).ToNoContent();
}
