using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Approvals.Web.Health;

/// <summary>
/// <c>/health/live</c> answers while the process runs. <c>/health/ready</c> answers 503 when this node cannot work: no database, or
/// no file can be written. Pumps that stand still and jobs that are late make it <c>degraded</c> with 200: taking the node away
/// from its users would mend neither. The answer holds names and words alone.
/// </summary>
internal static class HealthEndpoints
{
    private const string Ready = "ready";

    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<HeldHealth>();
        services.AddHealthChecks()
            .AddCheck<DatabaseCheck>("database", tags: [Ready])
            .AddCheck<FilesCheck>("files", tags: [Ready])
            .AddCheck<PumpsCheck>("pumps", HealthStatus.Degraded, [Ready])
            .AddCheck<JobsCheck>("jobs", HealthStatus.Degraded, [Ready]);
    }

    public static void Map(WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = WriteAsync });
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready), ResponseWriter = WriteAsync });
    }

    private static Task WriteAsync(HttpContext http, HealthReport report)
    {
        http.Response.ContentType = "application/json";
        return http.Response.WriteAsync(JsonSerializer.Serialize(
            new { status = Word(report.Status), checks = report.Entries.ToDictionary(e => e.Key, e => Word(e.Value.Status)) }, JsonSerializerOptions.Web));
    }

    private static string Word(HealthStatus status) => status.ToString().ToLowerInvariant();
}
