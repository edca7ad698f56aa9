namespace Approvals.Feel;

/// <summary>The properties of temporal values (DMN 1.5, 10.3.2.3, table 65); null when the kind has no such property.</summary>
internal static class TemporalProperties
{
    public static FeelValue? Get(in FeelValue value, string name) => value.Kind switch
    {
        FeelKind.Date => OfDate(value.Date, name),
        FeelKind.Time => OfTime(value.Time, name, value.Time.Zone?.OffsetOfTime),
        FeelKind.DateTime => OfDateTime(value.DateTime, name),
        FeelKind.YearsMonthsDuration => OfMonths(value.Months, name),
        FeelKind.DaysTimeDuration => OfSeconds(value.Seconds, name),
        _ => null,
    };

    private static FeelValue? OfDate(CivilDate date, string name) => name switch
    {
        "year" => FeelValue.Of(date.Year),
        "month" => FeelValue.Of(date.Month),
        "day" => FeelValue.Of(date.Day),
        "weekday" => FeelValue.Of(date.Weekday),
        _ => null,
    };

    private static FeelValue? OfTime(CivilTime time, string name, int? offset) => name switch
    {
        "hour" => FeelValue.Of(time.Hour),
        "minute" => FeelValue.Of(time.Minute),
        "second" => FeelValue.Of(time.Second + (time.Fraction / (decimal)CivilTime.OfSecond)),
        "time offset" => offset is { } seconds ? FeelValue.OfSeconds(seconds) : FeelValue.Null,
        "timezone" => FeelValue.Of(time.Zone?.Id),
        _ => null,
    };

    private static FeelValue? OfDateTime(CivilDateTime value, string name) =>
        OfDate(value.Date, name) ?? OfTime(value.Time, name, value.Time.Zone is null ? null : value.Offset);

    private static FeelValue? OfMonths(long months, string name) => name switch
    {
        "years" => FeelValue.Of(months / 12),
        "months" => FeelValue.Of(months % 12),
        _ => null,
    };

    private static FeelValue? OfSeconds(decimal seconds, string name) => name switch
    {
        "days" => FeelValue.Of(decimal.Truncate(seconds / 86_400m)),
        "hours" => FeelValue.Of(decimal.Truncate(seconds / 3600m) % 24m),
        "minutes" => FeelValue.Of(decimal.Truncate(seconds / 60m) % 60m),
        "seconds" => FeelValue.Of(seconds % 60m),
        _ => null,
    };
}
