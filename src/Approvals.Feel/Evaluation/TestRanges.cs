using System.Collections.Immutable;

namespace Approvals.Feel;

/// <summary>Which values of one kind satisfy unary tests that compare their input with constants alone.</summary>
/// <param name="Ranges">The ranges in which a value satisfies them, single values as ranges of one; none of them is unbounded on both sides.</param>
/// <param name="Negated">Whether instead the values outside all ranges do.</param>
/// <param name="OfNull">Whether null satisfies them; null where they cannot be asked of it, and say so.</param>
public sealed record FeelAccepted(ImmutableArray<FeelRange> Ranges, bool Negated, bool? OfNull)
{
    /// <summary>The values with which these compare; of others this says nothing.</summary>
    public FeelDomain Domain => FeelDomain.Of(Ranges[0].Start.IsNull ? Ranges[0].End : Ranges[0].Start);
}

/// <summary>Values that can be compared with each other.</summary>
/// <param name="Kind">Their kind.</param>
/// <param name="HasZone">Whether they are times, or dates and times, with an offset or a zone: those without compare only among themselves.</param>
public readonly record struct FeelDomain(FeelKind Kind, bool HasZone)
{
    /// <summary>Where a value belongs.</summary>
    public static FeelDomain Of(in FeelValue value) => new(value.Kind, value.Kind switch
    {
        FeelKind.Time => value.Time.Zone is not null,
        FeelKind.DateTime => value.DateTime.Time.Zone is not null,
        _ => false,
    });
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

        var ofNull = new Evaluation(FeelContext.Empty, new FeelRun()).Value(test, FeelValue.Null);
        return new FeelAccepted(ranges.ToImmutable(), negated, ofNull.IsNull ? null : ofNull.IsTrue);
    }

    /// <summary>The kinds of the constants with which tests compare the input; none when they do anything else.</summary>
    public static IEnumerable<FeelKind> Kinds(Test test, FeelRun run)
    {
        var ranges = ImmutableArray.CreateBuilder<FeelRange>();
        return Collect(test, ranges, run, inner: false) ? ranges.Select(range => range.Over).Distinct() : [];
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

    /// <summary>Values of one domain can always be compared with each other.</summary>
    private static bool HaveOneOrder(ImmutableArray<FeelRange>.Builder ranges)
    {
        var domain = FeelDomain.Of(ranges[0].Start.IsNull ? ranges[0].End : ranges[0].Start);
        return domain.Kind is not (FeelKind.Null or FeelKind.List or FeelKind.Context or FeelKind.Range or FeelKind.Function) &&
            ranges.All(range => IsOf(range.Start, domain) && IsOf(range.End, domain) && !(range.Start.IsNull && range.End.IsNull) &&
                (domain.Kind != FeelKind.Boolean || range.Start == range.End));
    }

    private static bool IsOf(in FeelValue end, FeelDomain domain) => end.IsNull || FeelDomain.Of(end) == domain;

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
