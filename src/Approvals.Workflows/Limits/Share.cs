using System.Globalization;

namespace Approvals.Workflows;

/// <summary>A share such as two thirds, kept exact so that a count right at the border passes.</summary>
/// <param name="Numerator">Upper part.</param>
/// <param name="Denominator">Lower part; greater than 0.</param>
internal readonly record struct Share(decimal Numerator, decimal Denominator)
{
    private const int ExactScale = 20;

    /// <summary>Whether a part of a whole reaches this share.</summary>
    public bool IsReachedBy(int part, int whole) => whole > 0 && (Numerator.Scale < ExactScale
        ? part * Denominator >= Numerator * whole
        : (decimal)part / whole >= Numerator / Denominator); // 2/3 computed by an expression is rounded: compare what is rounded alike

    /// <summary>Reads a number from 0 to 1, or a fraction such as <c>2/3</c>.</summary>
    public static bool Read(FeelValue value, out Share result)
    {
        result = default;
        if (ValueReaders.Number(value, out var number))
        {
            result = new Share(number, 1);
        }
        else if (value.TryGetString(out var text) && text.Split('/') is [var upper, var lower] && Parse(upper, out var numerator) &&
            Parse(lower, out var denominator) && denominator > 0)
        {
            result = new Share(numerator, denominator);
        }

        return result.Denominator > 0 && result.Numerator >= 0 && result.Numerator <= result.Denominator;
    }

    private static bool Parse(string text, out decimal number) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number);
}
