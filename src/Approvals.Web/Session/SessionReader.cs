using System.Globalization;
using Approvals.Application.ApiKeys;
using Approvals.Application.Calendars;
using Approvals.Application.Database;
using Approvals.Application.People;
using Approvals.Application.Rights;
using Approvals.Application.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Approvals.Web.Session;

/// <summary>Who asks, for the length of a request.</summary>
/// <param name="User">The user with every assignment in force.</param>
/// <param name="Account">The account, or null when nobody is signed in.</param>
/// <param name="NeedsTwoFactor">Whether a second factor must be set up before anything else.</param>
internal sealed record SessionFeature(CurrentUser User, User? Account, bool NeedsTwoFactor)
{
    /// <summary>The session that the cookie names; null for a program.</summary>
    public Guid? Session { get; init; }

    /// <summary>The key of the program that asks; null for a person with a browser.</summary>
    public OpenedApiKey? Key { get; init; }

    /// <summary>Whether a key was shown that opens nothing.</summary>
    public bool IsKeyRefused { get; init; }
}

/// <summary>Builds the current user from the cookie or the key: assignments are read anew on each request, so a taken right ends at once.</summary>
internal sealed class SessionReader(
    ApprovalsDbContext context,
    TimeProvider clock,
    CalendarInForce calendar,
    IWebHostEnvironment environment,
    SignInSettings settings,
    IOptions<IdentityOptions> identity,
    OpenApiKey keys,
    SignInSessions sessions,
    SessionClock real)
{
    /// <summary>The item of the cookie that says when the password was entered again.</summary>
    public const string ConfirmedItem = "confirmedAt";

    private const string Scheme = "Bearer ";

    public async Task<SessionFeature> ReadAsync(HttpContext http)
    {
        if (http.Request.Headers.Authorization is [{ } shown])
        {
            return await ByKeyAsync(shown, http);
        }

        var language = http.Language();
        var ticket = await http.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        var account = ticket.Succeeded ? await AccountAsync(ticket, http.RequestAborted) : null;
        var session = account is null ? null : await OfAsync(account, http);
        if (session is null || await HasLapsedAsync(ticket.Properties!, session, http.RequestAborted))
        {
            return new SessionFeature(CurrentUser.Anonymous with { Language = language }, null, false);
        }

        return session with
        {
            Session = TrackedSignIn.SessionOf(ticket.Properties),
            User = session.User with { PasswordConfirmed = IsConfirmed(ticket.Properties) },
        };
    }

    /// <summary>The session of an account that has just signed in.</summary>
    public async Task<SessionFeature> OfAsync(User account, HttpContext http)
    {
        var user = await RoleGrants.WholeAsync(context, account, calendar.Today(clock), clock.GetUtcNow(), http.RequestAborted) with { Language = http.Language() };
        return new SessionFeature(user, account, account.IsStaff && !account.TwoFactorEnabled && !environment.IsDevelopment());
    }

    /// <summary>A program: whoever shows a key is not taken for the person whose cookie came along.</summary>
    private async Task<SessionFeature> ByKeyAsync(string shown, HttpContext http)
    {
        var key = shown.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? await keys.HandleAsync(shown[Scheme.Length..].Trim(), http.RequestAborted) : null;
        var account = key is null
            ? null
            : await context.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == key.UserId && u.DisabledAt == null, http.RequestAborted);
        return account is null
            ? new SessionFeature(CurrentUser.Anonymous with { Language = http.Language() }, null, false) { IsKeyRefused = true }
            : await OfAsync(account, http) with { Key = key };
    }

    private async Task<User?> AccountAsync(AuthenticateResult ticket, CancellationToken cancellationToken)
    {
        var claims = identity.Value.ClaimsIdentity;
        if (!Guid.TryParse(ticket.Principal!.FindFirst(claims.UserIdClaimType)?.Value, out var id))
        {
            return null;
        }

        var stamp = ticket.Principal.FindFirst(claims.SecurityStampClaimType)?.Value;
        var account = await context.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == id, cancellationToken);
        return account is { DisabledAt: null } && account.SecurityStamp == stamp && await IsOpenAsync(ticket, id, cancellationToken) ? account : null;
    }

    /// <summary>Whether the session that the cookie names is there and not ended; that it is used is noted now and then.</summary>
    private async Task<bool> IsOpenAsync(AuthenticateResult ticket, Guid account, CancellationToken cancellationToken)
    {
        var id = TrackedSignIn.SessionOf(ticket.Properties);
        var session = await context.SignInSessions.AsNoTracking()
            .SingleOrDefaultAsync(s => s.Id == id && s.UserId == account && s.EndedAt == null, cancellationToken);
        if (session is null)
        {
            return false;
        }

        await sessions.SeeAsync(session, cancellationToken);
        return true;
    }

    /// <summary>
    /// Whether an administrator has not asked for anything for longer than administrators may; the session is ended then, as the cookie is
    /// about to be renewed by this very request. The cookie is renewed once a minute, so that is how exact it is.
    /// </summary>
    private async Task<bool> HasLapsedAsync(AuthenticationProperties properties, SessionFeature session, CancellationToken cancellationToken)
    {
        var lapsed = session.User.IsAdministrator && properties.IssuedUtc is { } used && real.Time.GetUtcNow() - used > settings.AdministratorIdle;
        if (lapsed && TrackedSignIn.SessionOf(properties) is { } id)
        {
            await sessions.LapseAsync(id, cancellationToken);
        }

        return lapsed;
    }

    private bool IsConfirmed(AuthenticationProperties? properties) =>
        properties?.Items.TryGetValue(ConfirmedItem, out var at) == true
        && DateTimeOffset.TryParse(at, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var confirmed)
        && real.Time.GetUtcNow() - confirmed < settings.Confirmed;
}
