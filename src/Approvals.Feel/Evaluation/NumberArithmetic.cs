namespace Approvals.Feel;

/// <summary>Arithmetic of numbers (DMN 1.5, 10.3.2.3.1); null where there is no result within the bounds of a decimal.</summary>
internal static class NumberArithmetic
{
    public static FeelValue Apply(char sign, decimal left, decimal right) => sign switch
    {
        '+' => Add(left, right),
        '-' => Add(left, -right),
        '*' => Multiply(left, right),
        '/' => Divide(left, right),
        _ => Numbers.Power(left, right) is { } power ? FeelValue.Of(power) : FeelValue.Null,
    };

    private static FeelValue Add(decimal left, decimal right)
    {
        try
        {
            return FeelValue.Of(left + right);
        }
        catch (OverflowException)
        {
            return FeelValue.Null;
        }
    }

    private static FeelValue Multiply(decimal left, decimal right)
    {
        try
        {
            return FeelValue.Of(left * right);
        }
        catch (OverflowException)
        {
            return FeelValue.Null;
        }
    }

    private static FeelValue Divide(decimal left, decimal right)
    {
        if (right == 0)
        {
            return FeelValue.Null;
        }

        try
        {
            return FeelValue.Of(left / right);
        }
        catch (OverflowException)
        {
            return FeelValue.Null;
        }
    }
}
