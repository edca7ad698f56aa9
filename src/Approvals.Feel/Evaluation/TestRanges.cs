using System.Collections.Immutable;

namespace Approvals.Feel;

/// <summary>Which values of one kind satisfy unary tests that compare their input with constants alone.</summary>
/// <param name="Ranges">The ranges in which a value satisfies them, single values as ranges of one; none of them is unbounded on both sides.</param>
/// <param name="Negated">Whether instead the values outside all ranges do.</param>
/// <param name="AcceptNull">Whether null satisfies them.</param>
public sealed record FeelAccepted(ImmutableArray<FeelRange> Ranges, bool Negated, bool AcceptNull)
{
    /// <summary>The kind of the values; of a value of another kind this says nothing.</summary>
    public FeelKind Kind => Ranges[0].Over;
}

/// <summary>Finds the ranges that tests accept.</summary>
internal static class TestRanges
{
    /// <summary>Nothing when the tests rest on more than constants of one kind whose values have one order.</summary>
    public static FeelAccepted? Of(Test test, FeelRun run)
    {
        var ranges = ImmutableArray.CreateBuilder<FeelRange>();
        var negated = test is AnyOfTests { Negated: true } or ComparisonTest { Operator: ComparisonOperator.NotEqual };
        if (!Collect(test, ranges, run, inner: false) || ranges.Count == 0 || !HaveOneOrder(ranges))
        {
            return null;
        }

        return new FeelAccepted(ranges.ToImmutable(), negated, new Evaluation(FeelContext.Empty, new FeelRun()).Value(test, FeelValue.Null).IsTrue);
    }

    private static bool Collect(Test test, ImmutableArray<FeelRange>.Builder ranges, FeelRun run, bool inner) => test switch
    {
        ComparisonTest comparison => Value(comparison.Endpoint, run) is { } end && Add(comparison.Operator, end, ranges, inner),
        ExpressionTest { UsesInput: false } expression => Value(expression.Expression, run) is { } value && Add(value, ranges),
        AnyOfTests several when !inner => Array.TrueForAll(several.Tests, one => Collect(one, ranges, run, inner: true)),
        _ => false,
    };

    private static bool Add(ComparisonOperator comparison, in FeelValue end, ImmutableArray<FeelRange>.Builder ranges, bool inner)
    {
        if (end.IsNull || (comparison == ComparisonOperator.NotEqual && inner))
        {
            return false;
        }

        ranges.Add(comparison switch
        {
            ComparisonOperator.Less => new FeelRange(FeelValue.Null, false, end, false),
            ComparisonOperator.LessOrEqual => new FeelRange(FeelValue.Null, false, end, true),
            ComparisonOperator.Greater => new FeelRange(end, false, FeelValue.Null, false),
            ComparisonOperator.GreaterOrEqual => new FeelRange(end, true, FeelValue.Null, false),
            _ => new FeelRange(end, true, end, true),
        });
        return true;
    }

    private static bool Add(in FeelValue value, ImmutableArray<FeelRange>.Builder ranges)
    {
        switch (value.Kind)
        {
            case FeelKind.Range:
                ranges.Add(value.Range);
                return true;
            case FeelKind.List:
                foreach (var item in value.List)
                {
                    if (item.Kind == FeelKind.List || !Add(item, ranges))
                    {
                        return false;
                    }
                }

                return true;
            default:
                ranges.Add(new FeelRange(value, true, value, true));
                return !value.IsNull;
        }
    }

    /// <summary>Values of these kinds can always be compared with each other; times may or may not have an offset.</summary>
    private static bool HaveOneOrder(ImmutableArray<FeelRange>.Builder ranges)
    {
        var kind = ranges[0].Over;
        return kind is FeelKind.Number or FeelKind.String or FeelKind.Date or FeelKind.Boolean or FeelKind.DaysTimeDuration or FeelKind.YearsMonthsDuration &&
            ranges.All(range => IsOf(range.Start, kind) && IsOf(range.End, kind) && !(range.Start.IsNull && range.End.IsNull) &&
                (kind != FeelKind.Boolean || range.Start == range.End));
    }

    private static bool IsOf(in FeelValue end, FeelKind kind) => end.IsNull || end.Kind == kind;

    /// <summary>The value of a part that needs nothing from outside.</summary>
    private static FeelValue? Value(Node node, FeelRun run)
    {
        if (node is Constant constant)
        {
            return constant.Value;
        }

        var before = run.DiagnosticCount;
        var value = new Evaluation(FeelContext.Empty, run).Value(node);
        var isConstant = run.DiagnosticCount == before && !run.IsExhausted;
        run.Forget(before);
        return isConstant ? value : null;
    }
}
