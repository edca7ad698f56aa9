namespace Approvals.Domain.Calendars;

/// <summary>Which limits can be resolved, and when they turn yellow where they do not say.</summary>
public static class LimitBounds
{
    /// <summary>The longest limit that makes sense: a retention time of decades is no limit.</summary>
    public const int Longest = 10_000;

    /// <summary>20 % or two working days left, whichever comes first.</summary>
    public static YellowRule DefaultYellow { get; } = new(0.2m, 2);

    /// <summary>Whether length and yellow rule can be resolved.</summary>
    public static bool IsValid(this Limit limit) =>
        limit.Length >= 0
        && (limit.Length <= Longest || limit.Unit is LimitUnit.Minutes or LimitUnit.Seconds)
        && limit.Yellow is null or { Share: null or (>= 0 and <= 1), Days: null or >= 0 };

    /// <summary>Whether a limit is counted by the clock, not by days.</summary>
    public static bool IsByTheClock(this Limit limit) => limit.Unit is LimitUnit.Hours or LimitUnit.Minutes or LimitUnit.Seconds;

    internal static TimeSpan Duration(this Limit limit) => limit.Unit switch
    {
        LimitUnit.Hours => TimeSpan.FromHours(limit.Length),
        LimitUnit.Minutes => TimeSpan.FromMinutes(limit.Length),
        _ => TimeSpan.FromSeconds(limit.Length),
    };
}
