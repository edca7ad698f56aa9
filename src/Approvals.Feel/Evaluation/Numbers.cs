namespace Approvals.Feel;

/// <summary>Powers, roots and logarithms of decimals.</summary>
internal static class Numbers
{
    private const int PowerDigits = 25;

    /// <summary>An integer power is exact while the digits last; another is rounded to 25 digits, so that roots of squares are whole.</summary>
    public static decimal? Power(decimal number, decimal exponent)
    {
        if (exponent == decimal.Truncate(exponent) && Math.Abs(exponent) <= 10_000)
        {
            return exponent < 0 && number == 0 ? null : IntegerPower(number, (int)exponent);
        }

        return number < 0 || (number == 0 && exponent < 0) ? null
            : number == 0 ? 0
            : Exponential.Log(number) is { } log && Product(exponent, log) is { } power && Exponential.Exp(power) is { } result ? Rounded(result) : null;
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

    private static decimal? Product(decimal left, decimal right) => NumberArithmetic.Apply('*', left, right) is { IsNull: false } product ? product.Number : null;

    private static decimal Rounded(decimal number)
    {
        var digits = 1;
        for (var whole = Math.Abs(number); whole >= 10; whole /= 10)
        {
            digits++;
        }

        return decimal.Round(number, Math.Max(0, PowerDigits - digits), MidpointRounding.ToEven);
    }

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
