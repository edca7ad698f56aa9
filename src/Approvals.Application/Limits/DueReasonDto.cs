namespace Approvals.Application.Limits;

/// <summary>Why the last days of a case are what they are.</summary>
/// <param name="Today">Today.</param>
/// <param name="Limits">The step's own limit, where one was asked for; then the promised and the statutory one.</param>
public sealed record DueReasonDto(DateOnly Today, IReadOnlyList<DueLimitDto> Limits);

/// <summary>Which limit it is.</summary>
public enum DueLimitKind
{
    /// <summary>A task's own.</summary>
    Step,

    /// <summary>Promised by the service (承诺时限).</summary>
    Promised,

    /// <summary>Set by law (法定时限).</summary>
    Statutory,
}

/// <summary>One limit, day by day.</summary>
/// <param name="Kind">Which it is.</param>
/// <param name="Name">Its name.</param>
/// <param name="Amount">How long it is, in words.</param>
/// <param name="Source">What it rests on, or null.</param>
/// <param name="Started">Whether its clock has started; otherwise it is counted as if it started today.</param>
/// <param name="Received">The day that is not counted itself.</param>
/// <param name="Due">How it stands.</param>
/// <param name="YellowOn">The day from which it is yellow, or null.</param>
/// <param name="RedOn">The day from which it is overdue; null while the clock stands still.</param>
/// <param name="Left">How much was left when the clock stopped, in words; null while it runs.</param>
/// <param name="Text">The whole in one sentence.</param>
/// <param name="Days">Every day from receipt to the last; none where the limit is counted by the clock.</param>
/// <param name="Stops">The times in which the clock stood.</param>
/// <param name="Extensions">How it was made longer, oldest first.</param>
/// <param name="Calendars">The notices whose days it rests on.</param>
/// <param name="Moves">When a new notice moved the day, newest first.</param>
public sealed record DueLimitDto(
    DueLimitKind Kind,
    string Name,
    string Amount,
    string? Source,
    bool Started,
    DateOnly Received,
    DueDto Due,
    DateOnly? YellowOn,
    DateOnly? RedOn,
    string? Left,
    string Text,
    IReadOnlyList<DueDayDto> Days,
    IReadOnlyList<DueStopDto> Stops,
    IReadOnlyList<DueExtensionDto> Extensions,
    IReadOnlyList<string> Calendars,
    IReadOnlyList<DueMoveDto> Moves);

/// <summary>What a day is to a limit.</summary>
public enum DueDayKind
{
    /// <summary>The day of receipt.</summary>
    Received,

    /// <summary>It counts.</summary>
    Counted,

    /// <summary>A day of a weekend.</summary>
    Weekend,

    /// <summary>Off by notice.</summary>
    Off,

    /// <summary>The clock stood still.</summary>
    Stopped,
}

/// <summary>A day.</summary>
/// <param name="Day">The day.</param>
/// <param name="Kind">What it is to the limit.</param>
/// <param name="Number">Which day of the limit it is, from 1; null where it does not count.</param>
/// <param name="MakeUp">Whether it is a day of a weekend that is worked.</param>
/// <param name="Name">What it is off for, or null.</param>
/// <param name="Provisional">Whether its year's notice is not loaded.</param>
public sealed record DueDayDto(DateOnly Day, DueDayKind Kind, int? Number, bool MakeUp, string? Name, bool Provisional);

/// <summary>A time in which the clock stood.</summary>
/// <param name="From">The day on which it stopped.</param>
/// <param name="To">The day on which it ran again; null while it stands.</param>
/// <param name="WorkingDays">How many working days that left out; up to today while it stands.</param>
/// <param name="Reason">Why: the step that stops it, or what was written.</param>
public sealed record DueStopDto(DateOnly From, DateOnly? To, int WorkingDays, string Reason);

/// <summary>An extension.</summary>
/// <param name="On">The day.</param>
/// <param name="Amount">How long the limit was from then on, in words.</param>
/// <param name="Reason">Why, or null.</param>
public sealed record DueExtensionDto(DateOnly On, string Amount, string? Reason);

/// <summary>A move by a new notice.</summary>
/// <param name="On">The day.</param>
/// <param name="From">The last day before.</param>
/// <param name="To">The last day since.</param>
/// <param name="Because">The notice.</param>
public sealed record DueMoveDto(DateOnly On, DateOnly From, DateOnly To, string Because);
