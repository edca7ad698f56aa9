using Approvals.Feel;

namespace Approvals.Decisions;

/// <summary>
/// Cuts the values of a type at the points that a column's cells speak of: into the points themselves, and what lies before,
/// between and after them. Within one piece every cell gives the same answer.
/// </summary>
internal static class PieceValues
{
    private static readonly FeelScope Scope = FeelScope.Of("a", "b");

    private static readonly Ladder Numbers = new("0", ["floor(a) - 1"], ["floor(a) + 1", "(a + b) / 2"], ["ceiling(a) + 1"]);
    private static readonly Ladder Dates = new("@\"2026-01-01\"", ["a - @\"P1D\""], ["a + @\"P1D\""], ["a + @\"P1D\""]);
    private static readonly Ladder DateTimes = new(
        "@\"2026-01-01T00:00:00\"", ["a - @\"P1D\""], ["a + @\"P1D\"", "a + (b - a) / 2"], ["a + @\"P1D\""]);

    private static readonly Ladder Times = new(
        "@\"12:00:00\"", ["a - @\"PT1H\"", "a - @\"PT1S\""], ["a + @\"PT1H\"", "a + (b - a) / 2"], ["a + @\"PT1H\"", "a + @\"PT1S\""]);

    private static readonly Ladder Days = new("@\"P1D\"", ["a - @\"P1D\""], ["a + @\"P1D\"", "(a + b) / 2"], ["a + @\"P1D\""]);
    private static readonly Ladder Months = new("@\"P1M\"", ["a - @\"P1M\""], ["a + @\"P1M\""], ["a + @\"P1M\""]);
    private static readonly Ladder Texts = new("\"other\"", ["\"\""], ["a + \"a\"", "a + \" \"", "a + \"\\u0001\""], ["a + \"a\""]);

    /// <summary>A value of each piece, in order; nothing when the points have no order among them.</summary>
    public static List<FeelValue>? Of(FeelKind kind, IEnumerable<FeelValue> points, bool ordered)
    {
        var distinct = points.Where(point => point.Kind == kind).Distinct().ToList();
        if (kind == FeelKind.Boolean)
        {
            return [FeelValue.True, FeelValue.False];
        }

        if (distinct.Exists(point => FeelOrder.Compare(point, distinct[0]) is null))
        {
            return null;
        }

        distinct.Sort((left, right) => FeelOrder.Compare(left, right)!.Value);
        if (kind == FeelKind.String && !ordered)
        {
            return [.. distinct, Other(distinct)];
        }

        return Ladders(kind).Climb(distinct);
    }

    /// <summary>Any value of a kind, to show in an example where it does not matter.</summary>
    public static FeelValue Sample(FeelKind kind) => kind == FeelKind.Boolean ? FeelValue.False : Ladders(kind).Climb([])[0];

    private static FeelValue Other(List<FeelValue> taken)
    {
        for (var number = 1; ; number++)
        {
            var other = FeelValue.Of(number == 1 ? "other" : $"other {number}");
            if (!taken.Contains(other))
            {
                return other;
            }
        }
    }

    private static Ladder Ladders(FeelKind kind) => kind switch
    {
        FeelKind.Number => Numbers,
        FeelKind.Date => Dates,
        FeelKind.DateTime => DateTimes,
        FeelKind.Time => Times,
        FeelKind.DaysTimeDuration => Days,
        FeelKind.YearsMonthsDuration => Months,
        _ => Texts,
    };

    /// <summary>How values before, between and after points are found: the first expression whose value really lies there.</summary>
    private sealed class Ladder(string sample, string[] before, string[] between, string[] after)
    {
        private readonly FeelExpression _sample = Compiled(sample);
        private readonly FeelExpression[] _before = Array.ConvertAll(before, Compiled);
        private readonly FeelExpression[] _between = Array.ConvertAll(between, Compiled);
        private readonly FeelExpression[] _after = Array.ConvertAll(after, Compiled);

        public List<FeelValue> Climb(List<FeelValue> points)
        {
            if (points.Count == 0)
            {
                return [_sample.Evaluate(FeelContext.Empty).Value];
            }

            var pieces = new List<FeelValue>();
            Add(pieces, _before, FeelValue.Null, points[0], points[0]);
            for (var i = 0; i < points.Count; i++)
            {
                pieces.Add(points[i]);
                var next = i + 1 < points.Count ? points[i + 1] : FeelValue.Null;
                Add(pieces, next.IsNull ? _after : _between, points[i], next, points[i]);
            }

            return pieces;
        }

        private static FeelExpression Compiled(string text) => FeelExpression.Compile(text, Scope).Value;

        /// <summary>Nothing is added where there is no value, as between two days that follow each other.</summary>
        private static void Add(List<FeelValue> pieces, FeelExpression[] candidates, FeelValue low, FeelValue high, FeelValue from)
        {
            var context = FeelContext.Of(("a", from), ("b", high));
            foreach (var candidate in candidates)
            {
                var value = candidate.Evaluate(context).Value;
                if (!value.IsNull && (low.IsNull || FeelOrder.Compare(value, low) > 0) && (high.IsNull || FeelOrder.Compare(value, high) < 0))
                {
                    pieces.Add(value);
                    return;
                }
            }
        }
    }
}
