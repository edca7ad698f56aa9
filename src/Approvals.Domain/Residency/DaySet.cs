namespace Approvals.Domain.Residency;

/// <summary>A set of days as ranges: in order, apart from each other, never day by day.</summary>
public sealed class DaySet : IEquatable<DaySet>
{
    private DaySet(ImmutableArray<DaySpan> ranges) => Ranges = ranges;

    /// <summary>No days.</summary>
    public static DaySet None { get; } = new([]);

    /// <summary>The ranges, in order; between two of them lies at least one day.</summary>
    public ImmutableArray<DaySpan> Ranges { get; }

    /// <summary>How many days there are.</summary>
    public int Count
    {
        get
        {
            var count = 0;
            foreach (var range in Ranges)
            {
                count += range.Days;
            }

            return count;
        }
    }

    /// <summary>The days of ranges in any order, however they overlap.</summary>
    public static DaySet Of(params IEnumerable<DaySpan> ranges)
    {
        DaySpan[] sorted = [.. ranges];
        if (sorted.Length == 0)
        {
            return None;
        }

        Array.Sort(sorted);
        var (merged, current) = (ImmutableArray.CreateBuilder<DaySpan>(sorted.Length), sorted[0]);
        foreach (var next in sorted.AsSpan(1))
        {
            if (next.From.DayNumber > current.To.DayNumber + 1)
            {
                merged.Add(current);
                current = next;
            }
            else if (next.To > current.To)
            {
                current = new DaySpan(current.From, next.To);
            }
        }

        merged.Add(current);
        return new DaySet(merged.DrainToImmutable());
    }

    /// <summary>Whether a day is in it.</summary>
    public bool Contains(DateOnly day)
    {
        var (low, high) = (0, Ranges.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (Ranges[middle].Contains(day)) return true;
            (low, high) = day < Ranges[middle].From ? (low, middle - 1) : (middle + 1, high);
        }

        return false;
    }

    /// <summary>The days of either.</summary>
    public DaySet Or(DaySet other) => Ranges.IsEmpty ? other : other.Ranges.IsEmpty ? this : Of(Ranges.Concat(other.Ranges));

    /// <summary>The days of both.</summary>
    public DaySet And(DaySet other)
    {
        var both = ImmutableArray.CreateBuilder<DaySpan>();
        for (var (i, j) = (0, 0); i < Ranges.Length && j < other.Ranges.Length;)
        {
            if (Ranges[i].And(other.Ranges[j]) is { } days)
            {
                both.Add(days);
            }

            if (Ranges[i].To < other.Ranges[j].To) i++;
            else j++;
        }

        return new DaySet(both.DrainToImmutable());
    }

    /// <summary>The days of this one that the other has not.</summary>
    public DaySet Without(DaySet other)
    {
        var left = ImmutableArray.CreateBuilder<DaySpan>();
        var at = 0;
        foreach (var range in Ranges)
        {
            var from = range.From;
            while (at < other.Ranges.Length && other.Ranges[at].To < from) at++;
            for (var i = at; i < other.Ranges.Length && other.Ranges[i].From <= range.To && from <= range.To; i++)
            {
                if (other.Ranges[i].From > from)
                {
                    left.Add(new DaySpan(from, other.Ranges[i].From.AddDays(-1)));
                }

                from = other.Ranges[i].To.AddDays(1);
            }

            if (from <= range.To)
            {
                left.Add(new DaySpan(from, range.To));
            }
        }

        return new DaySet(left.DrainToImmutable());
    }

    public bool Equals(DaySet? other) => other is not null && Ranges.AsSpan().SequenceEqual(other.Ranges.AsSpan());

    public override bool Equals(object? obj) => Equals(obj as DaySet);

    public override int GetHashCode() => Ranges.Length == 0 ? 0 : HashCode.Combine(Ranges.Length, Ranges[0], Ranges[^1]);

    public override string ToString() => string.Join(", ", Ranges.Select(r => $"{r.From:yyyy-MM-dd}..{r.To:yyyy-MM-dd}"));
}
