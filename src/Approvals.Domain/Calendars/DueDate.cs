namespace Approvals.Domain.Calendars;

/// <summary>How a limit stands.</summary>
public enum Light
{
    /// <summary>Time enough.</summary>
    Green,

    /// <summary>Little time left.</summary>
    Yellow,

    /// <summary>Overdue.</summary>
    Red,

    /// <summary>The clock stands still.</summary>
    Stopped,
}

/// <summary>Days in a row.</summary>
public readonly record struct DayRange(DateOnly First, DateOnly Last);

/// <summary>Why a due date is what it is: "received 2026-09-18, 10 working days, holidays 9/25–27 and 10/1–7, make-up day 9/20".</summary>
/// <param name="Received">The day that is not counted itself.</param>
/// <param name="Holidays">Days off by notice that were skipped.</param>
/// <param name="MakeUpDays">Days of a weekend that were counted.</param>
/// <param name="Stopped">Days on which the clock stood still.</param>
/// <param name="MovedFrom">For natural days: the last day before it moved to a working day.</param>
/// <param name="ProvisionalYears">Years whose notice is not loaded, so that the date may still move.</param>
public sealed record DueExplanation(
    DateOnly Received,
    ImmutableArray<DayRange> Holidays,
    ImmutableArray<DateOnly> MakeUpDays,
    ImmutableArray<DayRange> Stopped,
    DateOnly? MovedFrom,
    ImmutableArray<int> ProvisionalYears)
{
    /// <summary>The days that count towards the limit, in order; none where it is counted by the clock.</summary>
    public ImmutableArray<DateOnly> Counted { get; init; } = [];
}

/// <summary>When a limit ends.</summary>
/// <param name="Limit">The limit.</param>
/// <param name="On">The last day that is in time; null while the clock stands still.</param>
/// <param name="At">The first instant that is late; null while the clock stands still.</param>
/// <param name="YellowAt">The instant from which it is yellow; null while the clock stands still.</param>
/// <param name="Left">How much of the limit was left when the clock stopped, in its unit; null while it runs.</param>
/// <param name="Explanation">Why.</param>
public sealed record DueDate(
    Limit Limit, DateOnly? On, DateTimeOffset? At, DateTimeOffset? YellowAt, int? Left, DueExplanation Explanation)
{
    /// <summary>Whether the date may still move because a year's notice is not loaded.</summary>
    public bool IsProvisional => !Explanation.ProvisionalYears.IsEmpty;

    /// <summary>How the limit stands at an instant.</summary>
    public Light LightAt(DateTimeOffset instant) =>
        At is null ? Light.Stopped : instant >= At ? Light.Red : instant >= YellowAt ? Light.Yellow : Light.Green;
}
