using System.Security.Claims;
using Approvals.Application.Database;
using Approvals.Application.People;
using Approvals.Application.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Approvals.Web.Session;

/// <summary>Signs in with a session that is kept: the cookie names it, so that it can be ended from elsewhere.</summary>
internal sealed class TrackedSignIn(
    UserManager<User> users,
    IHttpContextAccessor contexts,
    IUserClaimsPrincipalFactory<User> claims,
    IOptions<IdentityOptions> options,
    ILogger<SignInManager<User>> log,
    IAuthenticationSchemeProvider schemes,
    IUserConfirmation<User> confirmation,
    SignInSessions sessions,
    IIdSource ids) : SignInManager<User>(users, contexts, claims, options, log, schemes, confirmation)
{
    /// <summary>The item of the cookie that names the session.</summary>
    public const string SessionItem = "session";

    private const int LongestAgent = 200;

    /// <summary>The session that a ticket names.</summary>
    public static Guid? SessionOf(AuthenticationProperties? properties) =>
        properties?.Items.TryGetValue(SessionItem, out var text) == true && Guid.TryParse(text, out var id) ? id : null;

    /// <summary>A new sign-in begins a session; a ticket that is only renewed keeps its own.</summary>
    public override async Task SignInWithClaimsAsync(User user, AuthenticationProperties? authenticationProperties, IEnumerable<Claim> additionalClaims)
    {
        var properties = authenticationProperties ?? new AuthenticationProperties();
        if (SessionOf(properties) is null)
        {
            var agent = Context.Request.Headers.UserAgent.ToString();
            var id = await sessions.OpenAsync(
                ids.Next(), user.Id, Context.Connection.RemoteIpAddress?.ToString(), agent.Length == 0 ? null : agent[..Math.Min(agent.Length, LongestAgent)],
                Context.RequestAborted);
            properties.Items[SessionItem] = id.ToString();
        }

        await base.SignInWithClaimsAsync(user, properties, additionalClaims);
    }
}
