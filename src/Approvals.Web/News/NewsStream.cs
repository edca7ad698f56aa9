using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Approvals.Application.Database;
using Approvals.Web.Hosting;
using Approvals.Web.Problems;
using Approvals.Web.Session;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Web.News;

/// <summary>What a page is told when the reader's news changed: a number, and nothing of any case.</summary>
/// <param name="Unread">How many lines are not read yet.</param>
internal sealed record NewsCountDto(int Unread);

/// <summary>
/// The reader's news as server-sent events. An event says the state, not what changed, so that a page that comes back has lost nothing;
/// its id is the state it knew, and only another one is told again. Listening keeps no session alive and ends with it.
/// </summary>
internal sealed class NewsStream(NewsConnections connections, IServiceScopeFactory scopes, SessionClock real, SignInSettings settings)
{
    private const string EventType = "news";
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(3);

    public async Task<Results<ServerSentEventsResult<NewsCountDto>, ErrorResult>> OpenAsync(HttpContext http, string? last)
    {
        var session = http.WhoAsks();
        var ticket = await http.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        var ends = new[] { ticket.Properties?.ExpiresUtc, session.User.IsAdministrator ? ticket.Properties?.IssuedUtc + settings.AdministratorIdle : null }.Min();
        if (connections.Open(session.User.Id) is not { } listening)
        {
            return new ErrorResult(Failures.TooMany);
        }

        http.Response.RegisterForDispose(listening);
        return TypedResults.ServerSentEvents(ListenAsync(listening, session, ends, last, http.RequestAborted));
    }

    private async IAsyncEnumerable<SseItem<NewsCountDto>> ListenAsync(
        NewsConnections.Listening listening, SessionFeature session, DateTimeOffset? ends, string? last, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var known = last;
        var isQuiet = false;
        while (await ReadAsync(session, ends, cancellationToken) is { } state)
        {
            if (state.Id != known || isQuiet)
            {
                known = state.Id;
                yield return new SseItem<NewsCountDto>(new NewsCountDto(state.Unread), EventType) { EventId = state.Id, ReconnectionInterval = Again };
            }

            // A line now and then lets proxies and this side notice that the other one is gone.
            isQuiet = !await listening.ChangedAsync(Beat, real.Time, cancellationToken);
        }
    }

    /// <summary>What the reader's news are like; null once the session has ended.</summary>
    private async Task<State?> ReadAsync(SessionFeature session, DateTimeOffset? ends, CancellationToken cancellationToken)
    {
        if (ends <= real.Time.GetUtcNow())
        {
            return null;
        }

        await using var scope = scopes.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<ApprovalsDbContext>();
        var (user, stamp) = (session.User.Id, session.Account!.SecurityStamp);
        var isOpen = await context.SignInSessions.AnyAsync(s => s.Id == session.Session && s.UserId == user && s.EndedAt == null, cancellationToken)
            && await context.Users.AnyAsync(u => u.Id == user && u.DisabledAt == null && u.SecurityStamp == stamp, cancellationToken);
        if (!isOpen)
        {
            return null;
        }

        var unread = await context.Notifications.CountAsync(n => n.UserId == user && n.ReadAt == null, cancellationToken);
        var newest = await context.Notifications.Where(n => n.UserId == user).OrderByDescending(n => n.At).ThenByDescending(n => n.Id).Select(n => n.Id).FirstOrDefaultAsync(cancellationToken);
        return new State(unread, $"{newest:N}-{unread}");
    }

    private sealed record State(int Unread, string Id);
}
