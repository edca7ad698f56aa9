namespace Approvals.Feel;

/// <summary>The comparison operators.</summary>
internal enum ComparisonOperator : byte
{
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

/// <summary>Comparing values by an operator.</summary>
internal static class Comparing
{
    public static bool? Compare(ComparisonOperator comparison, in FeelValue left, in FeelValue right) => comparison switch
    {
        ComparisonOperator.Equal => FeelEquality.Equal(left, right),
        ComparisonOperator.NotEqual => !FeelEquality.Equal(left, right),
        _ => Satisfies(comparison, FeelOrder.Compare(left, right)),
    };

    public static string Sign(ComparisonOperator comparison) => comparison switch
    {
        ComparisonOperator.Equal => "=",
        ComparisonOperator.NotEqual => "!=",
        ComparisonOperator.Less => "<",
        ComparisonOperator.LessOrEqual => "<=",
        ComparisonOperator.Greater => ">",
        _ => ">=",
    };

    private static bool? Satisfies(ComparisonOperator comparison, int? order) => order is null ? null : comparison switch
    {
        ComparisonOperator.Less => order < 0,
        ComparisonOperator.LessOrEqual => order <= 0,
        ComparisonOperator.Greater => order > 0,
        _ => order >= 0,
    };
}

/// <summary>Two operands compared.</summary>
internal sealed class Comparison(ComparisonOperator comparison, Node left, Node right) : Node
{
    public Node Left => left;

    public Node Right => right;

    public override FeelType? Type => FeelType.Boolean;

    protected override FeelValue Compute(Frame frame)
    {
        var leftValue = left.Evaluate(frame);
        var rightValue = right.Evaluate(frame);
        return Comparing.Compare(comparison, leftValue, rightValue) is { } answer
            ? FeelValue.Of(answer)
            : Failure.Mismatch(frame, Place, left, leftValue, right, rightValue);
    }
}

/// <summary><c>value between low and high</c>, both ends included.</summary>
internal sealed class Between(Node value, Node low, Node high) : Node
{
    public Node Value => value;

    public Node Low => low;

    public Node High => high;

    public override FeelType? Type => FeelType.Boolean;

    protected override FeelValue Compute(Frame frame)
    {
        var middle = value.Evaluate(frame);
        var from = low.Evaluate(frame);
        var to = high.Evaluate(frame);
        var aboveLow = Comparing.Compare(ComparisonOperator.GreaterOrEqual, middle, from);
        var belowHigh = Comparing.Compare(ComparisonOperator.LessOrEqual, middle, to);
        return (aboveLow & belowHigh) is { } answer ? FeelValue.Of(answer)
            : aboveLow is null ? Failure.Mismatch(frame, Place, value, middle, low, from)
            : Failure.Mismatch(frame, Place, value, middle, high, to);
    }
}
