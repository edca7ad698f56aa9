namespace Approvals.Domain.Studio.Merge;

/// <summary>Brings two changes of a sequence together where they lie apart.</summary>
internal static class LineMerge
{
    /// <summary>The sequence with both changes; null when both changed the same place.</summary>
    internal static IReadOnlyList<string>? Merge(IReadOnlyList<string> old, IReadOnlyList<string> mine, IReadOnlyList<string> theirs)
    {
        var (a, b) = (Sequences.Changes(old, mine), Sequences.Changes(old, theirs));
        List<string> merged = [];
        var (at, i, j) = (0, 0, 0);
        while (i < a.Count || j < b.Count)
        {
            var isMine = j >= b.Count || (i < a.Count && (a[i].From, a[i].Count).CompareTo((b[j].From, b[j].Count)) <= 0);
            var (change, text) = isMine ? (a[i], mine) : (b[j], theirs);
            var (other, otherText) = isMine ? (j < b.Count ? b[j] : null, theirs) : (i < a.Count ? a[i] : null, mine);
            var both = other is not null && Equal(change, text, other, otherText);
            if (!both && other is not null && Overlap(change, other))
            {
                return null;
            }

            merged.AddRange(old.Skip(at).Take(change.From - at));
            merged.AddRange(text.Skip(change.With).Take(change.WithCount));
            at = change.From + change.Count;
            (i, j) = both ? (i + 1, j + 1) : isMine ? (i + 1, j) : (i, j + 1);
        }

        merged.AddRange(old.Skip(at));
        return merged;
    }

    /// <summary>An addition at the edge of what another takes out lies apart; so do two at one place: which comes first is no matter of meaning.</summary>
    private static bool Overlap(SequenceChange one, SequenceChange other) => one.Count == 0 || other.Count == 0
        ? Inside(one, other) || Inside(other, one)
        : one.From < other.From + other.Count && other.From < one.From + one.Count;

    private static bool Inside(SequenceChange addition, SequenceChange other) =>
        addition.Count == 0 && addition.From > other.From && addition.From < other.From + other.Count;

    private static bool Equal(SequenceChange one, IReadOnlyList<string> some, SequenceChange other, IReadOnlyList<string> others) =>
        one.From == other.From && one.Count == other.Count
        && some.Skip(one.With).Take(one.WithCount).SequenceEqual(others.Skip(other.With).Take(other.WithCount), StringComparer.Ordinal);
}
