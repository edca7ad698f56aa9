using System.Diagnostics;
using Approvals.Application.Timers;
using Approvals.Infrastructure.Pumps;
using Approvals.TestKit.Cases;
using Approvals.TestKit.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Xunit.Abstractions;

namespace Approvals.Infrastructure.Tests.Pumps;

/// <summary>Timers of the real application fire within two seconds while fewer fall due than half of what a node was just measured to do.</summary>
public sealed class PunctualityTests(ITestOutputHelper output)
{
    private const int Measured = 120;
    private const int Arriving = 240;

    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(2);

    [Theory, AllDatabases]
    public async Task Fire_ArrivalsAtHalfOfTheMeasuredRate_AreAtMostTwoSecondsLate(DatabaseKind kind)
    {
        await using var office = await CaseHost.CreateAsync(kind);
        await using var node = await office.BesideAsync(services => services.AddApprovalsPumps());
        var rate = await RateAsync(office, node);
        var cases = await CasesAsync(office, Arriving);
        var start = office.Host.Time.GetUtcNow().AddSeconds(1);
        for (var i = 0; i < Arriving; i++)
        {
            var (id, due) = (cases[i], start.AddSeconds(i / (rate / 2)));
            await office.ReadAsync(c => c.Timers.Where(t => t.CaseId == id).ExecuteUpdateAsync(t => t.SetProperty(x => x.ReadyAt, due)));
        }

        await RunAsync(office, node, start.AddSeconds((Arriving / (rate / 2)) + 3));

        var late = await office.ReadAsync(async c => await (
            from e in c.CaseEvents.Where(e => e.Type == "TimerElapsed" && cases.Contains(e.CaseId))
            join t in c.Timers on e.CaseId equals t.CaseId
            select new { e.At, t.ReadyAt }).ToListAsync());
        output.WriteLine($"{kind}: {rate:0} timers/s measured; at half of it at most {late.Max(l => (l.At - l.ReadyAt).TotalSeconds):0.00} s late");
        Assert.Equal(Arriving, late.Count);
        Assert.All(late, l => Assert.InRange(l.At - l.ReadyAt, TimeSpan.Zero, Bound));
    }

    private static async Task<double> RateAsync(CaseHost office, CaseHost node)
    {
        await CasesAsync(office, Measured);
        office.Host.Time.Advance(TimeSpan.FromDays(10));
        var watch = Stopwatch.StartNew();
        Assert.Equal(Measured, await node.Host.Services.GetRequiredService<Pump<CaseTimer>>().DrainAsync(default));
        return Measured / watch.Elapsed.TotalSeconds;
    }

    private static async Task<List<Guid>> CasesAsync(CaseHost office, int count)
    {
        List<Guid> cases = [];
        for (var i = 0; i < count; i++)
        {
            cases.Add(await office.CaseAsync());
            await office.ReadAsync(c => c.Cases.Where(r => r.OpenKey != null).ExecuteUpdateAsync(r => r.SetProperty(x => x.OpenKey, (string?)null)));
        }

        return cases;
    }

    /// <summary>Runs the node's loops while the clock goes as fast as the real one.</summary>
    private static async Task RunAsync(CaseHost office, CaseHost node, DateTimeOffset until)
    {
        var loops = node.Host.Services.GetServices<IHostedService>().ToList();
        await Task.WhenAll(loops.Select(l => l.StartAsync(default)));
        var (begin, watch) = (office.Host.Time.GetUtcNow(), Stopwatch.StartNew());
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (office.Host.Time.GetUtcNow() < until && await tick.WaitForNextTickAsync())
        {
            office.Host.Time.SetUtcNow(begin + watch.Elapsed);
        }

        await Task.WhenAll(loops.Select(l => l.StopAsync(default)));
    }
}
