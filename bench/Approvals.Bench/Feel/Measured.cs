using System.Diagnostics;
using System.Globalization;

namespace Approvals.Bench.Feel;

/// <summary>Work whose rate is taken several times; the best round counts, because the machine does other things as well.</summary>
internal sealed class Measured(string name, int count, Action<int> work)
{
    public const int Rounds = 6;

    private double _seconds = double.MaxValue;
    private long _bytes;

    /// <summary>How often a second.</summary>
    public double Rate => count / _seconds;

    public string Line => string.Create(
        CultureInfo.InvariantCulture, $"{name}: {Rate:N0}/s, {1e9 / Rate:N0} ns, {(double)_bytes / count:N0} bytes allocated each");

    public void Take()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var start = Stopwatch.GetTimestamp();
        work(count);
        _seconds = Math.Min(_seconds, Stopwatch.GetElapsedTime(start).TotalSeconds);
        _bytes = GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
