namespace Approvals.Application.Replay;

/// <summary>A run, how far it is, and what it showed so far.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Service">The service's code.</param>
/// <param name="Version">The id of the version cases are played against.</param>
/// <param name="Number">That version's number.</param>
/// <param name="State">Pending, done, cancelled or failed.</param>
/// <param name="Total">How many cases were meant.</param>
/// <param name="Played">How many were played.</param>
/// <param name="Same">How many come out as they did.</param>
/// <param name="Changed">How many come out otherwise.</param>
/// <param name="Undetermined">Of how many that cannot be told.</param>
/// <param name="StartedBy">Who began it.</param>
/// <param name="StartedAt">When.</param>
/// <param name="FinishedAt">When it ended, or null.</param>
/// <param name="Reasons">Why cases change, the most frequent first.</param>
/// <param name="Open">Why it cannot be told of others, the most frequent first.</param>
/// <param name="Noted">How many of those that come out otherwise carry a note.</param>
/// <param name="IsCurrent">Whether the version's files are still the same.</param>
public sealed record ReplayRunDto(
    Guid Id, string Service, Guid Version, int Number, ReplayState State, int Total, int Played, int Same, int Changed, int Undetermined, string StartedBy,
    DateTimeOffset StartedAt, DateTimeOffset? FinishedAt, IReadOnlyList<ReplayReasonDto> Reasons, IReadOnlyList<ReplayOpenDto> Open, int Noted,
    bool IsCurrent);

/// <summary>A run of a version, the latest of them first.</summary>
/// <param name="Id">Its id.</param>
/// <param name="State">Pending, done, cancelled or failed.</param>
/// <param name="Total">How many cases were meant.</param>
/// <param name="StartedBy">Who began it.</param>
/// <param name="StartedAt">When.</param>
public sealed record ReplayHeadDto(Guid Id, ReplayState State, int Total, string StartedBy, DateTimeOffset StartedAt);

/// <summary>Why cases come out otherwise: the first thing that differs in them.</summary>
/// <param name="Change">What differs.</param>
/// <param name="Cases">In how many cases.</param>
public sealed record ReplayReasonDto(ReplayChangeDto Change, int Cases);

/// <summary>Why it cannot be told of cases.</summary>
/// <param name="Why">The reason.</param>
/// <param name="Cases">Of how many.</param>
public sealed record ReplayOpenDto(string Why, int Cases);

/// <summary>Something that comes out otherwise; which members it has depends on its kind.</summary>
/// <param name="Kind">Decision, result or steps.</param>
/// <param name="Step">The name of the step that decides, or null.</param>
/// <param name="Decision">The decision, or null.</param>
/// <param name="Before">The outcome or result it had, or null.</param>
/// <param name="After">The outcome or result it has then, or null.</param>
/// <param name="RulesBefore">Rules that do not match any more.</param>
/// <param name="RulesAfter">Rules that match now.</param>
/// <param name="Gone">Names of steps that are not reached any more.</param>
/// <param name="Added">Names of steps that are reached now.</param>
public sealed record ReplayChangeDto(
    ReplayDifference Kind, string? Step, string? Decision, string? Before, string? After, IReadOnlyList<ReplayRule> RulesBefore, IReadOnlyList<ReplayRule> RulesAfter,
    IReadOnlyList<string> Gone, IReadOnlyList<string> Added);

/// <summary>A case of a run.</summary>
/// <param name="Place">Its place in the run, from 1.</param>
/// <param name="Id">The case, for whoever may read it; else null.</param>
/// <param name="CaseNumber">Its number, for whoever may read it; else null.</param>
/// <param name="Verdict">Same, changed or undetermined.</param>
/// <param name="Why">Why it cannot be told, or null.</param>
/// <param name="Changes">What comes out otherwise: rules, outcomes and steps, never answers.</param>
/// <param name="Note">What a reviewer of the change says to it, or null.</param>
/// <param name="NotedBy">Who said so, or null.</param>
/// <param name="NotedAt">When, or null.</param>
public sealed record ReplayedCaseDto(
    int Place, Guid? Id, string? CaseNumber, ReplayVerdict Verdict, string? Why, IReadOnlyList<ReplayChangeDto> Changes, string? Note, string? NotedBy, DateTimeOffset? NotedAt);

/// <summary>What a run's cases asked of each step, week by week, and what they would have asked.</summary>
/// <param name="Rows">By week, then by step.</param>
/// <param name="LeftOut">Cases of which it cannot be told.</param>
public sealed record ReplayWorkDto(IReadOnlyList<ReplayWorkRowDto> Rows, int LeftOut);

/// <summary>A step's tasks in a week.</summary>
/// <param name="Activity">The step's id.</param>
/// <param name="Step">Its name.</param>
/// <param name="Week">The Monday of the week.</param>
/// <param name="Before">How many there were.</param>
/// <param name="After">How many there would have been.</param>
public sealed record ReplayWorkRowDto(string Activity, string Step, DateOnly Week, int Before, int After);
