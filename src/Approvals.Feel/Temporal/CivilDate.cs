namespace Approvals.Feel;

/// <summary>A day of the proleptic Gregorian calendar, with years far beyond four digits.</summary>
/// <param name="EpochDays">Days since 1970-01-01.</param>
internal readonly record struct CivilDate(long EpochDays)
{
    /// <summary>The standard's bound of a year, on both sides.</summary>
    public const long LastYear = 999_999_999;

    private const long DaysOfEra = 146_097;
    private const long EpochInEras = 719_468;

    public long Year => Split().Year;

    public int Month => Split().Month;

    public int Day => Split().Day;

    /// <summary>1 for Monday to 7 for Sunday.</summary>
    public int Weekday => (int)Floor.Modulo(EpochDays + 3, 7) + 1;

    public int DayOfYear => (int)(EpochDays - Of(Year, 1, 1).EpochDays) + 1;

    /// <summary>The ISO 8601 week number.</summary>
    public int WeekOfYear
    {
        get
        {
            var thursday = new CivilDate(EpochDays + 4 - Weekday);
            return ((thursday.DayOfYear - 1) / 7) + 1;
        }
    }

    public bool IsWithinBounds => Math.Abs(Year) <= LastYear;

    public static CivilDate Of(long year, int month, int day)
    {
        var shifted = month <= 2 ? year - 1 : year;
        var era = Floor.Divide(shifted, 400);
        var yearOfEra = shifted - (era * 400);
        var dayOfYear = ((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
        var dayOfEra = (yearOfEra * 365) + (yearOfEra / 4) - (yearOfEra / 100) + dayOfYear;
        return new CivilDate((era * DaysOfEra) + dayOfEra - EpochInEras);
    }

    /// <summary>The date, or null when there is no such day.</summary>
    public static CivilDate? TryOf(long year, long month, long day) =>
        Math.Abs(year) <= LastYear && month is >= 1 and <= 12 && day >= 1 && day <= DaysInMonth(year, (int)month)
            ? Of(year, (int)month, (int)day)
            : null;

    public static CivilDate From(DateOnly date) => new(date.DayNumber - new DateOnly(1970, 1, 1).DayNumber);

    public static int DaysInMonth(long year, int month) => month switch
    {
        2 => IsLeap(year) ? 29 : 28,
        4 or 6 or 9 or 11 => 30,
        _ => 31,
    };

    public bool TryToDateOnly(out DateOnly date)
    {
        var number = EpochDays + new DateOnly(1970, 1, 1).DayNumber;
        var fits = number >= 0 && number <= DateOnly.MaxValue.DayNumber;
        date = fits ? DateOnly.FromDayNumber((int)number) : default;
        return fits;
    }

    /// <summary>So many months later; a day that the month lacks becomes its last day.</summary>
    public CivilDate? PlusMonths(long months)
    {
        var (year, month, day) = Split();
        var total = (year * 12) + month - 1 + months;
        var newYear = Floor.Divide(total, 12);
        var newMonth = (int)Floor.Modulo(total, 12) + 1;
        return Math.Abs(newYear) > LastYear ? null : Of(newYear, newMonth, Math.Min(day, DaysInMonth(newYear, newMonth)));
    }

    public (long Year, int Month, int Day) Split()
    {
        var shifted = EpochDays + EpochInEras;
        var era = Floor.Divide(shifted, DaysOfEra);
        var dayOfEra = shifted - (era * DaysOfEra);
        var yearOfEra = (dayOfEra - (dayOfEra / 1460) + (dayOfEra / 36_524) - (dayOfEra / 146_096)) / 365;
        var dayOfYear = dayOfEra - ((365 * yearOfEra) + (yearOfEra / 4) - (yearOfEra / 100));
        var shiftedMonth = ((5 * dayOfYear) + 2) / 153;
        var day = (int)(dayOfYear - (((153 * shiftedMonth) + 2) / 5)) + 1;
        var month = (int)(shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9);
        return ((yearOfEra + (era * 400)) + (month <= 2 ? 1 : 0), month, day);
    }

    private static bool IsLeap(long year) => Floor.Modulo(year, 4) == 0 && (Floor.Modulo(year, 100) != 0 || Floor.Modulo(year, 400) == 0);
}

/// <summary>Division that rounds towards minus infinity.</summary>
internal static class Floor
{
    public static long Divide(long dividend, long divisor) =>
        (dividend / divisor) - (dividend % divisor != 0 && (dividend < 0) != (divisor < 0) ? 1 : 0);

    public static long Modulo(long dividend, long divisor) => dividend - (Divide(dividend, divisor) * divisor);
}
