using System.Diagnostics;
using System.Globalization;

namespace Approvals.Bench.Persisting;

/// <summary>
/// Persisted transitions a second through the real use case, beside a bare Entity Framework transaction on SQLite that reads
/// by key and writes rows of the same tables and sizes. Both: one writer, WAL, synchronous=FULL, the same disk, one run,
/// taking turns, so that a slow minute of the disk hits both.
/// </summary>
internal static class PersistBench
{
    private const int Rounds = 4;

    public static async Task RunAsync(int steps, int cases, TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("approvals-bench-");
        try
        {
            await using var real = await RealTransitions.CreateAsync(Path.Combine(folder.FullName, "real"), cases);
            await using var bare = await BareTransitions.CreateAsync(Path.Combine(folder.FullName, "bare"), real.Database);
            await MeasureAsync(real, Math.Min(steps, cases), cases);
            await MeasureAsync(bare, Math.Min(steps, cases), cases);
            var before = (Real: await real.RowsAsync(), Bare: await bare.RowsAsync());
            var (realTime, bareTime) = (TimeSpan.Zero, TimeSpan.Zero);
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
            await output.WriteLineAsync(Line($"{real.Name}: {realRate:F0} transitions/s ({realTime.TotalMilliseconds / count:F2} ms)"));
            await output.WriteLineAsync(Line($"{bare.Name}: {bareRate:F0} transactions/s ({bareTime.TotalMilliseconds / count:F2} ms)"));
            await output.WriteLineAsync(Line($"ratio: {realRate / bareRate:F2} (goal 0.50 or more), {count} transitions each, {cases} cases"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
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
