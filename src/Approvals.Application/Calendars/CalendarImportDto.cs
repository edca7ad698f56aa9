namespace Approvals.Application.Calendars;

/// <summary>What loading a file of notices does, or would do.</summary>
/// <param name="Applied">Whether it was loaded; never in part.</param>
/// <param name="Years">What changes, by year.</param>
/// <param name="Problems">Everything that is wrong; with any, nothing is loaded.</param>
/// <param name="Notes">What is odd and does no harm.</param>
/// <param name="OpenDates">How many open due dates rest on days that change, and may move.</param>
/// <param name="Moves">How many of them move; null where there are too many to compute at once.</param>
public sealed record CalendarImportDto(
    bool Applied,
    IReadOnlyList<CalendarChangeDto> Years,
    IReadOnlyList<CalendarFindingDto> Problems,
    IReadOnlyList<CalendarFindingDto> Notes,
    long OpenDates,
    int? Moves);

/// <summary>What a notice changes in its year.</summary>
/// <param name="Year">The year.</param>
/// <param name="Source">Which notice it is.</param>
/// <param name="Notice">Its number.</param>
/// <param name="IsNew">Whether the year had no notice.</param>
/// <param name="IsKnown">Whether just this is in force already.</param>
/// <param name="Revision">The revision it became; null where nothing was loaded.</param>
/// <param name="Days">The days that are worked now and were off, or the other way round.</param>
public sealed record CalendarChangeDto(
    int Year, string? Source, string? Notice, bool IsNew, bool IsKnown, int? Revision, IReadOnlyList<ChangedDayDto> Days);

/// <summary>A day that changes.</summary>
/// <param name="Day">The day.</param>
/// <param name="Works">Whether it is worked now.</param>
/// <param name="Name">What for, where the notice says so.</param>
public sealed record ChangedDayDto(DateOnly Day, bool Works, string? Name);

/// <summary>Something to say about a file.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Text">What.</param>
public sealed record CalendarFindingDto(int Line, string Text);
