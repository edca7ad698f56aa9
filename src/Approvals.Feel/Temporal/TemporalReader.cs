using System.Globalization;

namespace Approvals.Feel;

/// <summary>Reads temporal values from their ISO 8601 form; null when the text is not one.</summary>
internal static class TemporalReader
{
    public static FeelValue Date(string text)
    {
        var cursor = new TextCursor(text);
        return TryDate(ref cursor, out var date) && cursor.AtEnd ? FeelValue.Of(date) : FeelValue.Null;
    }

    public static FeelValue Time(string text)
    {
        var cursor = new TextCursor(text);
        return TryTime(ref cursor, out var time, out var nextDay) && !nextDay && cursor.AtEnd ? FeelValue.Of(time) : FeelValue.Null;
    }

    public static FeelValue DateTime(string text)
    {
        var cursor = new TextCursor(text);
        if (!TryDate(ref cursor, out var date) || !cursor.Take('T') || !TryTime(ref cursor, out var time, out var nextDay) || !cursor.AtEnd)
        {
            return FeelValue.Null;
        }

        return FeelValue.Of(new CivilDateTime(nextDay ? new CivilDate(date.EpochDays + 1) : date, time));
    }

    public static FeelValue Duration(string text)
    {
        var cursor = new TextCursor(text);
        var negative = cursor.Take('-');
        if (!cursor.Take('P'))
        {
            return FeelValue.Null;
        }

        return DurationReader.YearsMonths(cursor, negative) ?? DurationReader.DaysTime(cursor, negative) ?? FeelValue.Null;
    }

    /// <summary>Any temporal value, as in <c>@"…"</c>.</summary>
    public static FeelValue Any(string text)
    {
        if (text.StartsWith('P') || text.StartsWith("-P", StringComparison.Ordinal))
        {
            return Duration(text);
        }

        return text.Contains('T', StringComparison.Ordinal) && !text.StartsWith('T') && text.IndexOf('-', 1) is > 0 and var dash && dash < text.IndexOf('T', StringComparison.Ordinal)
            ? DateTime(text)
            : text.IndexOf(':', StringComparison.Ordinal) is > 0 ? Time(text) : Date(text);
    }

    private static bool TryDate(ref TextCursor cursor, out CivilDate date)
    {
        date = default;
        var negative = cursor.Take('-');
        if (!cursor.TryDigits(4, 9, out var year, out var digits) || (digits > 4 && cursor.Text[cursor.At - digits] == '0') ||
            !cursor.Take('-') || !cursor.TryDigits(2, 2, out var month, out _) ||
            !cursor.Take('-') || !cursor.TryDigits(2, 2, out var day, out _) ||
            CivilDate.TryOf(negative ? -year : year, month, day) is not { } found)
        {
            return false;
        }

        date = found;
        return true;
    }

    /// <summary>24:00:00 is the start of the next day.</summary>
    private static bool TryTime(ref TextCursor cursor, out CivilTime time, out bool nextDay)
    {
        time = default;
        nextDay = false;
        if (!cursor.TryDigits(2, 2, out var hour, out _) || !cursor.Take(':') || !cursor.TryDigits(2, 2, out var minute, out _) ||
            !cursor.Take(':') || !cursor.TryDigits(2, 2, out var second, out _) || !cursor.TryFraction(out var fraction) || !TryZone(ref cursor, out var zone))
        {
            return false;
        }

        nextDay = hour == 24 && minute == 0 && second == 0 && fraction == 0;
        if (CivilTime.TryOf(nextDay ? 0 : hour, minute, second + fraction, zone) is not { } found)
        {
            return false;
        }

        time = found;
        return true;
    }

    private static bool TryZone(ref TextCursor cursor, out Zone? zone)
    {
        zone = null;
        if (cursor.AtEnd)
        {
            return true;
        }

        if (cursor.Take('Z'))
        {
            zone = Zone.Utc;
        }
        else if (cursor.Take('@'))
        {
            zone = Zone.OfId(cursor.Rest());
        }
        else
        {
            zone = Offset(ref cursor);
        }

        return zone is not null;
    }

    private static Zone? Offset(ref TextCursor cursor)
    {
        var negative = cursor.Take('-');
        if ((!negative && !cursor.Take('+')) || !cursor.TryDigits(2, 2, out var hours, out _) || !cursor.Take(':') || !cursor.TryDigits(2, 2, out var minutes, out _))
        {
            return null;
        }

        var seconds = 0L;
        if (minutes > 59 || (cursor.Take(':') && (!cursor.TryDigits(2, 2, out seconds, out _) || seconds > 59)))
        {
            return null;
        }

        var total = (hours * 3600) + (minutes * 60) + seconds;
        return Zone.OfOffset(negative ? -total : total);
    }
}

/// <summary>A place in a text that is being read.</summary>
internal struct TextCursor(string text)
{
    public string Text { get; } = text;

    public int At { get; set; }

    public readonly bool AtEnd => At >= Text.Length;

    public bool Take(char wanted)
    {
        if (AtEnd || Text[At] != wanted)
        {
            return false;
        }

        At++;
        return true;
    }

    public string Rest()
    {
        var rest = Text[At..];
        At = Text.Length;
        return rest;
    }

    public bool TryDigits(int least, int most, out long number, out int count)
    {
        number = 0;
        count = 0;
        while (!AtEnd && count < most && char.IsAsciiDigit(Text[At]))
        {
            number = (number * 10) + (Text[At] - '0');
            count++;
            At++;
        }

        return count >= least && (AtEnd || !char.IsAsciiDigit(Text[At]));
    }

    /// <summary>A fraction of a second; absent counts as zero, digits beyond nanoseconds are cut.</summary>
    public bool TryFraction(out decimal fraction)
    {
        fraction = 0;
        if (!Take('.'))
        {
            return true;
        }

        var start = At;
        while (!AtEnd && char.IsAsciiDigit(Text[At]))
        {
            At++;
        }

        var digits = Text.AsSpan(start, Math.Min(At - start, 9));
        return At > start && decimal.TryParse($"0.{digits}", NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out fraction);
    }
}
