namespace Approvals.Feel;

/// <summary>A unary test: asks something of the input, which is the value of the nearest frame.</summary>
internal abstract class Test : Node
{
    protected sealed override FeelValue Compute(Frame frame) => Ask(frame.Value, frame);

    /// <summary>True, false, or null where the input cannot be compared.</summary>
    public abstract FeelValue Ask(in FeelValue input, Frame frame);
}

/// <summary><c>-</c>: any input.</summary>
internal sealed class AnyTest : Test
{
    public override bool IsConstant => true;

    public override FeelValue Ask(in FeelValue input, Frame frame) => FeelValue.True;
}

/// <summary>An operator and an endpoint, such as <c>&gt;= 4</c>.</summary>
internal sealed class ComparisonTest(ComparisonOperator comparison, Node endpoint) : Test
{
    public ComparisonOperator Operator => comparison;

    public Node Endpoint => endpoint;

    public override bool IsConstant => endpoint.IsConstant;

    public override FeelValue Ask(in FeelValue input, Frame frame)
    {
        var end = endpoint.Evaluate(frame);
        return Comparing.Compare(comparison, input, end) is { } answer ? FeelValue.Of(answer)
            : input.IsNull ? frame.Evaluation.Fail("feel.inputNull", Place)
            : end.IsNull ? Failure.IsNull(frame, endpoint)
            : frame.Evaluation.Fail("feel.mismatch", Place, ("left", KindNames.Of(input)), ("right", KindNames.Of(end)));
    }
}

/// <summary>
/// An expression as a test (DMN 1.5, 10.3.2.6): where it speaks of <c>?</c> or is a boolean beside another input, its answer;
/// else whether the input equals it, lies in it, or is contained in it.
/// </summary>
internal sealed class ExpressionTest(Node expression, bool usesInput) : Test
{
    public Node Expression => expression;

    public bool UsesInput => usesInput;

    public override bool IsConstant => expression.IsConstant;

    public override FeelValue Ask(in FeelValue input, Frame frame)
    {
        var value = expression.Evaluate(frame);
        if (value.Kind == FeelKind.Boolean && (usesInput || input.Kind != FeelKind.Boolean))
        {
            return input.IsNull && !usesInput ? FeelValue.False : value;
        }

        // A range that could not be made says nothing of the input; null itself is a value like any other.
        return value.IsNull && (usesInput || expression is RangeLiteral or HalfRange) ? FeelValue.Null : Membership.Of(input, value, frame, Place);
    }
}

/// <summary>Whether a value equals, lies in, or is contained in another.</summary>
internal static class Membership
{
    public static FeelValue Of(in FeelValue input, in FeelValue value, Frame frame, Place place)
    {
        switch (value.Kind)
        {
            case FeelKind.List:
                return frame.Evaluation.TakeSteps(value.List.Count, place) ? FeelValue.Of(InList(input, value.List)) : FeelValue.Null;
            case FeelKind.Range when input.Kind != FeelKind.Range:
                return value.Range.Contains(input) is { } inside ? FeelValue.Of(inside)
                    : input.IsNull ? frame.Evaluation.Fail("feel.inputNull", place)
                    : frame.Evaluation.Fail("feel.mismatch", place, ("left", KindNames.Of(input)), ("right", KindNames.Of(value)));
            default:
                return FeelEquality.Equal(input, value) is { } equal
                    ? FeelValue.Of(equal)
                    : frame.Evaluation.Fail("feel.mismatch", place, ("left", KindNames.Of(input)), ("right", KindNames.Of(value)));
        }
    }

    private static bool InList(in FeelValue input, FeelList list)
    {
        foreach (ref readonly var item in list.Items)
        {
            if (FeelEquality.Same(input, item) || (item.Kind == FeelKind.Range && item.Range.Contains(input) == true))
            {
                return true;
            }
        }

        return input.Kind == FeelKind.List && FeelEquality.Same(input, FeelValue.Of(list));
    }
}

/// <summary>Tests of which one must hold, or none when negated.</summary>
internal sealed class AnyOfTests(Test[] tests, bool negated) : Test
{
    public Test[] Tests => tests;

    public bool Negated => negated;

    public override bool IsConstant => Array.TrueForAll(tests, test => test.IsConstant);

    public override FeelValue Ask(in FeelValue input, Frame frame)
    {
        var open = false;
        foreach (var test in tests)
        {
            var answer = test.Ask(input, frame);
            if (answer.IsTrue)
            {
                return FeelValue.Of(!negated);
            }

            open |= answer.IsNull;
        }

        return open ? FeelValue.Null : FeelValue.Of(negated);
    }
}

/// <summary><c>value in (tests)</c>.</summary>
internal sealed class InTests(Node value, Test tests) : Node
{
    public override FeelType? Type => FeelType.Boolean;

    private readonly bool _needsFrame = !tests.IsConstant;

    public Node Value => value;

    public Test Tests => tests;

    protected override FeelValue Compute(Frame frame)
    {
        var input = value.Evaluate(frame);
        return tests.Ask(input, _needsFrame ? frame.Push(input) : frame);
    }
}
