using System.Security.Claims;
using Approvals.Web.Problems;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Approvals.Web.Hosting;

/// <summary>
/// Every change carries a token that only our own page can read: a cookie another site can make the browser send is not enough.
/// </summary>
internal static class AntiforgeryToken
{
    public const string Cookie = "XSRF-TOKEN";
    public const string Header = "X-XSRF-TOKEN";

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/antiforgery", Read).WithTags("Session");

    /// <summary>Sets the cookie whose value the page sends back as a header with each change; signing in and out sets a new one.</summary>
    private static NoContent Read(HttpContext http)
    {
        Give(http);
        return TypedResults.NoContent();
    }

    /// <summary>Sets the token's cookie for whoever is signed in now.</summary>
    public static void Give(HttpContext http)
    {
        var tokens = http.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(http);
        http.Response.Cookies.Append(Cookie, tokens.RequestToken!, new CookieOptions
        {
            HttpOnly = false,
            SameSite = SameSiteMode.Strict,
            Secure = http.Request.IsHttps,
            Path = "/",
        });
    }

    /// <summary>Refuses a change without the token, and one of which the browser itself says that another site sends it.</summary>
    public static async ValueTask<object?> FilterAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        // A key does not travel by itself, as a cookie does: no other site can make a browser show it.
        if (http.WhoAsks().Key is not null)
        {
            return await next(context);
        }

        if (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))
        {
            return await next(context);
        }

        return IsOfThisSite(http.Request) && await IsTokenValidAsync(http) ? await next(context) : new ErrorResult(Failures.Antiforgery);
    }

    /// <summary>
    /// A token holds for the person it was given to. Signing in takes a visitor's as well, whoever is signed in by now: a second click left
    /// with the token of the first and arrives with the cookie that the first has set, and both are to be answered alike.
    /// </summary>
    private static async Task<bool> IsTokenValidAsync(HttpContext http)
    {
        var tokens = http.RequestServices.GetRequiredService<IAntiforgery>();
        if (await tokens.IsRequestValidAsync(http))
        {
            return true;
        }

        if (http.GetEndpoint()?.Metadata.GetMetadata<TakesVisitorsToken>() is null)
        {
            return false;
        }

        var person = http.User;
        http.User = new ClaimsPrincipal(new ClaimsIdentity());
        try
        {
            return await tokens.IsRequestValidAsync(http);
        }
        finally
        {
            http.User = person;
        }
    }

    /// <summary>What no script can set: browsers say it of every request, programs of none.</summary>
    private static bool IsOfThisSite(HttpRequest request) => request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin" or "none";
}

/// <summary>Marks the addresses that sign in: they take the token of a visitor although somebody is signed in already.</summary>
internal sealed class TakesVisitorsToken;
