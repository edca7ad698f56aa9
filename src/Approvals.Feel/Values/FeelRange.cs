namespace Approvals.Feel;

/// <summary>A range of comparable values; an end that is null is unbounded (DMN 1.5, 10.3.2.7).</summary>
/// <param name="Start">The low end; null when unbounded.</param>
/// <param name="StartIncluded">Whether the low end belongs to the range.</param>
/// <param name="End">The high end; null when unbounded.</param>
/// <param name="EndIncluded">Whether the high end belongs to the range.</param>
public sealed record FeelRange(FeelValue Start, bool StartIncluded, FeelValue End, bool EndIncluded)
{
    /// <summary>The kind of value the range is over.</summary>
    public FeelKind Over => Start.IsNull ? End.Kind : Start.Kind;

    /// <summary>Whether a value lies in the range; null when it cannot be compared.</summary>
    internal bool? Contains(in FeelValue value)
    {
        var low = Start.IsNull ? 1 : FeelOrder.Compare(value, Start);
        var high = End.IsNull ? -1 : FeelOrder.Compare(value, End);
        return low is null || high is null || value.IsNull
            ? null
            : (low > 0 || (StartIncluded && low == 0)) && (high < 0 || (EndIncluded && high == 0));
    }
}
