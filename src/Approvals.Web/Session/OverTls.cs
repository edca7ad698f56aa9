using Approvals.Web.Problems;

namespace Approvals.Web.Session;

/// <summary>
/// Outside Development nobody signs in over a connection that others can read: the cookie in the answer would be anybody's who
/// listens, whatever it says of itself.
/// </summary>
internal static class OverTls
{
    /// <summary>Marks an address whose answer carries a session's cookie.</summary>
    public static RouteHandlerBuilder GivesCookies(this RouteHandlerBuilder endpoint, IWebHostEnvironment environment) => environment.IsDevelopment()
        ? endpoint
        : endpoint.AddEndpointFilter(async (context, next) =>
            context.HttpContext.Request.IsHttps ? await next(context) : new ErrorResult(new Error("signin.overTls", ErrorKind.Forbidden)));
}
