namespace Approvals.Feel;

/// <summary>Rounding to a number of decimals, or of zeros when negative (DMN 1.5, 10.3.4.5).</summary>
internal static class RoundingFunctions
{
    private const decimal LeastScale = -6111;
    private const decimal MostScale = 6176;

    public static readonly Builtin[] All =
    [
        new("decimal", new Signature("n: number, scale: number", static (in Call call) => Rounded(call, Rounding.HalfEven))),
        new("floor", Optional(Rounding.Floor)),
        new("ceiling", Optional(Rounding.Ceiling)),
        new("round up", Required(Rounding.Up)),
        new("round down", Required(Rounding.Down)),
        new("round half up", Required(Rounding.HalfUp)),
        new("round half down", Required(Rounding.HalfDown)),
    ];

    private static Signature Optional(Rounding rounding) => new("n: number, scale?: number", (in Call call) => Rounded(call, rounding));

    private static Signature Required(Rounding rounding) => new("n: number, scale: number", (in Call call) => Rounded(call, rounding));

    private static FeelValue Rounded(in Call call, Rounding rounding)
    {
        var scale = call.Count > 1 ? decimal.Truncate(call.Number(1)) : 0;
        return scale is < LeastScale or > MostScale
            ? call.Fail("feel.outside", ("value", FeelText.Number(scale)))
            : call.NumberOr(DecimalRounding.Round(call.Number(0), (int)scale, rounding));
    }
}

/// <summary>Which neighbour a number goes to.</summary>
internal enum Rounding
{
    HalfEven,
    HalfUp,
    HalfDown,
    Up,
    Down,
    Floor,
    Ceiling,
}

/// <summary>Rounding of decimals.</summary>
internal static class DecimalRounding
{
    private const int MostDigits = 28;

    /// <summary>Null when the result has more digits than a decimal.</summary>
    public static decimal? Round(decimal number, int scale, Rounding rounding)
    {
        if (scale >= MostDigits)
        {
            return number;
        }

        try
        {
            if (scale >= 0)
            {
                var whole = decimal.Truncate(number);
                var factor = PowerOfTen(scale);
                return whole + (ToInteger((number - whole) * factor, rounding, whole) / factor);
            }

            return scale < -MostDigits ? ToInteger(number == 0 ? 0 : Math.Sign(number) * 0.1m, rounding, 0) == 0 ? 0 : null : Zeros(number, PowerOfTen(-scale), rounding);
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private static decimal Zeros(decimal number, decimal factor, Rounding rounding)
    {
        var whole = decimal.Truncate(number / factor);
        var rest = (number - (whole * factor)) / factor;
        return (whole + ToInteger(rest, rounding, whole)) * factor;
    }

    /// <param name="number">What is rounded.</param>
    /// <param name="rounding">Where to.</param>
    /// <param name="before">What stands before the number's digits, for the half that goes to the even neighbour.</param>
    private static decimal ToInteger(decimal number, Rounding rounding, decimal before) => rounding switch
    {
        Rounding.Floor => decimal.Floor(number),
        Rounding.Ceiling => decimal.Ceiling(number),
        Rounding.Down => decimal.Truncate(number),
        Rounding.Up => AwayFromZero(number),
        Rounding.HalfUp => decimal.Round(number, MidpointRounding.AwayFromZero),
        Rounding.HalfDown => Math.Abs(number - decimal.Truncate(number)) <= 0.5m ? decimal.Truncate(number) : AwayFromZero(number),
        _ => Math.Abs(number) == 0.5m && before % 2 != 0 ? AwayFromZero(number) : decimal.Round(number, MidpointRounding.ToEven),
    };

    private static decimal AwayFromZero(decimal number) => number < 0 ? decimal.Floor(number) : decimal.Ceiling(number);

    private static decimal PowerOfTen(int exponent)
    {
        var power = 1m;
        for (; exponent > 0; exponent--)
        {
            power *= 10m;
        }

        return power;
    }
}
