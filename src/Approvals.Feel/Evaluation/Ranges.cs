namespace Approvals.Feel;

/// <summary><c>[a..b]</c> and its open forms; an end that is null and not included makes the range unbounded there.</summary>
internal sealed class RangeLiteral(Node start, bool startIncluded, Node end, bool endIncluded) : Node
{
    protected override FeelValue Compute(Frame frame)
    {
        var from = start.Evaluate(frame);
        var to = end.Evaluate(frame);
        if (from.IsNull && (startIncluded || to.IsNull))
        {
            return Failure.IsNull(frame, start);
        }

        if (to.IsNull && endIncluded)
        {
            return Failure.IsNull(frame, end);
        }

        return FeelOrder.Compare(from.IsNull ? to : from, to.IsNull ? from : to) is not null
            ? FeelValue.Of(new FeelRange(from, startIncluded, to, endIncluded))
            : Failure.Mismatch(frame, Place, start, from, end, to);
    }
}

/// <summary><c>(&gt; 5)</c> as a value: a range that is unbounded on one side.</summary>
internal sealed class HalfRange(ComparisonOperator comparison, Node endpoint) : Node
{
    protected override FeelValue Compute(Frame frame)
    {
        var end = endpoint.Evaluate(frame);
        if (end.IsNull)
        {
            return Failure.IsNull(frame, endpoint);
        }

        return comparison switch
        {
            ComparisonOperator.Equal => FeelValue.Of(new FeelRange(end, true, end, true)),
            ComparisonOperator.Less => FeelValue.Of(new FeelRange(FeelValue.Null, false, end, false)),
            ComparisonOperator.LessOrEqual => FeelValue.Of(new FeelRange(FeelValue.Null, false, end, true)),
            ComparisonOperator.Greater => FeelValue.Of(new FeelRange(end, false, FeelValue.Null, false)),
            ComparisonOperator.GreaterOrEqual => FeelValue.Of(new FeelRange(end, true, FeelValue.Null, false)),
            _ => frame.Evaluation.Fail("feel.notRange", Place),
        };
    }
}

/// <summary>The properties of a range.</summary>
internal static class RangeProperties
{
    public static FeelValue? Get(FeelRange range, string name) => name switch
    {
        "start" => range.Start,
        "end" => range.End,
        "start included" => FeelValue.Of(range.StartIncluded),
        "end included" => FeelValue.Of(range.EndIncluded),
        _ => null,
    };
}
