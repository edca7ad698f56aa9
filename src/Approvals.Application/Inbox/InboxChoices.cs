using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Approvals.Application.Inbox;

/// <summary>What a task of an inbox may be filtered by.</summary>
internal sealed record InboxChoice(string ServiceCode, LocalText ServiceName, string ActivityId, LocalText StepName, string RegionCode);

/// <summary>
/// The choices of long inboxes, for a moment: they are gathered from a thousand tasks each time somebody looks, and what one
/// task more or less adds to so many changes seldom. Those of a short inbox are always read.
/// </summary>
public sealed class InboxChoices(TimeProvider clock)
{
    /// <summary>From how many tasks on an inbox is long.</summary>
    internal const int Long = 200;

    private const int MostReaders = 2_000;
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<Guid, (DateTimeOffset At, ImmutableArray<InboxChoice> Choices)> _known = new();

    /// <summary>The choices of a reader with so many tasks.</summary>
    internal async Task<ImmutableArray<InboxChoice>> OfAsync(Guid reader, int tasks, Func<Task<ImmutableArray<InboxChoice>>> read)
    {
        var now = clock.GetUtcNow();
        if (tasks >= Long && _known.TryGetValue(reader, out var known) && now - known.At is { } age && age >= TimeSpan.Zero && age < Fresh)
        {
            return known.Choices;
        }

        var choices = await read();
        if (tasks >= Long)
        {
            Remember(reader, now, choices);
        }

        return choices;
    }

    private void Remember(Guid reader, DateTimeOffset now, ImmutableArray<InboxChoice> choices)
    {
        if (_known.Count >= MostReaders)
        {
            _known.Clear();
        }

        _known[reader] = (now, choices);
    }
}
