namespace Approvals.Feel;

/// <summary>Operands joined by arithmetic operators of one rank, worked from left to right without recursion.</summary>
internal sealed class ArithmeticChain(Node[] operands, char[] operators) : Node
{
    /// <summary>Numbers give a number, strings a string; the rest is not told.</summary>
    public override FeelType? Type { get; init; } = Common(operands);

    protected override FeelValue Compute(Frame frame)
    {
        var result = operands[0].Evaluate(frame);
        for (var i = 0; i < operators.Length; i++)
        {
            var right = operands[i + 1].Evaluate(frame);
            var next = Apply(frame, operators[i], result, right);
            if (next.IsNull)
            {
                return Explain(frame, i, result, right);
            }

            result = next;
        }

        return result;
    }

    private static FeelType? Common(Node[] operands)
    {
        var type = operands[0].Type;
        return type is { Form: FeelTypeForm.Number or FeelTypeForm.String } && Array.TrueForAll(operands, operand => operand.Type?.Form == type.Form) ? type : null;
    }

    private FeelValue Apply(Frame frame, char sign, in FeelValue left, in FeelValue right)
    {
        if (left.Kind == FeelKind.Number && right.Kind == FeelKind.Number)
        {
            return NumberArithmetic.Apply(sign, left.Number, right.Number);
        }

        return left.Kind == FeelKind.String && right.Kind == FeelKind.String && sign == '+'
            ? frame.Evaluation.Text(left.String + right.String, Place)
            : TemporalArithmetic.Apply(sign, left, right);
    }

    private FeelValue Explain(Frame frame, int at, in FeelValue left, in FeelValue right)
    {
        if (left.Kind == FeelKind.Number && right.Kind == FeelKind.Number)
        {
            return frame.Evaluation.Fail(operators[at] == '/' && right.Number == 0 ? "feel.divisionByZero" : "feel.overflow", Place);
        }

        return TemporalArithmetic.Supports(operators[at], left.Kind, right.Kind)
            ? frame.Evaluation.Fail("feel.overflow", Place)
            : Failure.Mismatch(frame, Place, at == 0 ? operands[0] : this, left, operands[at + 1], right);
    }
}

/// <summary><c>-x</c>.</summary>
internal sealed class Negation(Node operand) : Node
{
    public Node Operand => operand;

    protected override FeelValue Compute(Frame frame)
    {
        var value = operand.Evaluate(frame);
        return value.Kind switch
        {
            FeelKind.Number => FeelValue.Of(-value.Number),
            FeelKind.DaysTimeDuration => FeelValue.OfSeconds(-value.Seconds),
            FeelKind.YearsMonthsDuration => FeelValue.OfMonths(-value.Months),
            FeelKind.Null => Failure.IsNull(frame, operand),
            _ => frame.Evaluation.Fail("feel.notNumber", operand.Place, ("kind", KindNames.Of(value))),
        };
    }
}
