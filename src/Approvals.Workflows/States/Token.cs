namespace Approvals.Workflows;

/// <summary>A token that arrived at an activity and waits there for others.</summary>
/// <param name="Scope">The execution of the container.</param>
/// <param name="From">The activity it came from.</param>
/// <param name="Port">The outcome it left by.</param>
/// <param name="To">The activity it waits at.</param>
public sealed record Token(string Scope, string From, string Port, string To)
{
    /// <summary>The steps of people that came directly before, for the rule that nobody takes two in a row.</summary>
    public ImmutableArray<string> After { get => field.IsDefault ? [] : field; init; }
}

/// <summary>An activity under way.</summary>
/// <param name="Id">Engine-derived id.</param>
/// <param name="Activity">The activity.</param>
/// <param name="Scope">The execution of its container; null for the root.</param>
public sealed record Execution(string Id, string Activity, string? Scope)
{
    /// <summary>What the activity remembers while it waits.</summary>
    public ActivityMemory? Memory { get; init; }

    /// <summary>The steps of people that came directly before.</summary>
    public ImmutableArray<string> After { get => field.IsDefault ? [] : field; init; }

    /// <summary>The return that led here, if one did.</summary>
    public ReturnNote? Return { get; init; }

    /// <summary>A container's own variables.</summary>
    public ImmutableSortedDictionary<string, FeelValue>? Variables { get; init; }

    /// <summary>Outputs set so far in a definition used as an activity.</summary>
    public ImmutableSortedDictionary<string, FeelValue>? Outputs { get; init; }

    /// <summary>It left already and is only kept for a promise that is still open.</summary>
    public bool Left { get; init; }
}

/// <summary>Why a step runs again.</summary>
/// <param name="From">The activity that returned the case.</param>
/// <param name="By">Who did.</param>
/// <param name="Opinion">Id of the opinion's row.</param>
public sealed record ReturnNote(string From, Actor By, string? Opinion)
{
    /// <summary>Paths of the fields to correct; empty means all.</summary>
    public ImmutableArray<string> Fields { get => field.IsDefault ? [] : field; init; }

    /// <summary>Document types to bring.</summary>
    public ImmutableArray<string> Documents { get => field.IsDefault ? [] : field; init; }
}

/// <summary>The last round of an activity.</summary>
/// <param name="Number">How often it was reached, from 1.</param>
/// <param name="Outcome">The outcome it left by; null while it runs.</param>
public sealed record ActivityRound(int Number, string? Outcome = null)
{
    /// <summary>Ids of the users who acted in it.</summary>
    public ImmutableArray<string> Actors { get => field.IsDefault ? [] : field; init; }

    /// <summary>Ids of the users for whom a substitute acted in it.</summary>
    public ImmutableArray<string> For { get => field.IsDefault ? [] : field; init; }

    /// <summary>The steps of people that came directly before it.</summary>
    public ImmutableArray<string> After { get => field.IsDefault ? [] : field; init; }

    /// <summary>What may happen once in a case happened: a correction was asked.</summary>
    public bool Corrected { get; init; }

    /// <summary>The outcome came by the office's silence.</summary>
    public bool Silent { get; init; }

    /// <summary>The case was not in the sample, so nobody decided.</summary>
    public bool NotSampled { get; init; }
}
