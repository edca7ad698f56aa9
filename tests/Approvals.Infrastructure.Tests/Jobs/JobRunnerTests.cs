using Approvals.Application.Database;
using Approvals.Application.Jobs;
using Approvals.Infrastructure.Jobs;
using Approvals.TestKit.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Infrastructure.Tests.Jobs;

public sealed class JobRunnerTests
{
    private static readonly DateTimeOffset Due = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);

    [Theory, AllDatabases]
    public async Task RunAsync_SameInstantTwice_RunsOnce(DatabaseKind kind)
    {
        var job = new Counting();
        await using var host = await HostAsync(kind, job);

        Assert.True(await RunAsync(host));
        Assert.False(await RunAsync(host));

        Assert.Equal(Counting.Chunks, job.Done.Count);
    }

    [Theory, AllDatabases]
    public async Task RunAsync_KilledAfterAChunk_GoesOnFromItsCursor(DatabaseKind kind)
    {
        var job = new Counting { FailAt = 3 };
        await using var host = await HostAsync(kind, job);

        await Assert.ThrowsAsync<OperationCanceledException>(() => RunAsync(host));
        job.FailAt = null;
        await RunAsync(host);

        Assert.Equal(Enumerable.Range(0, Counting.Chunks), job.Done);
        var run = await host.WithContextAsync(c => c.JobRuns.SingleAsync());
        Assert.Equal((JobRunState.Succeeded, (long)Counting.Chunks), (run.State, run.Progress));
    }

    [Theory, AllDatabases]
    public async Task UnfinishedAsync_RunOfADeadProcess_IsFound(DatabaseKind kind)
    {
        await using var host = await HostAsync(kind, new Counting { FailAt = 1 });
        await Assert.ThrowsAsync<OperationCanceledException>(() => RunAsync(host));

        var unfinished = await host.InScopeAsync(s => s.GetRequiredService<JobRunner>().UnfinishedAsync(CancellationToken.None));

        Assert.Equal([("test.count", Due)], unfinished);
    }

    [Theory, AllDatabases]
    public async Task LoadAsync_FirstStart_WritesDefaultsAndKeepsWhatStaffSet(DatabaseKind kind)
    {
        await using var host = await HostAsync(kind, new Counting());
        await host.InScopeAsync(s => s.GetRequiredService<JobPlan>().LoadAsync(CancellationToken.None));
        await host.WithContextAsync(c => c.JobSchedules.Where(s => s.Job == "test.count")
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.Cron, "0 0 5 ? * *")));

        var schedules = await host.InScopeAsync(s => s.GetRequiredService<JobPlan>().LoadAsync(CancellationToken.None));

        Assert.Equal("0 0 5 ? * *", schedules.Single(s => s.Job == "test.count").Cron);
        Assert.Contains(schedules, s => s.Job == "audit.verify");
    }

    [Fact]
    public void LastMissed_ThreeNightsAsleep_IsTheLastOne() => Assert.Equal(
        new DateTimeOffset(2026, 3, 4, 19, 0, 0, TimeSpan.Zero),
        JobScheduling.LastMissed("0 0 3 ? * *", new DateTimeOffset(2026, 3, 1, 19, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 3, 5, 1, 0, 0, TimeSpan.Zero)));

    [Fact]
    public void LastMissed_RanAsPlanned_IsNone() => Assert.Null(
        JobScheduling.LastMissed("0 0 3 ? * *", new DateTimeOffset(2026, 3, 4, 19, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 3, 5, 1, 0, 0, TimeSpan.Zero)));

    [Theory, AllDatabases]
    public async Task RunAsync_EveryJobOfThePlatform_Succeeds(DatabaseKind kind)
    {
        await using var host = await TestHost.CreateAsync(kind);
        var names = await host.InScopeAsync(s => Task.FromResult(s.GetServices<IJob>().Select(j => j.Name).ToList()));

        foreach (var name in names)
        {
            Assert.True(await host.InScopeAsync(s => s.GetRequiredService<JobRunner>().RunAsync(name, Due, CancellationToken.None)));
        }

        Assert.Equal(names.Count, await host.WithContextAsync(c => c.JobRuns.CountAsync(r => r.State == JobRunState.Succeeded)));
    }

    private static Task<TestHost> HostAsync(DatabaseKind kind, Counting job) =>
        TestHost.CreateAsync(kind, services => services.AddSingleton<IJob>(job));

    private static Task<bool> RunAsync(TestHost host) =>
        host.InScopeAsync(s => s.GetRequiredService<JobRunner>().RunAsync("test.count", Due, CancellationToken.None));

    /// <summary>Counts chunks; a cancellation in the middle stands for a killed process.</summary>
    private sealed class Counting : IJob
    {
        public const int Chunks = 5;

        public string Name => "test.count";

        public string DefaultCron => "0 0 1 ? * *";

        public List<int> Done { get; } = [];

        public int? FailAt { get; set; }

        public async Task RunAsync(JobContext context, CancellationToken cancellationToken)
        {
            for (var chunk = int.Parse(context.Cursor ?? "0"); chunk < Chunks; chunk++)
            {
                if (chunk == FailAt)
                {
                    throw new OperationCanceledException();
                }

                Done.Add(chunk);
                await context.SaveAsync($"{chunk + 1}", chunk + 1, cancellationToken);
            }
        }
    }
}
