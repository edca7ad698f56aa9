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

/// <summary>Powers, roots and logarithms of decimals.</summary>
internal static class Numbers
{
    /// <summary>An integer power is exact while the digits last; another goes through binary floating point.</summary>
    public static decimal? Power(decimal number, decimal exponent)
    {
        if (exponent == decimal.Truncate(exponent) && Math.Abs(exponent) <= 10_000)
        {
            return exponent < 0 && number == 0 ? null : IntegerPower(number, (int)exponent);
        }

        return FromDouble(Math.Pow((double)number, (double)exponent));
    }

    /// <summary>By Newton's method from the binary root, exact to a decimal's digits; null for a negative number.</summary>
    public static decimal? SquareRoot(decimal number)
    {
        if (number <= 0)
        {
            return number == 0 ? 0 : null;
        }

        var root = (decimal)Math.Sqrt((double)number);
        for (var i = 0; i < 3 && root != 0; i++)
        {
            root = (root / 2) + (number / root / 2);
        }

        return root;
    }

    public static decimal? FromDouble(double value) =>
        double.IsFinite(value) && Math.Abs(value) < 7.9e28 ? (decimal)value : null;

    private static decimal? IntegerPower(decimal number, int exponent)
    {
        try
        {
            var result = 1m;
            var factor = number;
            for (var left = Math.Abs(exponent); left > 0; left >>= 1)
            {
                result = (left & 1) == 1 ? result * factor : result;
                factor = left > 1 ? factor * factor : factor;
            }

            return exponent < 0 ? (result == 0 ? null : 1m / result) : result;
        }
        catch (OverflowException)
        {
            return null;
        }
    }
}
