namespace Approvals.Feel;

/// <summary>Conjunction or disjunction of two or more operands in three-valued logic (DMN 1.5, 10.3.2.3, tables 50 and 51).</summary>
/// <param name="operands">The operands in order.</param>
/// <param name="decisive">The operand that decides whatever the others are: true for <c>or</c>, false for <c>and</c>.</param>
internal sealed class Junction(Node[] operands, bool decisive) : Node
{
    public Node[] Operands => operands;

    public override FeelType? Type => FeelType.Boolean;

    protected override FeelValue Compute(Frame frame)
    {
        var undecided = -1;
        var found = FeelValue.Null;
        for (var i = 0; i < operands.Length; i++)
        {
            var value = operands[i].Evaluate(frame);
            if (value.Kind != FeelKind.Boolean)
            {
                (undecided, found) = undecided < 0 ? (i, value) : (undecided, found);
            }
            else if (value.Boolean == decisive)
            {
                return value;
            }
        }

        return undecided < 0 ? FeelValue.Of(!decisive) : Failure.NotBoolean(frame, operands[undecided], found);
    }
}

/// <summary>Diagnostics that several nodes give.</summary>
internal static class Failure
{
    public static FeelValue NotBoolean(Frame frame, Node operand, in FeelValue value) => value.IsNull
        ? IsNull(frame, operand)
        : frame.Evaluation.Fail("feel.notBoolean", operand.Place, ("kind", KindNames.Of(value)));

    public static FeelValue IsNull(Frame frame, Node operand) => frame.Evaluation.Fail("feel.isNull", operand.Place);

    /// <summary>Two operands that do not go together under an operator.</summary>
    public static FeelValue Mismatch(Frame frame, Place place, Node left, in FeelValue leftValue, Node right, in FeelValue rightValue) =>
        leftValue.IsNull ? IsNull(frame, left)
        : rightValue.IsNull ? IsNull(frame, right)
        : frame.Evaluation.Fail("feel.mismatch", place, ("left", KindNames.Of(leftValue)), ("right", KindNames.Of(rightValue)));
}

/// <summary>The names of the types of values, as FEEL spells them.</summary>
public static class KindNames
{
    /// <summary>The name of a value's type.</summary>
    public static string Of(in FeelValue value) => Of(value.Kind);

    /// <summary>The name of a kind's type.</summary>
    public static string Of(FeelKind kind) => kind switch
    {
        FeelKind.Null => "null",
        FeelKind.Boolean => "boolean",
        FeelKind.Number => "number",
        FeelKind.String => "string",
        FeelKind.List => "list",
        FeelKind.Context => "context",
        FeelKind.Range => "range",
        FeelKind.Function => "function",
        _ => TemporalNames.Of(kind),
    };
}
