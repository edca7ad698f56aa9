namespace Approvals.Feel;

/// <summary>A time of day.</summary>
/// <param name="Nanoseconds">Nanoseconds since midnight.</param>
/// <param name="Zone">The offset or zone; null when the time is local.</param>
internal readonly record struct CivilTime(long Nanoseconds, Zone? Zone)
{
    public const long OfSecond = 1_000_000_000;
    public const long OfDay = 86_400 * OfSecond;

    public int Hour => (int)(Nanoseconds / (3600 * OfSecond));

    public int Minute => (int)(Nanoseconds / (60 * OfSecond) % 60);

    public int Second => (int)(Nanoseconds / OfSecond % 60);

    /// <summary>Nanoseconds within the second.</summary>
    public int Fraction => (int)(Nanoseconds % OfSecond);

    public decimal SecondsOfDay => Nanoseconds / (decimal)OfSecond;

    public static CivilTime? TryOf(long hour, long minute, decimal second, Zone? zone) =>
        hour is >= 0 and <= 23 && minute is >= 0 and <= 59 && second >= 0 && second < 60
            ? new CivilTime((((hour * 60) + minute) * 60 * OfSecond) + (long)(second * OfSecond), zone)
            : null;

    /// <summary>Seconds of the instant on some day, for the time between times; a local time counts as UTC.</summary>
    public decimal Instant => SecondsOfDay - (Zone?.OffsetOfTime ?? 0);

    /// <summary>The same to the second, to which times are compared.</summary>
    public long WholeInstant => (Nanoseconds / OfSecond) - (Zone?.OffsetOfTime ?? 0);

    /// <summary>So many seconds later, wrapping at midnight.</summary>
    public CivilTime Plus(decimal seconds)
    {
        var moved = (SecondsOfDay + seconds) % 86_400m;
        return this with { Nanoseconds = (long)((moved < 0 ? moved + 86_400m : moved) * OfSecond) };
    }
}
