using System.Collections.Concurrent;
using Approvals.Application.Jobs;
using Approvals.Application.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Approvals.Infrastructure.Jobs;

/// <summary>
/// Follows what people wrote, on every node: changed plans reach the scheduler, runs asked for begin, a run that broke is tried
/// again, and one whose node died goes on here. It tells others that this node is alive, too.
/// </summary>
internal sealed partial class JobWatch(IServiceScopeFactory scopes, ISchedulerFactory schedulers, JobScheduling scheduling, TimeProvider time, ILogger<JobWatch> log)
    : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(2);

    /// <summary>A run that was handed to the scheduler is not handed to it again for so long.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>The versions of the plans that the scheduler has.</summary>
    private readonly Dictionary<string, int> _plans = new(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<(string Job, DateTimeOffset Due), DateTimeOffset> _begun = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await FollowAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogFailure(log, exception);
            }

            await Task.Delay(Look, TimeProvider.System, stoppingToken);
        }
    }

    /// <summary>Looks once.</summary>
    internal async Task FollowAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<NodeRegister>().TellAsync(cancellationToken);
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        foreach (var schedule in await scope.ServiceProvider.GetRequiredService<JobPlan>().LoadAsync(cancellationToken))
        {
            if (_plans.GetValueOrDefault(schedule.Job, -1) != schedule.Version)
            {
                await scheduling.ScheduleAsync(scheduler, schedule, cancellationToken);
                _plans[schedule.Job] = schedule.Version;
            }
        }

        var now = time.GetUtcNow();
        foreach (var run in await scope.ServiceProvider.GetRequiredService<JobRunner>().UnfinishedAsync(cancellationToken))
        {
            if (!_begun.TryGetValue(run, out var begun) || now - begun > Patience)
            {
                _begun[run] = now;
                await JobScheduling.RunNowAsync(scheduler, run.Job, run.ScheduledFor, cancellationToken);
            }
        }

        foreach (var old in _begun.Where(b => now - b.Value > Patience).Select(b => b.Key).ToList())
        {
            _begun.TryRemove(old, out _);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The plan of the jobs could not be followed and is looked at again")]
    private static partial void LogFailure(ILogger logger, Exception exception);
}
