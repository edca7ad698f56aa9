using System.Diagnostics;
using System.Globalization;
using Approvals.Bench.Hosts;
using Approvals.Bench.Stores;

namespace Approvals.Bench.Persisting;

/// <summary>
/// Persisted transitions a second through the real use case, beside a bare Entity Framework transaction that reads by key and
/// writes rows of the same tables and sizes, on each database. Both: one after the other, durable commits (SQLite: WAL and
/// synchronous=FULL), the same disk, one run, taking turns, so that a slow minute of the machine hits both.
/// </summary>
internal static class PersistBench
{
    private const int Rounds = 10;

    public static async Task RunAsync(Databases databases, int steps, int cases, TextWriter output) =>
        await databases.EachAsync((store, folder) => RunAsync(store, folder, steps, cases, output), output);

    private static async Task RunAsync(IStore store, string folder, int steps, int cases, TextWriter output)
    {
        await using var host = await BenchHost.CreateAsync(store, folder);
        await using var real = await RealTransitions.CreateAsync(host, cases);
        await using var copy = await store.CopyAsync();
        await using var bare = await BareTransitions.CreateAsync(copy);
        await MeasureAsync(real, Math.Min(steps, cases), cases);
        await MeasureAsync(bare, Math.Min(steps, cases), cases);
        var before = (Real: await real.RowsAsync(), Bare: await bare.RowsAsync());
        var (realTime, bareTime) = (TimeSpan.Zero, TimeSpan.Zero);
        using var breakdown = new Breakdown();
        breakdown.Start();
        var each = Math.Max(1, steps / Rounds);
        for (var round = 0; round < Rounds; round++)
        {
            bareTime += await MeasureAsync(bare, each, cases);
            realTime += await MeasureAsync(real, each, cases);
        }

        var count = each * Rounds;
        await PrintRowsAsync(output, real, before.Real, count);
        await PrintRowsAsync(output, bare, before.Bare, count);
        var (realRate, bareRate) = (count / realTime.TotalSeconds, count / bareTime.TotalSeconds);
        await output.WriteLineAsync(Line($"{store.Name}, {real.Name}: {realRate:F0} transitions/s ({realTime.TotalMilliseconds / count:F2} ms)"));
        await output.WriteLineAsync(Line($"{store.Name}, {bare.Name}: {bareRate:F0} transactions/s ({bareTime.TotalMilliseconds / count:F2} ms)"));
        await output.WriteLineAsync($"{store.Name}, {breakdown.Line(realTime, count)}");
        await output.WriteLineAsync(Line($"{store.Name}, ratio: {realRate / bareRate:F2} (goal 0.50 or more), {count} transitions each, {cases} cases"));
    }

    private static async Task<TimeSpan> MeasureAsync(ITransitions transitions, int steps, int cases)
    {
        var time = TimeSpan.Zero;
        for (var i = 0; i < steps; i++)
        {
            var task = await transitions.OpenTaskAsync(i % cases);
            var start = Stopwatch.GetTimestamp();
            await transitions.StepAsync(i % cases, task);
            time += Stopwatch.GetElapsedTime(start);
        }

        return time;
    }

    private static async Task PrintRowsAsync(TextWriter output, ITransitions transitions, IReadOnlyDictionary<string, long> before, int steps)
    {
        var after = await transitions.RowsAsync();
        var grown = after.Where(t => t.Value != before[t.Key]).Select(t => Line($"{t.Key} {(t.Value - before[t.Key]) / (double)steps:0.##}"));
        await output.WriteLineAsync($"{transitions.Name}, rows added a transition: {string.Join(", ", grown)}");
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
