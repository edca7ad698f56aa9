namespace Approvals.Feel;

/// <summary>A date with a time of day.</summary>
internal readonly record struct CivilDateTime(CivilDate Date, CivilTime Time)
{
    private const decimal SecondsOfDay = 86_400m;

    /// <summary>Seconds since 1970-01-01T00:00:00; of the instant in UTC when there is a zone, else of the local reading.</summary>
    public decimal Seconds => (Date.EpochDays * SecondsOfDay) + Time.SecondsOfDay - Offset;

    /// <summary>The same to the second, to which dates and times are compared.</summary>
    public long WholeSeconds => (Date.EpochDays * (long)SecondsOfDay) + (Time.Nanoseconds / CivilTime.OfSecond) - Offset;

    public int Offset => Time.Zone?.OffsetAt(Date, Time.Nanoseconds) ?? 0;

    public static CivilDateTime From(DateTimeOffset value) => new(
        CivilDate.From(DateOnly.FromDateTime(value.DateTime)),
        new CivilTime(value.TimeOfDay.Ticks * 100, Zone.OfOffset((long)value.Offset.TotalSeconds)));

    /// <summary>Midnight of a date; a date counts as UTC where instants are compared.</summary>
    public static CivilDateTime Midnight(CivilDate date) => new(date, new CivilTime(0, Zone.Utc));

    public bool TryToDateTimeOffset(out DateTimeOffset value)
    {
        value = default;
        if (Time.Zone is null || !Date.TryToDateOnly(out var day))
        {
            return false;
        }

        var local = day.ToDateTime(new TimeOnly(Time.Nanoseconds / 100));
        var offset = TimeSpan.FromSeconds(Offset);
        if (Offset % 60 != 0 || offset.Duration() > TimeSpan.FromHours(14) || local.Ticks < offset.Ticks || (local - DateTime.MinValue) - offset > DateTime.MaxValue - DateTime.MinValue)
        {
            return false;
        }

        value = new DateTimeOffset(local, offset);
        return true;
    }

    /// <summary>So many seconds later on the same offset or zone; null beyond the bounds of a year.</summary>
    public CivilDateTime? Plus(decimal seconds)
    {
        var total = (Date.EpochDays * SecondsOfDay) + Time.SecondsOfDay + seconds;
        var days = decimal.Floor(total / SecondsOfDay);
        if (Math.Abs(days) > (decimal)long.MaxValue / 100_000)
        {
            return null;
        }

        var date = new CivilDate((long)days);
        var nanoseconds = (long)((total - (days * SecondsOfDay)) * CivilTime.OfSecond);
        return date.IsWithinBounds ? new CivilDateTime(date, Time with { Nanoseconds = nanoseconds }) : null;
    }

    public CivilDateTime? PlusMonths(long months) => Date.PlusMonths(months) is { } date ? this with { Date = date } : null;
}
