namespace Approvals.Application.Policies;

/// <summary>A day on which a published calendar departs from weekdays and weekends.</summary>
public sealed class WorkingCalendarDay
{
    /// <summary>Which publication it belongs to; the greatest loaded for a year is in force.</summary>
    public required int Revision { get; init; }

    public required DateOnly Day { get; init; }

    public required bool IsWorkingDay { get; init; }

    public required string Name { get; init; }
}
