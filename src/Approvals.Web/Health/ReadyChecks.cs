using System.Security.Cryptography;
using Approvals.Application.Database;
using Approvals.Application.Documents;
using Approvals.Application.Jobs;
using Approvals.Application.Upkeep;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Approvals.Web.Health;

/// <summary>Ready when the database answers.</summary>
internal sealed class DatabaseCheck(ApprovalsDbContext context) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext health, CancellationToken cancellationToken = default) =>
        await context.Database.CanConnectAsync(cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy();
}

/// <summary>Ready when a file can be written into the store and taken out again.</summary>
internal sealed class FilesCheck(IFileStore files) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext health, CancellationToken cancellationToken = default)
    {
        try
        {
            // A number of its own each time: two nodes that probe a shared store must not take away each other's file.
            var address = await files.SaveAsync((target, stop) => target.WriteAsync(RandomNumberGenerator.GetBytes(16), stop).AsTask(), cancellationToken);
            files.Delete(address);
            return HealthCheckResult.Healthy();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return HealthCheckResult.Unhealthy();
        }
    }
}

/// <summary>Whether the pumps take what is due; asked of the database at most every few seconds.</summary>
internal sealed class PumpsCheck(QueueCounts queues, HeldHealth held) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext health, CancellationToken cancellationToken = default) =>
        await held.OfAsync("pumps", async () => !(await queues.ReadAsync(cancellationToken)).Any(q => q.Stuck)) ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded();
}

/// <summary>Whether the jobs run when they are due; asked of the database at most every few seconds.</summary>
internal sealed class JobsCheck(ApprovalsDbContext context, JobPlan plan, HeldHealth held, TimeProvider time) : IHealthCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext health, CancellationToken cancellationToken = default) =>
        await held.OfAsync("jobs", () => InTimeAsync(cancellationToken)) ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded();

    private async Task<bool> InTimeAsync(CancellationToken cancellationToken)
    {
        var late = time.GetUtcNow() - Patience;
        var busy = await context.JobRuns.AsNoTracking().Where(r => r.OpenKey != null).Select(r => r.Job).ToListAsync(cancellationToken);
        return !(await plan.ReadAsync(cancellationToken)).Any(s => s is { IsEnabled: true, LastScheduledFor: { } last }
            && !busy.Contains(s.Job) && plan.NextAfter(new JobTime(s.Cron, s.OnWorkingDays), last) < late);
    }
}

/// <summary>Keeps answers that cost questions, so that whoever probes often costs nothing.</summary>
internal sealed class HeldHealth(TimeProvider time)
{
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(5);
    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, (DateTimeOffset At, bool Well)> _answers = [];

    public async Task<bool> OfAsync(string check, Func<Task<bool>> ask)
    {
        var now = time.GetUtcNow();
        if (_answers.TryGetValue(check, out var known) && now - known.At < Kept && now >= known.At)
        {
            return known.Well;
        }

        var well = await ask();
        _answers[check] = (now, well);
        return well;
    }
}
