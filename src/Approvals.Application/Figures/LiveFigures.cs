using System.Collections.Concurrent;

namespace Approvals.Application.Figures;

/// <summary>The figures of days that are not kept yet, for a moment: everybody who looks within it shares one count.</summary>
public sealed class LiveFigures(TimeProvider clock)
{
    private const int MostDays = 10;
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<DateOnly, (DateTimeOffset At, DayFigures Figures)> _known = new();

    internal async Task<DayFigures> OfAsync(DateOnly day, Func<Task<DayFigures>> count)
    {
        var now = clock.GetUtcNow();
        if (_known.TryGetValue(day, out var known) && now - known.At is { } age && age >= TimeSpan.Zero && age < Fresh)
        {
            return known.Figures;
        }

        var figures = await count();
        if (_known.Count >= MostDays)
        {
            _known.Clear();
        }

        _known[day] = (now, figures);
        return figures;
    }
}
