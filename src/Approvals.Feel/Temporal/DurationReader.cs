using System.Globalization;

namespace Approvals.Feel;

/// <summary>Reads the part of a duration after its <c>P</c>.</summary>
internal static class DurationReader
{
    private const int MostDigits = 18;

    public static FeelValue? YearsMonths(TextCursor cursor, bool negative)
    {
        var years = Amount(ref cursor, 'Y');
        var months = Amount(ref cursor, 'M');
        if ((years is null && months is null) || !cursor.AtEnd)
        {
            return null;
        }

        var total = ((years ?? 0) * 12) + (months ?? 0);
        return total > DurationBounds.MostMonths ? FeelValue.Null : FeelValue.OfMonths((long)(negative ? -total : total));
    }

    public static FeelValue? DaysTime(TextCursor cursor, bool negative)
    {
        var days = Amount(ref cursor, 'D');
        decimal? hours = null;
        decimal? minutes = null;
        decimal? seconds = null;
        if (cursor.Take('T'))
        {
            hours = Amount(ref cursor, 'H');
            minutes = Amount(ref cursor, 'M');
            seconds = Amount(ref cursor, 'S');
            if ((hours ?? minutes ?? seconds) is null)
            {
                return null;
            }
        }

        if ((days ?? hours ?? minutes ?? seconds) is null || !cursor.AtEnd)
        {
            return null;
        }

        var total = ((days ?? 0) * 86_400m) + ((hours ?? 0) * 3600m) + ((minutes ?? 0) * 60m) + (seconds ?? 0);
        return total > DurationBounds.MostSeconds ? FeelValue.Null : FeelValue.OfSeconds(negative ? -total : total);
    }

    /// <summary>A number before its unit; nothing is taken when the unit is another one. Only seconds have a fraction.</summary>
    private static decimal? Amount(ref TextCursor cursor, char unit)
    {
        var start = cursor.At;
        while (!cursor.AtEnd && (char.IsAsciiDigit(cursor.Text[cursor.At]) || (unit == 'S' && cursor.Text[cursor.At] == '.')))
        {
            cursor.At++;
        }

        var digits = cursor.Text.AsSpan(start, cursor.At - start);
        if (digits.Length is > 0 and <= MostDigits && digits[0] != '.' && digits[^1] != '.' && cursor.Take(unit) &&
            decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount))
        {
            return amount;
        }

        cursor.At = start;
        return null;
    }
}
