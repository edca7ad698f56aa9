using System.Globalization;
using Approvals.Application.Calendars;
using Approvals.Application.Database;
using Approvals.Infrastructure.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Approvals.Infrastructure.Calendars;

/// <summary>
/// Looks every few seconds whether a notice was loaded, here, on another node or by the command line: this node takes the new calendar up,
/// and one node starts the job that moves open due dates.
/// </summary>
internal sealed partial class CalendarWatch(
    IServiceScopeFactory scopes, ISchedulerFactory schedulers, CalendarInForce calendar, TimeProvider time, ILogger<CalendarWatch> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    /// <summary>A job that was started and did not come to its end is started again after this.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private (DateTimeOffset Due, DateTimeOffset At) _started;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogFailure(log, exception);
            }

            await Task.Delay(Interval, time, stoppingToken);
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<ApprovalsDbContext>();
        if (await calendar.RefreshAsync(context, cancellationToken))
        {
            LogTaken(log, calendar.Revision);
        }

        var now = time.GetUtcNow();
        if (await PendingRevisions.DueAsync(context, cancellationToken) is not { } due || due > now
            || (_started.Due == due && now - _started.At < Patience)
            || !await scope.ServiceProvider.GetRequiredService<Election>().LeadsAsync("calendars.move", cancellationToken))
        {
            return;
        }

        _started = (due, now);
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        await scheduler.TriggerJob(
            new JobKey(PendingRevisions.Job), new JobDataMap { { QuartzJob.Due, due.ToString("O", CultureInfo.InvariantCulture) } }, cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The working calendar of revision {Revision} was taken up")]
    private static partial void LogTaken(ILogger logger, int revision);

    [LoggerMessage(Level = LogLevel.Error, Message = "Looking for a new working calendar failed and is tried again")]
    private static partial void LogFailure(ILogger logger, Exception exception);
}

public static class CalendarRegistration
{
    /// <summary>Follows the working calendar; needs the jobs.</summary>
    public static IServiceCollection AddApprovalsCalendarWatch(this IServiceCollection services) => services.AddHostedService<CalendarWatch>();
}
