using Approvals.Application.Paging;

namespace Approvals.Application.Calendars;

/// <summary>The working calendars.</summary>
/// <param name="MayImport">Whether the reader loads notices.</param>
/// <param name="Years">The years that are loaded, and this and the next one where they are not.</param>
/// <param name="Revisions">Every notice that was loaded, the newest first.</param>
public sealed record CalendarsDto(bool MayImport, IReadOnlyList<CalendarYearDto> Years, IReadOnlyList<CalendarRevisionDto> Revisions);

/// <summary>A year's calendar.</summary>
/// <param name="Year">The year.</param>
/// <param name="Provisional">Whether no notice is loaded, so that its days follow from weekends alone.</param>
/// <param name="Source">Which notice it is.</param>
/// <param name="Notice">The notice's number.</param>
/// <param name="DaysOff">Days off by the notice, those on a weekend included.</param>
/// <param name="WorkDays">Days of a weekend that are worked.</param>
/// <param name="WorkingDays">How many days of the year are worked.</param>
public sealed record CalendarYearDto(int Year, bool Provisional, string? Source, string? Notice, int DaysOff, int WorkDays, int WorkingDays);

/// <summary>A year day by day.</summary>
/// <param name="Year">The year.</param>
/// <param name="Days">Its days, in order.</param>
public sealed record CalendarDaysDto(CalendarYearDto Year, IReadOnlyList<CalendarDayDto> Days);

/// <summary>What a day is.</summary>
public enum CalendarDayKind
{
    /// <summary>Worked.</summary>
    Work,

    /// <summary>A day of a weekend.</summary>
    Weekend,

    /// <summary>Off by notice.</summary>
    Off,

    /// <summary>A day of a weekend that is worked by notice.</summary>
    MakeUp,
}

/// <summary>A day.</summary>
/// <param name="Day">The day.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Name">What it is off for, or null.</param>
public sealed record CalendarDayDto(DateOnly Day, CalendarDayKind Kind, string? Name);

/// <summary>A notice that was loaded.</summary>
/// <param name="Number">The revision.</param>
/// <param name="Year">Its year.</param>
/// <param name="Source">Which notice it is.</param>
/// <param name="Notice">The notice's number.</param>
/// <param name="FileName">The file it came from; null where it came with the product.</param>
/// <param name="LoadedAt">When.</param>
/// <param name="LoadedBy">Who loaded it; null for the product itself and for the command line.</param>
/// <param name="ChangedDays">How many days it changed.</param>
/// <param name="State">How far it has come to open due dates.</param>
/// <param name="Looked">How many due dates were looked at.</param>
/// <param name="Moved">How many of them moved.</param>
/// <param name="Confirmed">How many stayed and are provisional no longer.</param>
/// <param name="MovedAt">When that was through.</param>
public sealed record CalendarRevisionDto(
    int Number,
    int Year,
    string? Source,
    string? Notice,
    string? FileName,
    DateTimeOffset LoadedAt,
    string? LoadedBy,
    int ChangedDays,
    RevisionState State,
    long Looked,
    long Moved,
    long Confirmed,
    DateTimeOffset? MovedAt);

/// <summary>The due dates that a revision moved.</summary>
/// <param name="Revision">The revision.</param>
/// <param name="Kinds">How many of each kind.</param>
/// <param name="Kind">The kind that the page shows; null where none moved.</param>
/// <param name="Moves">A page of them.</param>
public sealed record DueDateMovesDto(CalendarRevisionDto Revision, IReadOnlyList<DateKindDto> Kinds, DateKind? Kind, Page<DueDateMoveDto> Moves);

/// <summary>How many due dates of a kind moved.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Count">How many.</param>
public sealed record DateKindDto(DateKind Kind, int Count);

/// <summary>A due date that moved.</summary>
/// <param name="CaseNumber">The case's number; null for readers who do not read cases, and where there is none.</param>
/// <param name="ServiceName">The case's service, or null.</param>
/// <param name="Region">The code of its region, or null.</param>
/// <param name="From">The last day before.</param>
/// <param name="To">The last day now.</param>
/// <param name="At">When it was moved.</param>
public sealed record DueDateMoveDto(string? CaseNumber, string? ServiceName, string? Region, DateOnly From, DateOnly To, DateTimeOffset At);
