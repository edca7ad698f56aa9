namespace Approvals.Feel;

/// <summary>The order of values of one kind (DMN 1.5, 10.3.2.5); null where they cannot be compared.</summary>
public static class FeelOrder
{
    /// <summary>Below zero when the left value comes first, zero when they are alike, above zero when it comes last; null when they have no order.</summary>
    public static int? Compare(in FeelValue left, in FeelValue right) => left.Kind != right.Kind ? null : left.Kind switch
    {
        FeelKind.Number or FeelKind.DaysTimeDuration => left.Number.CompareTo(right.Number),
        FeelKind.String => Compare(left.String, right.String),
        FeelKind.Date => left.Date.EpochDays.CompareTo(right.Date.EpochDays),
        FeelKind.Time => Compare(left.Time, right.Time),
        FeelKind.DateTime => Compare(left.DateTime, right.DateTime),
        FeelKind.YearsMonthsDuration => left.Months.CompareTo(right.Months),
        _ => null,
    };

    /// <summary>A local time and one with an offset cannot be compared.</summary>
    internal static int? Compare(CivilTime left, CivilTime right) =>
        left.Zone is null != right.Zone is null ? null : left.WholeInstant.CompareTo(right.WholeInstant);

    /// <summary>A local date and time and one with an offset cannot be compared.</summary>
    internal static int? Compare(CivilDateTime left, CivilDateTime right) =>
        left.Time.Zone is null != right.Time.Zone is null ? null : left.WholeSeconds.CompareTo(right.WholeSeconds);

    /// <summary>By code points: a pair of surrogates stands above every other character.</summary>
    internal static int Compare(string left, string right)
    {
        var shorter = Math.Min(left.Length, right.Length);
        for (var i = 0; i < shorter; i++)
        {
            if (left[i] != right[i])
            {
                var leftPair = char.IsSurrogate(left[i]);
                return leftPair != char.IsSurrogate(right[i]) ? (leftPair ? 1 : -1) : left[i].CompareTo(right[i]);
            }
        }

        return left.Length.CompareTo(right.Length);
    }
}
