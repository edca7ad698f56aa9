using System.Collections.Immutable;
using Approvals.Domain.Forms;

namespace Approvals.Application.Dictionaries;

/// <summary>Lays what administrators keep over the dictionaries of a package.</summary>
internal static class DictionaryChoices
{
    /// <summary>
    /// The dictionaries of a package on a day: a kept entry gives one of the package's choices another name, or ends it, from its first
    /// day on; a further one stands behind them from its first day on. What has ended stays, marked as such.
    /// </summary>
    public static ImmutableDictionary<string, ImmutableArray<FormOption>> Of(
        IReadOnlyDictionary<string, ImmutableArray<FormOption>> dictionaries, ImmutableArray<DictionaryEntry> kept, DateOnly day)
    {
        var begun = kept.Where(e => e.From <= day).ToLookup(e => e.Dictionary, StringComparer.Ordinal);
        return dictionaries.ToImmutableDictionary(d => d.Key, d => begun.Contains(d.Key) ? Over(d.Value, [.. begun[d.Key]], day) : d.Value, StringComparer.Ordinal);
    }

    private static ImmutableArray<FormOption> Over(ImmutableArray<FormOption> options, ImmutableArray<DictionaryEntry> kept, DateOnly day)
    {
        var byCode = kept.ToDictionary(e => e.Code, StringComparer.Ordinal);
        var own = options.Select(o => o.Value).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. options.Select(o => byCode.TryGetValue(o.Value, out var entry) ? Option(entry, day) : o),
            .. kept.Where(e => !own.Contains(e.Code)).Select(e => Option(e, day)),
        ];
    }

    private static FormOption Option(DictionaryEntry entry, DateOnly day) => new(entry.Code, entry.Name) { HasEnded = entry.To < day };
}
