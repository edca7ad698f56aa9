namespace Approvals.Feel;

/// <summary>The exponential and the natural logarithm to a decimal's digits.</summary>
internal static class Exponential
{
    private const decimal Euler = 2.7182818284590452353602874714m;
    private const decimal LogOfTen = 2.3025850929940456840179914547m;
    private const decimal LargestExponent = 66.54m;

    /// <summary>Null when the result is larger than a decimal.</summary>
    public static decimal? Exp(decimal exponent)
    {
        if (exponent > LargestExponent)
        {
            return null;
        }

        if (exponent < -LargestExponent)
        {
            return 0;
        }

        var whole = decimal.Round(exponent);
        var power = Numbers.Power(Euler, whole);
        try
        {
            return power * Series(exponent - whole);
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    /// <summary>From the binary logarithm by one step of Halley's method; null for a number that is not above zero.</summary>
    public static decimal? Log(decimal number)
    {
        if (number <= 0)
        {
            return null;
        }

        var tens = 0;
        for (; number >= 10; tens++)
        {
            number /= 10;
        }

        for (; number < 1; tens--)
        {
            number *= 10;
        }

        var guess = (decimal)Math.Log((double)number);
        var power = Exp(guess)!.Value;
        return guess + (2 * (number - power) / (number + power)) + (tens * LogOfTen);
    }

    /// <summary>The power series, for a number between -0.5 and 0.5.</summary>
    private static decimal Series(decimal number)
    {
        var sum = 1m;
        var term = 1m;
        for (var i = 1; term != 0; i++)
        {
            term = term * number / i;
            sum += term;
        }

        return sum;
    }
}
