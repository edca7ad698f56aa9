using System.Globalization;
using Approvals.Application.Database;
using Approvals.Application.Jobs;
using Approvals.Application.Outbox;
using Approvals.Application.Timers;
using Approvals.Infrastructure.Pumps;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Year.Tests;

/// <summary>
/// Lets a year pass: the clock goes from one thing that is due to the next, jobs by their plans, timers and messages at their instants,
/// people at their hours. It may die anywhere; who starts it again goes on at the instant that was under way.
/// </summary>
internal sealed class YearLoop(YearPlatform platform, People people, Action<string> tell)
{
    public static readonly DateTimeOffset Begin = At(new DateOnly(2025, 12, 31), 23), End = At(new DateOnly(2027, 1, 1), 0);

    /// <summary>What a dead process held comes when its lease is over: the clock did not stand still while the next one started.</summary>
    public static readonly TimeSpan Absence = TimeSpan.FromSeconds(31);

    private static readonly int[] Hours = [10, 14];

    private readonly Dictionary<string, DateTimeOffset> _last = new(StringComparer.Ordinal);
    private IReadOnlyList<JobSchedule> _plans = [];

    /// <summary>How long each kind of work took.</summary>
    public Dictionary<string, (int Times, TimeSpan Took)> Costs { get; } = new(StringComparer.Ordinal);

    /// <summary>The instant a folder's year has come to.</summary>
    public static DateTimeOffset? Reached(string folder) => File.Exists(FileOf(folder)) ? DateTimeOffset.Parse(File.ReadAllText(FileOf(folder)), CultureInfo.InvariantCulture) : null;

    public async Task RunAsync(DateTimeOffset until)
    {
        await BeginAsync();
        while (await NextAsync() is var next && next < until)
        {
            await StepAsync(next);
        }
    }

    /// <summary>As the product's start does it on a database that one process has: runs are given back, those left half-done go on first.</summary>
    private async Task BeginAsync()
    {
        _plans = [.. (await platform.UseAsync<JobPlan, IReadOnlyList<JobSchedule>>(p => p.LoadAsync(default))).Where(p => p.IsEnabled)];
        foreach (var plan in _plans)
        {
            _last[plan.Job] = plan.LastScheduledFor ?? Begin;
        }

        await platform.UseAsync<JobRunner, Unit>(async runner =>
        {
            await runner.ReleaseAllAsync(default);
            return Unit.Value;
        });
        foreach (var (job, due) in await platform.UseAsync<JobRunner, IReadOnlyList<(string, DateTimeOffset)>>(r => r.UnfinishedAsync(default)))
        {
            await RunAsync(job, due);
        }
    }

    private async Task<DateTimeOffset> NextAsync()
    {
        var job = _plans.Select(Next).Min();
        var waiting = await platform.ReadAsync(async c => new[]
        {
            await c.Timers.Where(t => t.State == TimerState.Pending).MinAsync(t => (DateTimeOffset?)(t.LeaseUntil ?? t.ReadyAt)),
            await c.OutboxMessages.Where(m => m.State == OutboxState.Pending).MinAsync(m => (DateTimeOffset?)(m.LeaseUntil ?? m.ReadyAt)),
            await c.InboundEvents.Where(m => m.State == InboundState.Pending).MinAsync(m => (DateTimeOffset?)(m.LeaseUntil ?? m.ReadyAt)),
        }.Min());
        var now = platform.Clock.GetUtcNow();
        var next = new[] { job, waiting ?? job, NextHour(now) }.Min();
        return next > now ? next : now;
    }

    private DateTimeOffset Next(JobSchedule plan) =>
        platform.Services.GetRequiredService<ICronTimes>().NextAfter(plan.Cron, _last[plan.Job]) ?? DateTimeOffset.MaxValue;

    /// <summary>The next hour at which people are at work; the one that is under way is worked again after a death.</summary>
    private DateTimeOffset NextHour(DateTimeOffset now)
    {
        var day = DateOnly.FromDateTime(now.ToOffset(TimeSpan.FromHours(8)).DateTime);
        return Enumerable.Range(0, 2).SelectMany(d => Hours.Select(h => At(day.AddDays(d), h))).First(h => h > _worked);
    }

    private DateTimeOffset _worked = Begin;

    private async Task StepAsync(DateTimeOffset next)
    {
        // Whole or not at all: the process may be killed while it writes.
        var (file, fresh) = (FileOf(platform.Folder), FileOf(platform.Folder) + ".new");
        File.WriteAllText(fresh, next.ToString("O", CultureInfo.InvariantCulture));
        File.Move(fresh, file, overwrite: true);
        platform.Clock.SetUtcNow(next);
        foreach (var (job, due) in _plans.Select(p => (p.Job, Due: Next(p))).Where(j => j.Due <= next).OrderBy(j => j.Due).ThenBy(j => j.Job, StringComparer.Ordinal).ToList())
        {
            tell($"{next:O} {job}");
            await TimedAsync(job, () => RunAsync(job, due));
        }

        tell($"{next:O} pumps");
        await TimedAsync("pumps", DrainAsync);
        if (NextHour(next) is var hour && hour <= next)
        {
            tell($"{next:O} people");
            await TimedAsync("people", () => people.WorkAsync(hour));
            await TimedAsync("pumps", DrainAsync);
            _worked = hour;
        }
    }

    /// <summary>What the scheduler does when a job is due.</summary>
    private async Task RunAsync(string job, DateTimeOffset due)
    {
        await platform.InScopeAsync(async services =>
        {
            var plan = services.GetRequiredService<JobPlan>();
            if (await plan.IsDueAsync(job, due, default))
            {
                await services.GetRequiredService<JobRunner>().RunAsync(job, due, default);
            }

            await plan.RememberAsync(job, due, default);
            return Unit.Value;
        });
        _last[job] = due;
    }

    private async Task DrainAsync()
    {
        while (await platform.Services.GetRequiredService<Pump<CaseTimer>>().DrainAsync(default)
            + await platform.Services.GetRequiredService<Pump<InboundEvent>>().DrainAsync(default)
            + await platform.Services.GetRequiredService<Pump<OutboxMessage>>().DrainAsync(default) > 0)
        {
        }
    }

    private async Task TimedAsync(string what, Func<Task> work)
    {
        var began = TimeProvider.System.GetTimestamp();
        await work();
        var (times, took) = Costs.GetValueOrDefault(what);
        Costs[what] = (times + 1, took + TimeProvider.System.GetElapsedTime(began));
    }

    private static DateTimeOffset At(DateOnly day, int hour) => new DateTimeOffset(day, new TimeOnly(hour, 0), TimeSpan.FromHours(8)).ToUniversalTime();

    private static string FileOf(string folder) => Path.Combine(folder, "reached");
}
