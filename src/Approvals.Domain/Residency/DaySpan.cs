namespace Approvals.Domain.Residency;

/// <summary>Days one after the other, both ends included.</summary>
public readonly record struct DaySpan : IComparable<DaySpan>
{
    /// <exception cref="ArgumentException">It ends before it begins.</exception>
    public DaySpan(DateOnly from, DateOnly to)
    {
        if (to < from)
        {
            throw new ArgumentException($"{to:yyyy-MM-dd} is before {from:yyyy-MM-dd}.", nameof(to));
        }

        (From, To) = (from, to);
    }

    public DateOnly From { get; }

    public DateOnly To { get; }

    /// <summary>How many days there are.</summary>
    public int Days => To.DayNumber - From.DayNumber + 1;

    /// <summary>The days of a year.</summary>
    public static DaySpan Year(int year) => new(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));

    /// <summary>The days of a month.</summary>
    public static DaySpan Month(int year, int month) => new(new DateOnly(year, month, 1), new DateOnly(year, month, DateTime.DaysInMonth(year, month)));

    /// <summary>Whether a day is one of them.</summary>
    public bool Contains(DateOnly day) => From <= day && day <= To;

    /// <summary>The days that are in both; null when there are none.</summary>
    public DaySpan? And(DaySpan other)
    {
        var (from, to) = (From > other.From ? From : other.From, To < other.To ? To : other.To);
        return from <= to ? new DaySpan(from, to) : null;
    }

    /// <summary>By the first day, then by the last.</summary>
    public int CompareTo(DaySpan other) => From != other.From ? From.CompareTo(other.From) : To.CompareTo(other.To);

    public static bool operator <(DaySpan left, DaySpan right) => left.CompareTo(right) < 0;

    public static bool operator <=(DaySpan left, DaySpan right) => left.CompareTo(right) <= 0;

    public static bool operator >(DaySpan left, DaySpan right) => left.CompareTo(right) > 0;

    public static bool operator >=(DaySpan left, DaySpan right) => left.CompareTo(right) >= 0;
}
