namespace Approvals.Feel;

/// <summary>The relations between points and ranges (DMN 1.5, 10.3.4.9, table 78).</summary>
internal static class RangeFunctions
{
    private delegate bool? PointRelation(in FeelValue left, in FeelValue right);

    public static readonly Builtin[] All =
    [
        Relation("before", Before),
        Relation("after", static (in FeelValue left, in FeelValue right) => Before(right, left)),
        Ranges("meets", static (left, right) => Meets(left, right)),
        Ranges("met by", static (left, right) => Meets(right, left)),
        Ranges("overlaps", static (left, right) => Overlaps(left, right)),
        Ranges("overlaps before", static (left, right) => OverlapsBefore(left, right)),
        Ranges("overlaps after", static (left, right) => OverlapsBefore(right, left)),
        PointFirst("finishes", Finishes),
        RangeFirst("finished by", static (in FeelValue left, in FeelValue right) => Finishes(right, left)),
        RangeFirst("includes", Includes),
        PointFirst("during", static (in FeelValue left, in FeelValue right) => Includes(right, left)),
        PointFirst("starts", Starts),
        RangeFirst("started by", static (in FeelValue left, in FeelValue right) => Starts(right, left)),
        Relation("coincides", Coincides),
    ];

    /// <summary>A relation between points and ranges in either place; by name, what is written first stands first.</summary>
    private static Builtin Relation(string name, PointRelation relation) => new(
        name,
        With("point1: any, point2: any", relation),
        With("point: any, range: any", relation, inOrder: true),
        With("range: any, point: any", relation, inOrder: true),
        With("range1: any, range2: any", relation));

    /// <summary>A relation whose first operand may be a point.</summary>
    private static Builtin PointFirst(string name, PointRelation relation) =>
        new(name, With("point: any, range: any", relation), With("range1: any, range2: any", relation));

    /// <summary>A relation whose second operand may be a point.</summary>
    private static Builtin RangeFirst(string name, PointRelation relation) =>
        new(name, With("range: any, point: any", relation), With("range1: any, range2: any", relation));

    private static Signature With(string parameters, PointRelation relation, bool inOrder = false) =>
        new(parameters, (in Call call) => Answer(call, relation(call[0], call[1]))) { InOrder = inOrder };

    private static Builtin Ranges(string name, Func<FeelRange, FeelRange, bool?> relation) => new(
        name, new Signature("range1: range, range2: range", (in Call call) => Answer(call, relation(call[0].Range, call[1].Range))));

    private static FeelValue Answer(in Call call, bool? answer) =>
        answer is { } known ? FeelValue.Of(known) : call.Fail("feel.mismatch", ("left", KindNames.Of(call[0])), ("right", KindNames.Of(call[1])));

    /// <summary>A point as the range that holds only it; nothing for a value without an order.</summary>
    private static FeelRange? AsRange(in FeelValue value) => value.Kind == FeelKind.Range ? value.Range
        : FeelOrder.Compare(value, value) is null ? null
        : new FeelRange(value, true, value, true);

    private static bool? Before(in FeelValue left, in FeelValue right) =>
        AsRange(left) is { } first && AsRange(right) is { } second ? RangeEnds.EndsBefore(first, second) : null;

    private static bool? Meets(FeelRange left, FeelRange right) =>
        left.EndIncluded && right.StartIncluded ? RangeEnds.Compare(left.End, right.Start) == 0 : RangeEnds.Comparable(left, right) ? false : null;

    private static bool? Overlaps(FeelRange left, FeelRange right) =>
        RangeEnds.EndsBefore(left, right) is { } before && RangeEnds.EndsBefore(right, left) is { } after ? !before && !after : null;

    /// <summary>The first starts before the second, and ends inside it or with it.</summary>
    private static bool? OverlapsBefore(FeelRange left, FeelRange right)
    {
        var starts = RangeEnds.CompareStarts(left, right);
        var ends = RangeEnds.CompareEnds(left, right);
        return starts is null || ends is null ? null : starts < 0 && ends <= 0 && RangeEnds.EndsBefore(left, right) == false;
    }

    private static bool? Finishes(in FeelValue left, in FeelValue right)
    {
        if (right.Kind != FeelKind.Range || AsRange(left) is not { } first)
        {
            return null;
        }

        var ends = RangeEnds.CompareEnds(first, right.Range);
        return left.Kind != FeelKind.Range ? ends is null ? null : ends == 0 : RangeEnds.CompareStarts(first, right.Range) is not { } starts ? null : starts >= 0 && ends == 0;
    }

    private static bool? Starts(in FeelValue left, in FeelValue right)
    {
        if (right.Kind != FeelKind.Range || AsRange(left) is not { } first)
        {
            return null;
        }

        var starts = RangeEnds.CompareStarts(first, right.Range);
        return left.Kind != FeelKind.Range ? starts is null ? null : starts == 0 : RangeEnds.CompareEnds(first, right.Range) is not { } ends ? null : starts == 0 && ends <= 0;
    }

    private static bool? Includes(in FeelValue left, in FeelValue right) =>
        left.Kind == FeelKind.Range && AsRange(right) is { } second &&
        RangeEnds.CompareStarts(left.Range, second) is { } starts && RangeEnds.CompareEnds(left.Range, second) is { } ends
            ? starts <= 0 && ends >= 0
            : null;

    private static bool? Coincides(in FeelValue left, in FeelValue right)
    {
        if (left.Kind == FeelKind.Range != (right.Kind == FeelKind.Range) || AsRange(left) is not { } first || AsRange(right) is not { } second)
        {
            return null;
        }

        return RangeEnds.CompareStarts(first, second) is { } starts && RangeEnds.CompareEnds(first, second) is { } ends ? starts == 0 && ends == 0 : null;
    }
}

/// <summary>The order of the ends of ranges; an unbounded end lies beyond every value.</summary>
internal static class RangeEnds
{
    public static int? Compare(in FeelValue left, in FeelValue right) => left.IsNull || right.IsNull ? null : FeelOrder.Compare(left, right);

    public static bool Comparable(FeelRange left, FeelRange right) => left.Over == right.Over;

    /// <summary>Whether everything in the first lies before everything in the second.</summary>
    public static bool? EndsBefore(FeelRange first, FeelRange second)
    {
        if (!Comparable(first, second))
        {
            return null;
        }

        if (first.End.IsNull || second.Start.IsNull)
        {
            return false;
        }

        return FeelOrder.Compare(first.End, second.Start) is not { } order ? null : order < 0 || (order == 0 && !(first.EndIncluded && second.StartIncluded));
    }

    /// <summary>Which range starts first: an included end starts before an excluded one of the same value.</summary>
    public static int? CompareStarts(FeelRange left, FeelRange right) => !Comparable(left, right) ? null
        : left.Start.IsNull || right.Start.IsNull ? (right.Start.IsNull ? 1 : 0) - (left.Start.IsNull ? 1 : 0)
        : FeelOrder.Compare(left.Start, right.Start) is not { } order ? null
        : order != 0 ? order : (right.StartIncluded ? 1 : 0) - (left.StartIncluded ? 1 : 0);

    /// <summary>Which range ends first: an excluded end ends before an included one of the same value.</summary>
    public static int? CompareEnds(FeelRange left, FeelRange right) => !Comparable(left, right) ? null
        : left.End.IsNull || right.End.IsNull ? (left.End.IsNull ? 1 : 0) - (right.End.IsNull ? 1 : 0)
        : FeelOrder.Compare(left.End, right.End) is not { } order ? null
        : order != 0 ? order : (left.EndIncluded ? 1 : 0) - (right.EndIncluded ? 1 : 0);
}
