namespace Approvals.Application.Policies;

/// <summary>A day on which a published calendar departs from weekdays and weekends.</summary>
public sealed class WorkingCalendarDay
{
    /// <summary>Which publication it belongs to; the greatest loaded for a year is in force.</summary>
    public required int Revision { get; init; }

    public required DateOnly Day { get; init; }

    public required bool IsWorkingDay { get; init; }

    /// <summary>What it is off or worked for, in the notice's words; empty where the file gives none.</summary>
    public required string Name { get; init; }

    /// <summary>The same in English.</summary>
    public string NameEn { get; init; } = "";
}
