using Approvals.Application.Database;
using Approvals.Application.Jobs;
using Approvals.Application.Rights;
using Approvals.TestKit.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Infrastructure.Tests.Jobs;

/// <summary>Two nodes, slow ones, dead ones, and operators.</summary>
public sealed class JobTakeOverTests
{
    private static readonly DateTimeOffset Due = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);
    private static readonly CurrentUser Operator = new(Guid.NewGuid(), "运维", [new RoleGrant(Roles.Operator, "220000", "/220000/")]);

    [Theory, AllDatabases]
    public async Task RunAsync_TwoNodesAtOnce_DoEachChunkOnce(DatabaseKind kind)
    {
        var job = new Stepwise();
        await using var host = await TestHost.CreateAsync(kind, s => Add(s, job));
        await using var other = host.Beside(s => Add(s, job));

        var ran = await Task.WhenAll(Enumerable.Range(0, 6).Select(n => RunAsync(n % 2 == 0 ? host : other, Due)));

        Assert.Equal(1, ran.Count(r => r));
        Assert.Equal(Enumerable.Range(1, Stepwise.Chunks), job.Done);
    }

    [Theory]
    [AllDatabases(5, false)]
    [AllDatabases(13, true)]
    public async Task RunAsync_RunOfAnotherNode_IsTakenOverOnlyWhenThatNodeIsSilent(DatabaseKind kind, int silentSeconds, bool taken)
    {
        var job = new Stepwise();
        await using var host = await TestHost.CreateAsync(kind, s => Add(s, job));
        var heard = host.Time.GetUtcNow().AddSeconds(-silentSeconds);
        await host.AddAsync(new JobRun
        {
            Id = Guid.NewGuid(), Job = job.Name, OpenKey = job.Name, ScheduledFor = Due, State = JobRunState.Running, StartedAt = heard, Node = "dead", HeardAt = heard,
            Cursor = "2", Progress = 2, Attempts = 1,
        });

        Assert.Equal(taken, await RunAsync(host, Due));
        Assert.Equal(Enumerable.Range(3, taken ? 3 : 0), job.Done);
        var run = await RunOfAsync(host);
        Assert.Equal((taken ? JobRunState.Succeeded : JobRunState.Running, taken ? 5L : 2L, taken ? 2 : 1, taken ? "" : "dead"), (run.State, run.Progress, run.Attempts, run.Node ?? ""));
    }

    [Theory, AllDatabases]
    public async Task RunAsync_LeftOverOfAnEarlierInstant_IsFinishedBeforeTheOwn(DatabaseKind kind)
    {
        var job = new Stepwise();
        await using var host = await TestHost.CreateAsync(kind, s => Add(s, job));
        await host.AddAsync(new JobRun
        {
            Id = Guid.NewGuid(), Job = job.Name, OpenKey = job.Name, ScheduledFor = Due.AddDays(-1), State = JobRunState.Running, StartedAt = Due.AddDays(-1), Cursor = "3", Progress = 3,
        });

        Assert.True(await RunAsync(host, Due));

        Assert.Equal([4, 5, 1, 2, 3, 4, 5], job.Done);
        Assert.Equal(2, await host.WithContextAsync(c => c.JobRuns.CountAsync(r => r.State == JobRunState.Succeeded && r.OpenKey == null)));
    }

    [Theory, AllDatabases]
    public async Task SaveAsync_RunTakenByAnotherNodeMeanwhile_WritesNothingMore(DatabaseKind kind)
    {
        var job = new Stepwise { Writes = true };
        await using var host = await TestHost.CreateAsync(kind, s => Add(s, job));
        job.Before = async chunk =>
        {
            if (chunk == 3)
            {
                await host.WithContextAsync(c => c.JobRuns.ExecuteUpdateAsync(s => s.SetProperty(r => r.Node, "other")));
            }
        };

        await RunAsync(host, Due);

        var run = await RunOfAsync(host);
        Assert.Equal((JobRunState.Running, 2L, "other"), (run.State, run.Progress, run.Node));
        Assert.Equal(2, await host.WithContextAsync(c => c.JobFaults.CountAsync()));
    }

    [Theory, AllDatabases]
    public async Task StopRun_InTheMiddle_EndsAfterTheChunkAndKeepsIt(DatabaseKind kind)
    {
        var job = new Stepwise();
        await using var host = await TestHost.CreateAsync(kind, s => Add(s, job));
        job.Before = async chunk =>
        {
            if (chunk == 2)
            {
                Assert.True((await host.InScopeAsync(s => s.GetRequiredService<StopRun>().HandleAsync(job.Name, Operator, CancellationToken.None))).IsSuccess);
            }
        };

        await RunAsync(host, Due);

        var run = await RunOfAsync(host);
        Assert.Equal((JobRunState.Cancelled, 2L, "2", ""), (run.State, run.Progress, run.Cursor, run.OpenKey ?? ""));
        Assert.False(await RunAsync(host, Due));
        Assert.Equal("jobs.over", (await host.InScopeAsync(s => s.GetRequiredService<StopRun>().HandleAsync(job.Name, Operator, CancellationToken.None))).Error?.Code);
    }

    [Theory, AllDatabases]
    public async Task RunJobNow_ClickedOnTwoNodesAtOnce_IsOneRunThatSaysWhoAsked(DatabaseKind kind)
    {
        var job = new Stepwise();
        await using var host = await TestHost.CreateAsync(kind, s => Add(s, job));
        await using var other = host.Beside(s => Add(s, job));

        var asked = await Task.WhenAll(new[] { host, other, host }.Select(h => h.InScopeAsync(s => s.GetRequiredService<RunJobNow>().HandleAsync(job.Name, Operator, CancellationToken.None))));

        var id = Assert.Single(asked.Select(a => a.Value).Distinct());
        var open = Assert.Single(await host.InScopeAsync(s => s.GetRequiredService<JobRunner>().UnfinishedAsync(CancellationToken.None)));
        Assert.True(await RunAsync(other, open.ScheduledFor));
        var run = await RunOfAsync(host);
        Assert.Equal((id, JobRunState.Succeeded, Operator.Id), (run.Id, run.State, run.ByUserId));
        Assert.Equal(1, await host.WithContextAsync(c => c.AuditEntries.CountAsync(e => e.Action == "jobs.started")));
    }

    [Theory, AllDatabases]
    public async Task RunAsync_BreaksEachTime_IsTriedAgainLaterFromItsCursorAndGivenUpAtLast(DatabaseKind kind)
    {
        var job = new Stepwise { Before = chunk => chunk == 3 ? Task.FromException(new IOException("/secret/path")) : Task.CompletedTask };
        await using var host = await TestHost.CreateAsync(kind, s => Add(s, job));
        List<double> waits = [];
        for (var attempt = 1; attempt <= 4; attempt++)
        {
            await Assert.ThrowsAsync<IOException>(() => RunAsync(host, Due));
            var broken = await RunOfAsync(host);
            waits.Add(broken.RetryAt is { } at ? (at - host.Time.GetUtcNow()).TotalMinutes : -1);
            Assert.Equal(broken.RetryAt is null, broken.OpenKey is null);
            host.Time.SetUtcNow(broken.RetryAt ?? host.Time.GetUtcNow());
        }

        Assert.Equal([1, 5, 15, -1], waits);
        Assert.Equal([1, 2], job.Done);
        var faults = await host.WithContextAsync(c => c.JobFaults.ToListAsync());
        Assert.Equal(4, faults.Count(f => f is { Code: "jobs.files", Chunk: "2", BrokeRun: true }));
        Assert.DoesNotContain(faults, f => f.Data.Contains("secret", StringComparison.Ordinal));
    }

    private static void Add(IServiceCollection services, IJob job) => services.AddSingleton(job).AddScoped<RunJobNow>().AddScoped<StopRun>();

    private static Task<bool> RunAsync(TestHost host, DateTimeOffset due) =>
        host.InScopeAsync(s => s.GetRequiredService<JobRunner>().RunAsync("test.stepwise", due, CancellationToken.None));

    private static Task<JobRun> RunOfAsync(TestHost host) => host.WithContextAsync(c => c.JobRuns.AsNoTracking().SingleAsync());

    /// <summary>Five chunks, each noted once it is saved.</summary>
    private sealed class Stepwise : IJob
    {
        public const int Chunks = 5;

        public string Name => "test.stepwise";

        public string DefaultCron => "0 0 1 ? * *";

        public List<int> Done { get; } = [];

        public bool Writes { get; init; }

        public Func<int, Task> Before { get; set; } = _ => Task.CompletedTask;

        public async Task RunAsync(JobContext context, CancellationToken cancellationToken)
        {
            context.Plan(Chunks, "cases");
            for (var chunk = int.Parse(context.Cursor ?? "0") + 1; chunk <= Chunks; chunk++)
            {
                await Before(chunk);
                if (Writes)
                {
                    context.Report(new Error("jobs.slow"), $"{chunk}");
                }

                Done.Add(chunk);
                await context.SaveAsync($"{chunk}", chunk, cancellationToken);
            }
        }
    }
}
