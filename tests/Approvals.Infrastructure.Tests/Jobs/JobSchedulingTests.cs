using Approvals.Application.Jobs;
using Approvals.Infrastructure.Clock;
using Approvals.Infrastructure.Jobs;
using Approvals.TestKit.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;
using Quartz;
using IJob = Approvals.Application.Jobs.IJob;

namespace Approvals.Infrastructure.Tests.Jobs;

/// <summary>The jobs under Quartz itself, with the real clock, since Quartz waits by it.</summary>
public sealed class JobSchedulingTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly DateTimeOffset LongAgo = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task StartAsync_MissedWhileNobodyRan_IsMadeUpForOnce()
    {
        var job = new Signalling();
        await using var host = await HostAsync(DatabaseKind.Sqlite, job);
        await host.AddAsync(new JobSchedule { Job = job.Name, Cron = job.DefaultCron, LastScheduledFor = LongAgo });

        await RunAsync(host, () => job.Ran.Task.WaitAsync(Patience));

        var run = await host.WithContextAsync(c => c.JobRuns.SingleAsync(r => r.Job == job.Name));
        Assert.True(run.ScheduledFor > LongAgo);
        Assert.Equal(JobRunState.Succeeded, run.State);
    }

    [Fact]
    public async Task StartAsync_RunLeftHalfDone_GoesOnFromItsCursor()
    {
        var job = new Signalling();
        await using var host = await HostAsync(DatabaseKind.Sqlite, job);
        await host.AddAsync(new JobRun
        {
            Id = Guid.NewGuid(), Job = job.Name, ScheduledFor = LongAgo, State = JobRunState.Running, StartedAt = LongAgo, Cursor = "half",
        });

        await RunAsync(host, () => job.Ran.Task.WaitAsync(Patience));

        Assert.Equal("half", await job.Ran.Task);
    }

    [Theory, AllDatabases]
    public async Task StartAsync_FirstStart_SchedulesEveryJobInShanghaiTime(DatabaseKind kind)
    {
        await using var host = await HostAsync(kind, new Signalling());

        await RunAsync(host, async () =>
        {
            var scheduler = await host.Services.GetRequiredService<ISchedulerFactory>().GetScheduler();
            var trigger = (ICronTrigger)(await scheduler.GetTrigger(new TriggerKey("test.signal")))!;
            Assert.Equal("Asia/Shanghai", trigger.TimeZone.Id);
            Assert.NotNull(await scheduler.GetTrigger(new TriggerKey("audit.verify")));
        });
    }

    /// <summary>A trigger that reads another clock than its scheduler is due for ever, and is looked at without end.</summary>
    [Fact]
    public async Task StartAsync_ClockMovedForward_SchedulesAheadOfThatClock()
    {
        var shift = Path.GetTempFileName();
        var clock = new DevelopmentClock(shift, TimeProvider.System);
        Assert.True(clock.MoveTo(TimeProvider.System.GetUtcNow().AddDays(10)).IsSuccess);
        await using var host = await HostAsync(DatabaseKind.Sqlite, new Signalling(), clock);

        await RunAsync(host, async () =>
        {
            var scheduler = await host.Services.GetRequiredService<ISchedulerFactory>().GetScheduler();
            var next = (await scheduler.GetTrigger(new TriggerKey("test.signal")))!.NextFireTimeUtc;
            Assert.True(next > clock.GetUtcNow(), $"Next at {next}, and it is {clock.GetUtcNow()}.");
        });
        File.Delete(shift);
    }

    private static Task<TestHost> HostAsync(DatabaseKind kind, Signalling job, TimeProvider? clock = null) => TestHost.CreateAsync(kind, (services, connectionString) => services
        .AddSingleton(clock ?? TimeProvider.System)
        .AddSingleton<IHostApplicationLifetime>(new ApplicationLifetime(NullLogger<ApplicationLifetime>.Instance))
        .AddSingleton<IJob>(job)
        .AddApprovalsJobs(kind == DatabaseKind.PostgreSql ? SchedulerStore.PostgreSql : SchedulerStore.Memory, connectionString));

    private static async Task RunAsync(TestHost host, Func<Task> work)
    {
        var hosted = host.Services.GetServices<IHostedService>().ToList();
        foreach (var service in hosted)
        {
            await service.StartAsync(CancellationToken.None);
        }

        // Quartz begins when the application says that it has started.
        ((ApplicationLifetime)host.Services.GetRequiredService<IHostApplicationLifetime>()).NotifyStarted();
        await work();
        foreach (var service in hosted.AsEnumerable().Reverse())
        {
            await service.StopAsync(CancellationToken.None);
        }
    }

    private sealed class Signalling : IJob
    {
        public string Name => "test.signal";

        public string DefaultCron => "0 0 1 ? * *";

        public TaskCompletionSource<string?> Ran { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task RunAsync(JobContext context, CancellationToken cancellationToken)
        {
            Ran.TrySetResult(context.Cursor);
            return Task.CompletedTask;
        }
    }
}
