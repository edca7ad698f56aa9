namespace Approvals.Feel;

/// <summary>Arithmetic of dates, times and durations (DMN 1.5, 10.3.2.3, table 57); null where it is not defined or out of bounds.</summary>
internal static class TemporalArithmetic
{
    public static FeelValue Apply(char sign, in FeelValue left, in FeelValue right) => sign switch
    {
        '+' => Add(left, right) is { IsNull: false } sum ? sum : Add(right, left),
        '-' => Subtract(left, right),
        '*' => Multiply(left, right) is { IsNull: false } product ? product : Multiply(right, left),
        '/' => Divide(left, right),
        _ => FeelValue.Null,
    };

    /// <summary>Whether the operator is defined for the kinds, so that null means out of bounds.</summary>
    public static bool Supports(char sign, FeelKind left, FeelKind right)
    {
        var isDuration = IsDuration(left) || IsDuration(right);
        return sign switch
        {
            '+' => (IsDuration(right) && (IsPoint(left) || left == right)) || (IsDuration(left) && IsPoint(right)),
            '-' => (IsDuration(right) && (IsPoint(left) || left == right)) || (IsPoint(left) && IsPoint(right)),
            '*' => isDuration && (left == FeelKind.Number || right == FeelKind.Number),
            '/' => IsDuration(left) && (right == FeelKind.Number || left == right),
            _ => false,
        };
    }

    private static bool IsDuration(FeelKind kind) => kind is FeelKind.DaysTimeDuration or FeelKind.YearsMonthsDuration;

    private static bool IsPoint(FeelKind kind) => kind is FeelKind.Date or FeelKind.DateTime or FeelKind.Time;

    private static FeelValue Add(in FeelValue left, in FeelValue right) => (left.Kind, right.Kind) switch
    {
        (FeelKind.DaysTimeDuration, FeelKind.DaysTimeDuration) => Seconds(left.Seconds + right.Seconds),
        (FeelKind.YearsMonthsDuration, FeelKind.YearsMonthsDuration) => Months((decimal)left.Months + right.Months),
        (FeelKind.Date, FeelKind.DaysTimeDuration) => Moved(left.Date, right.Seconds),
        (FeelKind.Date, FeelKind.YearsMonthsDuration) => left.Date.PlusMonths(right.Months) is { } date ? FeelValue.Of(date) : FeelValue.Null,
        (FeelKind.DateTime, FeelKind.DaysTimeDuration) => left.DateTime.Plus(right.Seconds) is { } moved ? FeelValue.Of(moved) : FeelValue.Null,
        (FeelKind.DateTime, FeelKind.YearsMonthsDuration) => left.DateTime.PlusMonths(right.Months) is { } moved ? FeelValue.Of(moved) : FeelValue.Null,
        (FeelKind.Time, FeelKind.DaysTimeDuration) => FeelValue.Of(left.Time.Plus(right.Seconds)),
        _ => FeelValue.Null,
    };

    private static FeelValue Subtract(in FeelValue left, in FeelValue right) => (left.Kind, right.Kind) switch
    {
        (_, FeelKind.DaysTimeDuration) => Add(left, FeelValue.OfSeconds(-right.Seconds)),
        (_, FeelKind.YearsMonthsDuration) => Add(left, FeelValue.OfMonths(-right.Months)),
        (FeelKind.Time, FeelKind.Time) => left.Time.Zone is null != right.Time.Zone is null
            ? FeelValue.Null
            : FeelValue.OfSeconds(left.Time.Instant - right.Time.Instant),
        (FeelKind.Date or FeelKind.DateTime, FeelKind.Date or FeelKind.DateTime) => Difference(left, right),
        _ => FeelValue.Null,
    };

    /// <summary>A date counts as midnight UTC beside an instant, as local midnight beside another date.</summary>
    private static FeelValue Difference(in FeelValue left, in FeelValue right)
    {
        var from = right.Kind == FeelKind.Date ? CivilDateTime.Midnight(right.Date) : right.DateTime;
        var to = left.Kind == FeelKind.Date ? CivilDateTime.Midnight(left.Date) : left.DateTime;
        return from.Time.Zone is null != to.Time.Zone is null ? FeelValue.Null : FeelValue.OfSeconds(to.Seconds - from.Seconds);
    }

    /// <summary>A date moved by a duration: the whole days that the instant reaches.</summary>
    private static FeelValue Moved(CivilDate date, decimal seconds) =>
        CivilDateTime.Midnight(date).Plus(seconds) is { } moved ? FeelValue.Of(moved.Date) : FeelValue.Null;

    private static FeelValue Multiply(in FeelValue left, in FeelValue right) => (left.Kind, right.Kind) switch
    {
        (FeelKind.DaysTimeDuration, FeelKind.Number) => NumberArithmetic.Apply('*', left.Seconds, right.Number) is { IsNull: false } seconds
            ? Seconds(seconds.Number)
            : FeelValue.Null,
        (FeelKind.YearsMonthsDuration, FeelKind.Number) => NumberArithmetic.Apply('*', left.Months, right.Number) is { IsNull: false } months
            ? Months(months.Number)
            : FeelValue.Null,
        _ => FeelValue.Null,
    };

    private static FeelValue Divide(in FeelValue left, in FeelValue right) => (left.Kind, right.Kind) switch
    {
        (FeelKind.DaysTimeDuration, FeelKind.DaysTimeDuration) => NumberArithmetic.Apply('/', left.Seconds, right.Seconds),
        (FeelKind.YearsMonthsDuration, FeelKind.YearsMonthsDuration) => NumberArithmetic.Apply('/', left.Months, right.Months),
        (FeelKind.DaysTimeDuration, FeelKind.Number) => NumberArithmetic.Apply('/', left.Seconds, right.Number) is { IsNull: false } seconds
            ? Seconds(seconds.Number)
            : FeelValue.Null,
        (FeelKind.YearsMonthsDuration, FeelKind.Number) => NumberArithmetic.Apply('/', left.Months, right.Number) is { IsNull: false } months
            ? Months(months.Number)
            : FeelValue.Null,
        _ => FeelValue.Null,
    };

    private static FeelValue Seconds(decimal seconds) => Math.Abs(seconds) > DurationBounds.MostSeconds
        ? FeelValue.Null
        : FeelValue.OfSeconds(decimal.Truncate(seconds * CivilTime.OfSecond) / CivilTime.OfSecond);

    private static FeelValue Months(decimal months) => Math.Abs(months) > DurationBounds.MostMonths
        ? FeelValue.Null
        : FeelValue.OfMonths((long)decimal.Truncate(months));
}
