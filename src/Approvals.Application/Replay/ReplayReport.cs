using System.Collections.Immutable;

namespace Approvals.Application.Replay;

/// <summary>What is compared.</summary>
public enum ReplayDifference
{
    /// <summary>A decision matches other rules, takes another outcome or gives another value.</summary>
    Decision,

    /// <summary>The case ends otherwise.</summary>
    Result,

    /// <summary>Steps that are reached on one side only.</summary>
    Steps,
}

/// <summary>A rule as a report names it.</summary>
/// <param name="Decision">The decision whose table it stands in.</param>
/// <param name="Number">Its number in the table, from 1.</param>
/// <param name="Clause">The clause it names, or null.</param>
public sealed record ReplayRule(string Decision, int Number, string? Clause);

/// <summary>Something that comes out otherwise; which members it has depends on its kind.</summary>
/// <param name="Kind">What it is.</param>
public sealed record ReplayChange(ReplayDifference Kind)
{
    /// <summary>The step that decides.</summary>
    public string? Activity { get; init; }

    /// <summary>The decision.</summary>
    public string? Decision { get; init; }

    /// <summary>The outcome or result it had.</summary>
    public string? Before { get; init; }

    /// <summary>The outcome or result it has then.</summary>
    public string? After { get; init; }

    /// <summary>Rules that matched and do not any more; all of them where the rules are the same and their value is not.</summary>
    public ImmutableArray<ReplayRule> RulesBefore { get => field.IsDefault ? [] : field; init; }

    /// <summary>Rules that match now and did not before; all of them where the rules are the same and their value is not.</summary>
    public ImmutableArray<ReplayRule> RulesAfter { get => field.IsDefault ? [] : field; init; }

    /// <summary>Steps that are not reached any more.</summary>
    public ImmutableArray<string> Gone { get => field.IsDefault ? [] : field; init; }

    /// <summary>Steps that are reached now.</summary>
    public ImmutableArray<string> Added { get => field.IsDefault ? [] : field; init; }
}

/// <summary>What playing a case showed. Holds rules, outcomes and steps, never what was asked or answered.</summary>
/// <param name="Verdict">Same, changed or undetermined.</param>
/// <param name="Changes">What comes out otherwise, in the order of the case.</param>
/// <param name="Why">Why it cannot be told: a code of the texts.</param>
/// <param name="Data">Values for that text.</param>
public sealed record ReplayReport(ReplayVerdict Verdict, ImmutableArray<ReplayChange> Changes, string? Why, ImmutableSortedDictionary<string, string> Data)
{
    /// <summary>How many tasks each step had in which week, before and then; none where it cannot be told.</summary>
    public ImmutableArray<WorkOfWeek> Work { get => field.IsDefault ? [] : field; init; }

    /// <summary>A case of which nothing can be told.</summary>
    public static ReplayReport Untold(Error why) => new(ReplayVerdict.Undetermined, [], why.Code, why.Data);
}

/// <summary>How many tasks a step had in a week.</summary>
/// <param name="Activity">The step.</param>
/// <param name="Week">The Monday of the week.</param>
/// <param name="Before">How many there were.</param>
/// <param name="After">How many there are then.</param>
public sealed record WorkOfWeek(string Activity, DateOnly Week, int Before, int After);
