using System.Globalization;
using Approvals.Application.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Quartz;

namespace Approvals.Infrastructure.Jobs;

/// <summary>
/// Hands the plan to Quartz at start. Where Quartz forgets with the process (SQLite), a run that was missed or left
/// half-done meanwhile is made up for at once; on the server databases Quartz's own store does that.
/// </summary>
internal sealed class JobScheduling(IServiceScopeFactory scopes, ISchedulerFactory schedulers, TimeProvider time, StoreChoice choice)
    : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        var schedules = await scope.ServiceProvider.GetRequiredService<JobPlan>().LoadAsync(cancellationToken);
        foreach (var schedule in schedules)
        {
            await ScheduleAsync(scheduler, schedule, cancellationToken);
        }

        if (choice.Store == SchedulerStore.Memory)
        {
            await scope.ServiceProvider.GetRequiredService<JobRunner>().ReleaseAllAsync(cancellationToken);
            var unfinished = await scope.ServiceProvider.GetRequiredService<JobRunner>().UnfinishedAsync(cancellationToken);
            foreach (var (job, due) in unfinished.Concat(Missed(schedules)).Distinct())
            {
                await RunNowAsync(scheduler, job, due, cancellationToken);
            }
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The last instant at which a job was due while nobody ran, if there was one.</summary>
    internal static DateTimeOffset? LastMissed(string cron, DateTimeOffset after, DateTimeOffset now)
    {
        var expression = new CronExpression(cron, CronTimes.Shanghai);
        DateTimeOffset? missed = null;
        while (expression.GetNextValidTimeAfter(missed ?? after) is { } next && next <= now)
        {
            missed = next;
        }

        return missed;
    }

    private IEnumerable<(string Job, DateTimeOffset Due)> Missed(IEnumerable<JobSchedule> schedules)
    {
        var now = time.GetUtcNow();
        return
            from schedule in schedules
            where schedule.IsEnabled
            let missed = schedule.LastScheduledFor is { } last ? LastMissed(schedule.Cron, last, now) : null
            where missed is not null
            select (schedule.Job, missed.Value);
    }

    /// <summary>Brings the scheduler's trigger of a job in step with its plan.</summary>
    internal async Task ScheduleAsync(IScheduler scheduler, JobSchedule schedule, CancellationToken cancellationToken)
    {
        var detail = JobBuilder.Create<QuartzJob>().WithIdentity(schedule.Job).StoreDurably().Build();
        if (await scheduler.GetJobDetail(detail.Key, cancellationToken) is null)
        {
            await scheduler.AddJob(detail, new AddJobOptions { Replace = true }, cancellationToken);
        }

        var key = new TriggerKey(schedule.Job);
        if (!schedule.IsEnabled)
        {
            await scheduler.UnscheduleJob(key, cancellationToken);
            return;
        }

        // With the scheduler's own clock: a trigger that reads another one stays misfired for ever once that clock is moved.
        var trigger = TriggerBuilder.Create(time)
            .WithIdentity(key)
            .ForJob(detail.Key)
            .WithCronSchedule(
                schedule.Cron, cron => cron.InTimeZone(CronTimes.Shanghai).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed))
            .Build();
        if (await scheduler.GetTrigger(key, cancellationToken) is not ICronTrigger there)
        {
            await scheduler.ScheduleJob(trigger, cancellationToken: cancellationToken);
        }
        else if (there.CronExpressionString != schedule.Cron)
        {
            await scheduler.RescheduleJob(key, trigger, cancellationToken);
        }
    }

    /// <summary>Hands a run to the scheduler, which begins it when the job is free.</summary>
    internal static async Task RunNowAsync(IScheduler scheduler, string job, DateTimeOffset due, CancellationToken cancellationToken) =>
        await scheduler.TriggerJob(
            new JobKey(job), new JobDataMap { { QuartzJob.Due, due.ToString("O", CultureInfo.InvariantCulture) } }, cancellationToken);
}

/// <summary>Where Quartz keeps its triggers.</summary>
public enum SchedulerStore
{
    /// <summary>In this process; with SQLite.</summary>
    Memory,

    /// <summary>In the PostgreSQL database, shared by all nodes.</summary>
    PostgreSql,

    /// <summary>In the SQL Server database, shared by all nodes.</summary>
    SqlServer,
}
