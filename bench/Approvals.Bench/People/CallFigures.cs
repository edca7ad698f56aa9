using System.Collections.Concurrent;
using System.Globalization;

namespace Approvals.Bench.People;

/// <summary>How long the calls of pages took, by name, and what failed.</summary>
internal sealed class CallFigures
{
    private readonly ConcurrentDictionary<string, ConcurrentBag<double>> _done = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _failed = new(StringComparer.Ordinal);

    public int Errors => _failed.Values.Sum();

    public void Done(string name, TimeSpan time) => _done.GetOrAdd(name, _ => []).Add(time.TotalMilliseconds);

    public void Failed(string why) => _failed.AddOrUpdate(why, 1, (_, n) => n + 1);

    /// <summary>One line a call, all of them together first, then what failed.</summary>
    public IEnumerable<string> Lines(TimeSpan length)
    {
        yield return Line("all calls", [.. _done.Values.SelectMany(d => d)], length);
        foreach (var (name, times) in _done.OrderBy(d => d.Key, StringComparer.Ordinal))
        {
            yield return Line(name, [.. times], length);
        }

        yield return string.Create(CultureInfo.InvariantCulture, $"errors: {Errors}");
        foreach (var (why, count) in _failed)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"  {why}: {count}");
        }
    }

    private static string Line(string name, double[] times, TimeSpan length)
    {
        Array.Sort(times);
        return times.Length == 0 ? $"{name}: none" : string.Create(CultureInfo.InvariantCulture,
            $"{name}: {times.Length} ({times.Length / length.TotalSeconds:F1}/s), p50 {times[times.Length / 2]:F0} p95 {times[times.Length * 95 / 100]:F0} p99 {times[times.Length * 99 / 100]:F0} ms");
    }
}
