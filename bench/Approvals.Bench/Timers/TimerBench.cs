using System.Diagnostics;
using System.Globalization;
using Approvals.Application.Database;
using Approvals.Application.Timers;
using Approvals.Bench.Hosts;
using Approvals.Bench.Stores;
using Approvals.Infrastructure;
using Approvals.Infrastructure.Pumps;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Approvals.Bench.Timers;

/// <summary>
/// How fast timers that are all due are worked off, each a real step of a case that opens a task; and how late the latest is
/// taken up while timers become due at two fifths of that rate, with the loops of the product running.
/// </summary>
internal static class TimerBench
{
    private const double Share = 0.4;

    public static async Task RunAsync(Databases databases, int count, TimeSpan arriving, TextWriter output) =>
        await databases.EachAsync((store, folder) => RunAsync(store, folder, count, arriving, output), output);

    private static async Task RunAsync(IStore store, string folder, int count, TimeSpan arriving, TextWriter output)
    {
        await using var host = await BenchHost.CreateAsync(store, folder, services => services.AddApprovalsPumps());
        var load = new TimerLoad(host);
        await load.BeginAsync();
        var warm = Math.Max(10, count / 100);
        await load.AddAsync(warm, Now.AddDays(-1), TimeSpan.Zero);
        await DrainAsync(host, warm);
        await load.AddAsync(count, Now.AddDays(-1), TimeSpan.Zero);
        var time = await DrainAsync(host, count);
        var rate = count / time.TotalSeconds;
        await output.WriteLineAsync(Line($"{store.Name}: {count} timers due at once worked off in {time.TotalSeconds:F1} s, {rate:F0} a second"));
        await ArriveAsync(host, load, rate * Share, arriving, output);
    }

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    private static async Task<TimeSpan> DrainAsync(BenchHost host, int count)
    {
        var start = Stopwatch.GetTimestamp();
        var done = await host.Services.GetRequiredService<Pump<CaseTimer>>().DrainAsync(CancellationToken.None);
        var time = Stopwatch.GetElapsedTime(start);
        var failed = await host.InScopeAsync(s => s.GetRequiredService<ApprovalsDbContext>().Timers.CountAsync(t => t.LastError != null || t.State == TimerState.Failed));
        return done == count && failed == 0 ? time : throw new InvalidOperationException($"{done} of {count} timers were worked off, {failed} failed.");
    }

    private static async Task ArriveAsync(BenchHost host, TimerLoad load, double rate, TimeSpan arriving, TextWriter output)
    {
        var count = Math.Max(1, (int)(rate * arriving.TotalSeconds));

        // Making them takes its time as well: they become due once that is over.
        var begin = Now + TimeSpan.FromSeconds(1 + count / 500d);
        await load.AddAsync(count, begin, TimeSpan.FromSeconds(1 / rate));
        var late = Now - begin;
        if (late > TimeSpan.Zero)
        {
            await output.WriteLineAsync(Line($"{host.Store.Name}: the timers took {late.TotalSeconds:F0} s too long to make; the delay says nothing"));
        }

        var loops = host.Services.GetServices<IHostedService>().ToList();
        await Task.WhenAll(loops.Select(l => l.StartAsync(CancellationToken.None)));
        while (await host.InScopeAsync(s => s.GetRequiredService<ApprovalsDbContext>().Timers.AnyAsync(t => t.State == TimerState.Pending && t.ReadyAt < begin.AddDays(1))))
        {
            await Task.Delay(500);
        }

        await Task.WhenAll(loops.Select(l => l.StopAsync(CancellationToken.None)));
        var delays = await DelaysAsync(host, begin);
        await output.WriteLineAsync(Line(
            $"{host.Store.Name}: {delays.Length} timers at {rate:F0} a second for {arriving.TotalSeconds:F0} s: taken up p50 {delays[delays.Length / 2]:F0} ms, p95 {delays[delays.Length * 95 / 100]:F0} ms, latest {delays[^1]:F0} ms after they were due"));
    }

    private static async Task<double[]> DelaysAsync(BenchHost host, DateTimeOffset begin)
    {
        var times = await host.InScopeAsync(async services =>
        {
            var context = services.GetRequiredService<ApprovalsDbContext>();
            return await (from timer in context.Timers.AsNoTracking()
                          where timer.ReadyAt >= begin && timer.State == TimerState.Fired
                          join step in context.CaseEvents.AsNoTracking() on timer.CaseId equals step.CaseId
                          select new { timer.ReadyAt, step.At }).ToListAsync();
        });
        return [.. times.Select(t => (t.At - t.ReadyAt).TotalMilliseconds).Order()];
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
