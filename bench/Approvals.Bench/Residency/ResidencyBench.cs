using System.Diagnostics;
using System.Globalization;
using Approvals.Domain.Residency;

namespace Approvals.Bench.Residency;

/// <summary>
/// How fast a year of presence is computed: talents with five intervals each, generated from their number so that nothing but the
/// chunk at hand is held, and how much the live heap grows while they pass.
/// </summary>
internal static class ResidencyBench
{
    private const int Chunk = 1_000;
    private const int Intervals = 5;
    private const int Threshold = 120;

    public static void Run(int talents, TextWriter output)
    {
        Pass(Math.Min(talents, 20 * Chunk));
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (make, compute, passed) = Pass(talents);
        var after = GC.GetTotalMemory(forceFullCollection: true);
        output.WriteLine(Line(
            $"residency: {talents} talents with {Intervals} intervals each: made in {make.TotalSeconds:F2} s, computed in {compute.TotalSeconds:F2} s, {talents / compute.TotalSeconds:F0} talents a second on one thread; {passed} reach {Threshold} days"));
        output.WriteLine(Line($"residency: live heap {before / 1024} KiB before, {after / 1024} KiB after, {(after - before) * 100d / before:F1} %"));
    }

    private static (TimeSpan Make, TimeSpan Compute, int Passed) Pass(int talents)
    {
        var (stays, term) = (new Stay[Chunk][], new DaySpan(new DateOnly(2023, 1, 1), new DateOnly(2028, 12, 31)));
        var (make, compute, passed) = (TimeSpan.Zero, TimeSpan.Zero, 0);
        for (var from = 0; from < talents; from += Chunk)
        {
            var start = Stopwatch.GetTimestamp();
            var count = Math.Min(Chunk, talents - from);
            for (var i = 0; i < count; i++)
            {
                stays[i] = Ledger(from + i);
            }

            make += Stopwatch.GetElapsedTime(start);
            start = Stopwatch.GetTimestamp();
            for (var i = 0; i < count; i++)
            {
                var year = PresenceYear.Of(2025, stays[i], term);
                passed += year.Missing(Threshold) == 0 ? 1 : 0;
            }

            compute += Stopwatch.GetElapsedTime(start);
        }

        return (make, compute, passed);
    }

    /// <summary>Five stays of all classes, some over New Year and some that overlap; the same for the same number.</summary>
    private static Stay[] Ledger(int talent)
    {
        var random = (uint)talent * 2654435761u;
        var stays = new Stay[Intervals];
        for (var i = 0; i < Intervals; i++)
        {
            random = (random * 1664525u) + 1013904223u;
            var from = new DateOnly(2024, 12, 1).AddDays((i * 75) + (int)(random >> 26));
            stays[i] = new Stay(new DaySpan(from, from.AddDays((int)(random >> 8) % 40)), (ProofClasses)(1 + ((int)(random >> 16) % 7)));
        }

        return stays;
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
