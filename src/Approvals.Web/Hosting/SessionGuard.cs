using Approvals.Application.ApiKeys;
using Approvals.Web.ApiKeys;
using Approvals.Web.Problems;
using Approvals.Web.Session;

namespace Approvals.Web.Hosting;

/// <summary>Marks an address that is open to everybody.</summary>
internal sealed class OpenToAll;

/// <summary>Marks an address that is open to staff who have yet to set up the second factor.</summary>
internal sealed class OpenBeforeTwoFactor;

/// <summary>Reads the session once for each request of the API and keeps out who is not signed in.</summary>
internal static class SessionGuard
{
    public static void UseSessions(this WebApplication app) => app.Use(async (http, next) =>
    {
        if (!http.Request.Path.StartsWithSegments("/api"))
        {
            await next(http);
            return;
        }

        var session = await http.RequestServices.GetRequiredService<SessionReader>().ReadAsync(http);
        http.Features.Set(session);
        if (Refusal(session, http.GetEndpoint()?.Metadata) is { } refused)
        {
            await new ErrorResult(refused).ExecuteAsync(http);
            return;
        }

        await next(http);
    });

    /// <summary>The session of the request.</summary>
    public static SessionFeature WhoAsks(this HttpContext http) =>
        http.Features.Get<SessionFeature>() ?? throw new InvalidOperationException("The session is read for addresses of the API only.");

    internal static Error? Refusal(SessionFeature session, EndpointMetadataCollection? metadata) =>
        session.IsKeyRefused ? Failures.KeyRefused
        : session.Key is { } key ? KeyRefusal(key, session, metadata)
        : metadata is null || metadata.GetMetadata<OpenToAll>() is not null ? null
        : session.Account is null ? Failures.SignInFirst
        : session.NeedsTwoFactor && metadata.GetMetadata<OpenBeforeTwoFactor>() is null ? Failures.TwoFactorFirst
        : null;

    /// <summary>A key opens what is marked with a scope it has, and nothing else.</summary>
    private static Error? KeyRefusal(OpenedApiKey key, SessionFeature session, EndpointMetadataCollection? metadata) =>
        session.NeedsTwoFactor ? Failures.TwoFactorFirst
        : metadata?.GetMetadata<KeyScope>() is not { Scope: var scope } ? Failures.ClosedToKeys
        : !key.Scopes.Contains(scope) ? Failures.ScopeMissing.With("scope", scope)
        : null;
}
