namespace Approvals.Feel;

/// <summary>Numeric functions besides rounding (DMN 1.5, 10.3.4.5).</summary>
internal static class NumberFunctions
{
    public static readonly Builtin[] All =
    [
        new("abs", new Signature("n: number or duration", Absolute)),
        new("modulo", new Signature("dividend: number, divisor: number", Modulo)),
        new("sqrt", new Signature("number: number", static (in Call call) =>
            call.Number(0) < 0 ? call.Fail("feel.outside", ("value", FeelText.Number(call.Number(0)))) : call.NumberOr(Numbers.SquareRoot(call.Number(0))))),
        new("log", new Signature("number: number", static (in Call call) =>
            call.Number(0) <= 0 ? call.Fail("feel.outside", ("value", FeelText.Number(call.Number(0)))) : call.NumberOr(Exponential.Log(call.Number(0))))),
        new("exp", new Signature("number: number", static (in Call call) => call.NumberOr(Exponential.Exp(call.Number(0))))),
        new("odd", new Signature("number: number", static (in Call call) => FeelValue.Of(Math.Abs(call.Number(0) % 2) == 1))),
        new("even", new Signature("number: number", static (in Call call) => FeelValue.Of(call.Number(0) % 2 == 0))),
    ];

    private static FeelValue Absolute(in Call call) => call[0].Kind switch
    {
        FeelKind.Number => FeelValue.Of(Math.Abs(call[0].Number)),
        FeelKind.DaysTimeDuration => FeelValue.OfSeconds(Math.Abs(call[0].Seconds)),
        _ => FeelValue.OfMonths(Math.Abs(call[0].Months)),
    };

    /// <summary>The sign of the result is that of the divisor.</summary>
    private static FeelValue Modulo(in Call call)
    {
        var (dividend, divisor) = (call.Number(0), call.Number(1));
        if (divisor == 0)
        {
            return call.Fail("feel.divisionByZero");
        }

        var rest = dividend % divisor;
        return FeelValue.Of(rest != 0 && (rest < 0) != (divisor < 0) ? rest + divisor : rest);
    }
}
