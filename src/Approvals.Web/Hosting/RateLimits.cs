using System.Threading.RateLimiting;
using Approvals.Web.Problems;
using Approvals.Web.Session;
using Microsoft.AspNetCore.RateLimiting;

namespace Approvals.Web.Hosting;

/// <summary>How often one may ask, under <c>RateLimits</c> in the configuration: requests a minute.</summary>
internal sealed class RateLimits
{
    public const string Section = "RateLimits";
    public const string SignIn = "signIn";
    public const string Public = "public";
    public const string Uploads = "uploads";
    public const string Search = "search";

    /// <summary>Signing in, registering, resetting, by address.</summary>
    public int SignInAMinute { get; init; } = 30;

    /// <summary>Pages open to everybody, by address.</summary>
    public int PublicAMinute { get; init; } = 120;

    /// <summary>Uploads, by user.</summary>
    public int UploadsAMinute { get; init; } = 60;

    /// <summary>Searches while typing, by user.</summary>
    public int SearchesAMinute { get; init; } = 120;

    /// <summary>Uploads from one address: a whole office may share it.</summary>
    public int UploadsAMinuteOfAnAddress { get; init; } = 600;

    /// <summary>Searches from one address.</summary>
    public int SearchesAMinuteOfAnAddress { get; init; } = 1_200;

    /// <summary>Requests of a program, by key.</summary>
    public int KeysAMinute { get; init; } = 600;

    public static void Add(WebApplicationBuilder builder)
    {
        var settings = builder.Configuration.GetSection(Section).Get<RateLimits>() ?? new RateLimits();
        builder.Services.AddRateLimiter(limiter =>
        {
            limiter.OnRejected = (context, _) => new ValueTask(new ErrorResult(Failures.TooMany).ExecuteAsync(context.HttpContext));
            limiter.GlobalLimiter = PartitionedRateLimiter.CreateChained(
                PartitionedRateLimiter.Create<HttpContext, string>(http => http.Features.Get<SessionFeature>()?.Key is { } key
                    ? Window($"key:{key.Id}", settings.KeysAMinute)
                    : RateLimitPartition.GetNoLimiter("")),
                PartitionedRateLimiter.Create<HttpContext, string>(http => OfAddress(http, settings)));
            limiter.AddPolicy(SignIn, http => Window($"{SignIn}:{Address(http)}", settings.SignInAMinute));
            limiter.AddPolicy(Public, http => Window($"{Public}:{Address(http)}", settings.PublicAMinute));
            limiter.AddPolicy(Search, http => Window($"{Search}:{Account(http)}", settings.SearchesAMinute));
            limiter.AddPolicy(Uploads, http => Window($"{Uploads}:{Account(http)}", settings.UploadsAMinute));
        });
    }

    private static RateLimitPartition<string> Window(string key, int permits) =>
        RateLimitPartition.GetSlidingWindowLimiter(key, _ => new SlidingWindowRateLimiterOptions
        {
            PermitLimit = permits,
            Window = TimeSpan.FromMinutes(1),
            SegmentsPerWindow = 6,
            QueueLimit = 0,
        });

    /// <summary>What one person may not do too often, many accounts at one address may not do without end either.</summary>
    private static RateLimitPartition<string> OfAddress(HttpContext http, RateLimits settings) =>
        http.GetEndpoint()?.Metadata.GetMetadata<EnableRateLimitingAttribute>()?.PolicyName switch
        {
            Uploads => Window($"{Uploads}@{Address(http)}", settings.UploadsAMinuteOfAnAddress),
            Search => Window($"{Search}@{Address(http)}", settings.SearchesAMinuteOfAnAddress),
            _ => RateLimitPartition.GetNoLimiter(""),
        };

    private static string Address(HttpContext http) => http.Connection.RemoteIpAddress?.ToString() ?? "-";

    private static string Account(HttpContext http) => http.Features.Get<SessionFeature>()?.Account?.Id.ToString() ?? Address(http);
}
