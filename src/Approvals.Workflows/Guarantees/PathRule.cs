namespace Approvals.Workflows;

/// <summary>What a rule about every path says.</summary>
public enum PathRuleKind
{
    /// <summary>Whenever the target is reached, one of the others was done before and not taken back by a return.</summary>
    Precedes,

    /// <summary>The target is never reached; with others, never after one of them.</summary>
    Never,

    /// <summary>The targets are done by different people; a single target is reached only after two different people took steps.</summary>
    DistinctPeople,

    /// <summary>From wherever a case can come, an end can still be reached (where targets are named, one with a result), and each target from the start.</summary>
    CanEnd,

    /// <summary>The target happens at most once; <c>Correction</c> is the act of asking for one.</summary>
    AtMostOnce,

    /// <summary>Whoever reaches the target is sent a letter that tells certain things.</summary>
    Tells,
}

/// <summary>
/// A rule about every path through a definition. Names are ids of activities, types with or without their prefix, either with an outcome (<c>list:Removed</c>), results of the case,
/// and <c>person</c>: a step that a person took and that no table or time-out followed.
/// </summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">What it says.</param>
/// <param name="Target">What it is about.</param>
/// <param name="By">The others it speaks of.</param>
public sealed record PathRule(string Id, PathRuleKind Kind, ImmutableArray<string> Target, ImmutableArray<string> By)
{
    /// <summary>For <see cref="PathRuleKind.Precedes"/>: how many working days it must take, at least.</summary>
    public int? MinWorkingDays { get; init; }

    /// <summary>For <see cref="PathRuleKind.Tells"/>: names of the letters that tell it all.</summary>
    public ImmutableHashSet<string> Letters { get; init; } = ImmutableHashSet<string>.Empty;
}

/// <summary>What checking a rule gave.</summary>
public enum PathVerdict
{
    /// <summary>No path breaks it.</summary>
    Holds,

    /// <summary>A path breaks it.</summary>
    Broken,

    /// <summary>No path within the bound breaks it; longer ones were not looked at.</summary>
    Undecided,
}

/// <summary>The result of checking a rule.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Verdict">Whether it holds.</param>
/// <param name="Path">A shortest path that breaks it; empty when none does.</param>
/// <param name="States">How many control states were looked at.</param>
public sealed record PathRuleResult(PathRule Rule, PathVerdict Verdict, ImmutableArray<PathStep> Path, int States);
