using System.Diagnostics;
using System.Globalization;
using Approvals.Decisions;
using Approvals.Feel;

namespace Approvals.Bench.Decisions;

/// <summary>
/// Evaluations a second of decision tables on one core: whole decisions of a compiled model, from inputs to result, beside a scan of
/// the same compiled cells that stops at the first row that matches. Both in one run, taking turns.
/// </summary>
internal static class DecisionBench
{
    private const int Inputs = 2048;
    private const int Rounds = 5;

    public static void Run(bool smoke, TextWriter output)
    {
        var count = smoke ? 200 : 400_000;
        var (small, large) = (new BenchTable(1_000, Inputs), new BenchTable(10_000, Inputs));
        Check(small);
        Check(large);
        Warm(small, large, smoke ? 20 : 30_000);
        var (indexed, scanned, big) = (TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero);
        var (scans, bytes) = (Math.Max(20, count / 200), 0L);
        for (var round = 0; round < Rounds; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            indexed += Measure(small, count / Rounds, Indexed);
            bytes += GC.GetAllocatedBytesForCurrentThread() - before;
            scanned += Measure(small, scans / Rounds, Scanned);
            big += Measure(large, count / Rounds, Indexed);
        }

        var (rate, scanRate, bigRate) = (count / indexed.TotalSeconds, scans / scanned.TotalSeconds, count / big.TotalSeconds);
        output.WriteLine(Line($"1,000-row, 6-column unique table: {rate:N0} evaluations/s (goal 200,000), {1e6 / rate:F2} µs, {bytes / (double)count:F0} bytes an evaluation"));
        output.WriteLine(Line($"early-exit scan of the same cells: {scanRate:N0} evaluations/s; ratio {rate / scanRate:F1} (goal 10)"));
        output.WriteLine(Line($"10,000 rows: {bigRate:N0} evaluations/s; {rate / bigRate:F2} times the cost of 1,000 (goal below 3)"));
        output.WriteLine(Analysis(smoke ? 50 : 1_000, small));
    }

    /// <summary>The analysis of a whole table, the best of three; an early round pays for compiling.</summary>
    private static string Analysis(int rules, BenchTable full)
    {
        var model = rules == 1_000 ? full.Model : new BenchTable(rules, 1).Model;
        var best = TimeSpan.MaxValue;
        var report = TableAnalysis.Of(model).Single();
        for (var round = 0; round < (rules == 1_000 ? 3 : 1); round++)
        {
            var start = Stopwatch.GetTimestamp();
            report = TableAnalysis.Of(model).Single();
            best = TimeSpan.FromTicks(Math.Min(best.Ticks, Stopwatch.GetElapsedTime(start).Ticks));
        }

        var kinds = string.Join(", ", report.Findings.CountBy(finding => finding.Kind).Select(counted => $"{counted.Key} {counted.Value}"));
        return Line($"analysis of {report.Rules:N0} rules and 6 columns: {best.TotalMilliseconds:N0} ms; {kinds}; left out: {report.NotAnalysed.Length}");
    }

    private static FeelValue Indexed(BenchTable table, FeelContext input) => table.Model.Evaluate("outcome", input).Value.Value;

    private static FeelValue Scanned(BenchTable table, FeelContext input) => table.Scan(input);

    private static void Warm(BenchTable small, BenchTable large, int count)
    {
        Measure(small, count, Indexed);
        Measure(small, count / 100, Scanned);
        Measure(large, count, Indexed);
    }

    private static TimeSpan Measure(BenchTable table, int count, Func<BenchTable, FeelContext, FeelValue> evaluate)
    {
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < count; i++)
        {
            evaluate(table, table.Inputs[i % Inputs]);
        }

        return Stopwatch.GetElapsedTime(start);
    }

    /// <summary>Both ways must give the same, or the figures mean nothing.</summary>
    private static void Check(BenchTable table)
    {
        foreach (var input in table.Inputs.Take(64))
        {
            var (left, right) = (Indexed(table, input), Scanned(table, input));
            if (left != right || left.IsNull)
            {
                throw new InvalidOperationException($"The index gives {left}, the scan {right}.");
            }
        }
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
