namespace Approvals.Feel;

/// <summary>Bounds of durations.</summary>
internal static class DurationArithmetic
{
    /// <summary>Twice the span of all dates: no difference of two dates is longer.</summary>
    public const decimal MostSeconds = 2m * 2m * CivilDate.LastYear * 366m * 86_400m;
}
