namespace Approvals.Feel;

/// <summary>Bounds of durations: no difference of two dates is longer.</summary>
internal static class DurationBounds
{
    public const decimal MostSeconds = 4m * CivilDate.LastYear * 366m * 86_400m;

    public const decimal MostMonths = 4m * CivilDate.LastYear * 12m;
}
