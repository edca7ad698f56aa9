using System.Collections.Concurrent;
using System.Globalization;

namespace Approvals.Bench.Load;

/// <summary>What the clerks did, by the minute.</summary>
internal sealed class LoadFigures
{
    private readonly ConcurrentBag<(TimeSpan At, double Read, double Act)> _done = [];
    private readonly ConcurrentDictionary<string, int> _failed = new(StringComparer.Ordinal);

    /// <summary>A task was done: when it was begun, when its page was there, when it was completed.</summary>
    public void Done(TimeSpan begin, TimeSpan read, TimeSpan acted) =>
        _done.Add((acted, (read - begin).TotalMilliseconds, (acted - read).TotalMilliseconds));

    public void Failed(string why) => _failed.AddOrUpdate(why, 1, (_, n) => n + 1);

    /// <summary>Rates and latencies of the whole and of each minute.</summary>
    public IEnumerable<string> Lines(TimeSpan length)
    {
        yield return Line("whole", _done, length);
        var minutes = (int)Math.Ceiling(length.TotalMinutes);
        for (var minute = 0; minute < minutes && minutes > 1; minute++)
        {
            var (from, to) = (TimeSpan.FromMinutes(minute), TimeSpan.FromMinutes(Math.Min(minute + 1, length.TotalMinutes)));
            yield return Line($"minute {minute + 1}", _done.Where(d => d.At >= from && d.At < to), to - from);
        }

        foreach (var (why, count) in _failed)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"not done: {why}: {count}");
        }
    }

    private static string Line(string name, IEnumerable<(TimeSpan At, double Read, double Act)> some, TimeSpan length)
    {
        var done = some.ToList();
        return string.Create(CultureInfo.InvariantCulture, $"{name}: {done.Count} tasks, {done.Count / length.TotalSeconds:F1} tasks/s; inbox {Spread(done.Select(d => d.Read))}; act {Spread(done.Select(d => d.Act))}");
    }

    private static string Spread(IEnumerable<double> times)
    {
        var sorted = times.Order().ToArray();
        return sorted.Length == 0 ? "-" : string.Create(CultureInfo.InvariantCulture,
            $"p50 {sorted[sorted.Length / 2]:F0} p95 {sorted[sorted.Length * 95 / 100]:F0} p99 {sorted[sorted.Length * 99 / 100]:F0} ms");
    }
}
