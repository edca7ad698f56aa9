using System.Diagnostics;
using System.Globalization;
using System.Text;
using Approvals.Application.Calendars;
using Approvals.Application.Database;
using Approvals.Application.Jobs;
using Approvals.Bench.Hosts;
using Approvals.Bench.Stores;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Bench.Calendars;

/// <summary>
/// How long it takes until a new notice has moved very many open due dates: half of them tasks, each in an inbox, a quarter promised and a
/// quarter statutory limits of cases. Beside it, on a copy of the same database, plain statements that set the same columns of the same rows.
/// </summary>
internal static class MoveBench
{
    private static readonly TimeSpan Sample = TimeSpan.FromSeconds(5);

    public static async Task RunAsync(Databases databases, int count, TextWriter output) =>
        await databases.EachAsync((store, folder) => RunAsync(store, folder, count, output), output);

    private static async Task RunAsync(IStore store, string folder, int count, TextWriter output)
    {
        await using var host = await BenchHost.CreateAsync(store, folder);
        var load = new MoveLoad(host);
        await load.AddAsync(count);
        var bare = await BareAsync(store);
        var loaded = BenchHost.Require(await host.InScopeAsync(s => s.GetRequiredService<ImportCalendar>().RunAsync(
            new ImportCalendar.Request("bench.json", Notice(), false), (null, null), "en", CancellationToken.None)));
        if (loaded.OpenDates != count)
        {
            throw new InvalidOperationException($"{loaded.OpenDates} of {count} due dates are open.");
        }

        var (time, heap) = await MeasureAsync(host);
        var revision = await host.InScopeAsync(s => s.GetRequiredService<ApprovalsDbContext>().CalendarRevisions.OrderByDescending(r => r.Number).FirstAsync());
        var listed = await host.InScopeAsync(s => s.GetRequiredService<ApprovalsDbContext>().DueDateMoves.CountAsync());
        if (revision.Moved != count || listed != count)
        {
            throw new InvalidOperationException($"{revision.Moved} of {count} due dates moved, {listed} are listed.");
        }

        await output.WriteLineAsync(Line(
            $"{store.Name}: {count} due dates moved and listed in {time.TotalSeconds:F1} s, {count / time.TotalSeconds:F0} a second (goal: 1,000,000 within 120 s); the same columns set by plain statements in {bare.TotalSeconds:F1} s, {time / bare:F1} times as long"));
        await output.WriteLineAsync(Line(
            $"{store.Name}: live heap {heap.First:F1} MB after {Sample.TotalSeconds:F0} s, {heap.Last:F1} MB at the end, {heap.Last / heap.First - 1:+0.0%;-0.0%} (goal: at most +10 %)"));
    }

    /// <summary>The floor: nothing computed, listed, audited or guarded.</summary>
    private static async Task<TimeSpan> BareAsync(IStore store)
    {
        await using var copy = await store.CopyAsync();
        await using var context = new ApprovalsDbContext(copy.Bare());
        context.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
        var to = TimeProvider.System.GetUtcNow().AddDays(90);
        var start = Stopwatch.GetTimestamp();
        await using var transaction = await context.Database.BeginTransactionAsync();
        await context.Cases.Where(c => c.FinishedAt == null && c.DueAt != null).ExecuteUpdateAsync(c => c.SetProperty(x => x.DueAt, to).SetProperty(x => x.StatutoryDueAt, to).SetProperty(x => x.IsProvisional, false));
        await context.TaskItems.Where(t => t.ClosedAt == null && t.DueAt != null).ExecuteUpdateAsync(t => t.SetProperty(x => x.DueAt, to).SetProperty(x => x.YellowAt, to).SetProperty(x => x.IsProvisional, false));
        await context.Set<Application.Tasks.TaskCandidate>().ExecuteUpdateAsync(c => c.SetProperty(x => x.DueAt, to).SetProperty(x => x.YellowAt, to));
        await transaction.CommitAsync();
        return Stopwatch.GetElapsedTime(start);
    }

    private static async Task<(TimeSpan Time, (double First, double Last) Heap)> MeasureAsync(BenchHost host)
    {
        var start = Stopwatch.GetTimestamp();
        var run = host.InScopeAsync(s => s.GetRequiredService<JobRunner>().RunAsync(PendingRevisions.Job, TimeProvider.System.GetUtcNow(), CancellationToken.None));
        await Task.WhenAny(run, Task.Delay(Sample));
        var first = Heap();
        await run;
        var time = Stopwatch.GetElapsedTime(start);
        return (time, (first, Heap()));
    }

    private static double Heap() => GC.GetTotalMemory(forceFullCollection: true) / 1e6;

    /// <summary>A notice that makes the next working day a day off: every limit that runs ends later.</summary>
    private static byte[] Notice()
    {
        var day = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(2);
        while (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
        {
            day = day.AddDays(1);
        }

        return Encoding.UTF8.GetBytes($$"""{ "year": {{day.Year}}, "source": "bench", "off": ["{{day:yyyy-MM-dd}}"] }""");
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
