using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Approvals.Application.Policies;

/// <summary>What playing scenarios gave, once for each content: the same files come out the same, and playing them takes its time.</summary>
public sealed class ScenarioResults
{
    private const int Kept = 50;

    private readonly ConcurrentDictionary<string, ImmutableArray<PlayedScenario>> _known = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _order = new();

    /// <summary>What is known of a version's files, or what playing gives.</summary>
    internal async Task<ImmutableArray<PlayedScenario>> OfAsync(ServiceVersion version, Func<Task<ImmutableArray<PlayedScenario>>> play)
    {
        var key = $"{version.ServiceCode} {version.Hash} {version.SharedVersionId:N}";
        if (_known.TryGetValue(key, out var known))
        {
            return known;
        }

        var played = await play();
        if (_known.TryAdd(key, played))
        {
            _order.Enqueue(key);
        }

        while (_known.Count > Kept && _order.TryDequeue(out var oldest))
        {
            _known.TryRemove(oldest, out _);
        }

        return played;
    }
}
