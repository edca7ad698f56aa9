namespace Approvals.Feel;

/// <summary>The functions that make dates and times (DMN 1.5, 10.3.4.1).</summary>
internal static class TemporalConstructors
{
    public static readonly Builtin[] All =
    [
        new("date",
            new Signature("from: any", DateFrom),
            new Signature("year: number, month: number, day: number", DateOf)),
        new("time",
            new Signature("from: any", TimeFrom),
            new Signature("hour: number, minute: number, second: number, offset?: days-time?", TimeOf)),
        new("date and time",
            new Signature("from: any", DateTimeFrom),
            new Signature("date: day, time: time", static (in Call call) => FeelValue.Of(new CivilDateTime(Day(call[0]), call[1].Time))),
            new Signature("date: day, timezone: string", InZone),
            new Signature("year: number, month: number, day: number, hour: number, minute: number, second: number", DateTimeOf),
            new Signature("year: number, month: number, day: number, hour: number, minute: number, second: number, offset: days-time?", DateTimeOf),
            new Signature("year: number, month: number, day: number, hour: number, minute: number, second: number, timezone: string", DateTimeOf)),
    ];

    private static CivilDate Day(in FeelValue value) => value.Kind == FeelKind.Date ? value.Date : value.DateTime.Date;

    private static FeelValue DateFrom(in Call call) => call[0].Kind switch
    {
        FeelKind.Date => call[0],
        FeelKind.DateTime => FeelValue.Of(call[0].DateTime.Date),
        FeelKind.String => Read(call, TemporalReader.Date(call.Text(0))),
        _ => Wrong(call),
    };

    private static FeelValue TimeFrom(in Call call) => call[0].Kind switch
    {
        FeelKind.Time => call[0],
        FeelKind.DateTime => FeelValue.Of(call[0].DateTime.Time),
        FeelKind.Date => FeelValue.Of(new CivilTime(0, Zone.Utc)),
        FeelKind.String => Read(call, TemporalReader.Time(call.Text(0))),
        _ => Wrong(call),
    };

    private static FeelValue DateTimeFrom(in Call call) => call[0].Kind switch
    {
        FeelKind.DateTime => call[0],
        FeelKind.Date => FeelValue.Of(CivilDateTime.Midnight(call[0].Date)),
        FeelKind.String => Read(call, DateTimeText(call.Text(0))),
        _ => Wrong(call),
    };

    private static FeelValue DateTimeText(string text) => TemporalReader.DateTime(text) is { IsNull: false } value ? value
        : TemporalReader.Date(text) is { IsNull: false } date ? FeelValue.Of(new CivilDateTime(date.Date, new CivilTime(0, null)))
        : FeelValue.Null;

    private static FeelValue Read(in Call call, FeelValue value) => value.IsNull ? call.Fail("feel.notConvertible", ("text", call.Text(0))) : value;

    private static FeelValue Wrong(in Call call) => call[0].IsNull
        ? call.Fail("feel.wrongType", ("parameter", "from"), ("kind", "null"))
        : call.Fail("feel.wrongType", ("parameter", "from"), ("kind", KindNames.Of(call[0])));

    private static FeelValue DateOf(in Call call) => TryDate(call) is { } date ? FeelValue.Of(date) : OutOfRange(call);

    private static CivilDate? TryDate(in Call call) =>
        Whole(call[0]) is { } year && Whole(call[1]) is { } month && Whole(call[2]) is { } day ? CivilDate.TryOf(year, month, day) : null;

    private static FeelValue TimeOf(in Call call) => TryTime(call, 0) is { } time ? FeelValue.Of(time) : OutOfRange(call);

    private static FeelValue DateTimeOf(in Call call) =>
        TryDate(call) is { } date && TryTime(call, 3) is { } time ? FeelValue.Of(new CivilDateTime(date, time)) : OutOfRange(call);

    private static CivilTime? TryTime(in Call call, int first)
    {
        var zone = ZoneOf(call[first + 3], out var isWrong);
        return !isWrong && Whole(call[first]) is { } hour && Whole(call[first + 1]) is { } minute
            ? CivilTime.TryOf(hour, minute, call.Number(first + 2), zone)
            : null;
    }

    private static Zone? ZoneOf(in FeelValue value, out bool isWrong)
    {
        var zone = value.Kind switch
        {
            FeelKind.DaysTimeDuration when Math.Abs(value.Seconds) < 86_400 => Zone.OfOffset((long)value.Seconds),
            FeelKind.String => Zone.OfId(value.String),
            _ => null,
        };
        isWrong = zone is null && !value.IsNull;
        return zone;
    }

    private static FeelValue InZone(in Call call) => ZoneOf(call[1], out _) is { } zone && call[0].Kind == FeelKind.DateTime
        ? FeelValue.Of(call[0].DateTime with { Time = call[0].DateTime.Time with { Zone = zone } })
        : call.Fail("feel.notConvertible", ("text", call.Text(1)));

    private static long? Whole(in FeelValue value) => Math.Abs(value.Number) <= CivilDate.LastYear ? (long)decimal.Truncate(value.Number) : null;

    private static FeelValue OutOfRange(in Call call) => call.Fail("feel.noSuchDay");
}
