using Approvals.Web.Health;
using Approvals.Web.Pages;
using Approvals.Web.Problems;
using Approvals.Web.Requests;

namespace Approvals.Web.Hosting;

/// <summary>The order in which a request passes.</summary>
internal static class Pipeline
{
    /// <summary>The largest request but for uploads, in bytes.</summary>
    public const long RequestLimit = 1024 * 1024;

    public static void AddPipeline(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = RequestLimit;
            kestrel.Limits.MaxRequestHeadersTotalSize = 32 * 1024;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
            kestrel.Limits.MaxConcurrentConnections = 10_000;
        });
        builder.Services.ConfigureHttpJsonOptions(ApiJson.Configure);
        builder.Services.AddExceptionHandler<ExceptionProblems>();
        builder.Services.AddProblemDetails();
        builder.Services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        builder.Services.AddAntiforgery(options =>
        {
            options.HeaderName = AntiforgeryToken.Header;
            options.Cookie.Name = "approvals-antiforgery";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.SuppressXFrameOptionsHeader = true;
        });
        builder.Services.AddOpenApi(options => ApiDocument.Configure(options));
        HealthEndpoints.Add(builder.Services);
        RateLimits.Add(builder);
    }

    public static void UsePipeline(this WebApplication app)
    {
        app.UseProxies();
        app.UseExceptionHandler();
        app.UseSecurityHeaders();
        if (!app.Environment.IsDevelopment())
        {
            app.UseHsts();
        }

        BuiltPage.Use(app);
        app.UseRouting();
        app.UseTextChecks();
        app.UseChoiceQueries();
        app.UseStatusCodePages(context => new ErrorResult(StatusError(context.HttpContext.Response.StatusCode)).ExecuteAsync(context.HttpContext));
        app.UseAuthentication();
        app.UseSessions();
        app.UseRateLimiter();
        HealthEndpoints.Map(app);
        app.MapOpenApi();
        app.MapApi(app.Environment);
    }

    private static Error StatusError(int status) => status switch
    {
        StatusCodes.Status404NotFound => Failures.NotFound,
        StatusCodes.Status405MethodNotAllowed => Failures.MethodNotAllowed,
        StatusCodes.Status413PayloadTooLarge => Failures.TooLarge,
        >= StatusCodes.Status500InternalServerError => Failures.Unexpected,
        _ => Failures.Malformed,
    };
}
