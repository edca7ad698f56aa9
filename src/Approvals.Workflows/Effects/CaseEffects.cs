namespace Approvals.Workflows;

/// <summary>A right is granted.</summary>
/// <param name="Activity">The activity; with <paramref name="Key"/> it makes the grant idempotent.</param>
/// <param name="Key">Engine-derived id, unique in the case.</param>
/// <param name="Kind">Kind of the entitlement; a service's own kind is written bare.</param>
/// <param name="Level">Level, if the kind has any.</param>
/// <param name="ValidFrom">First day.</param>
/// <param name="ValidTo">Last day; null means without end.</param>
/// <param name="Holder">Id of the person who holds it; null means the applicant.</param>
/// <param name="Number">Its number; null lets the platform number it.</param>
/// <param name="Items">What it comprises, as the definition's expression gives it.</param>
/// <param name="Obligations">Duties that come with it, as the definition's expression gives them.</param>
public sealed record GrantEntitlement(
    string Activity, string Key, string Kind, string? Level, DateOnly ValidFrom, DateOnly? ValidTo, string? Holder, string? Number,
    FeelValue Items, FeelValue Obligations) : Effect;

/// <summary>How a right changes.</summary>
public enum EntitlementChange
{
    /// <summary>It rests.</summary>
    Suspend,

    /// <summary>It holds again.</summary>
    Resume,

    /// <summary>It is taken away.</summary>
    Revoke,

    /// <summary>It lasts longer.</summary>
    Extend,
}

/// <summary>A right changes.</summary>
/// <param name="Activity">The activity; with <paramref name="Key"/> it makes the change idempotent.</param>
/// <param name="Key">Engine-derived id, unique in the case.</param>
/// <param name="Change">How.</param>
/// <param name="Entitlement">Id or number of the right; null means the applicant's own of this kind.</param>
/// <param name="Kind">Kind of the right; a service's own kind is written bare.</param>
/// <param name="ValidTo">When extended: its new last day.</param>
/// <param name="Reason">Why, as the definition gives it.</param>
public sealed record ChangeEntitlement(
    string Activity, string Key, EntitlementChange Change, string? Entitlement, string? Kind, DateOnly? ValidTo, string Reason) : Effect;

/// <summary>Somebody is registered as belonging to the applicant.</summary>
/// <param name="Activity">The activity; with <paramref name="Key"/> it makes the registration idempotent.</param>
/// <param name="Key">Engine-derived id, unique in the case.</param>
/// <param name="Form">The form whose answers say who it is.</param>
/// <param name="Relation">What they are to the applicant.</param>
/// <param name="Fields">Under which keys of the form the particulars stand, by particular.</param>
public sealed record RegisterRelation(
    string Activity, string Key, string Form, string Relation, ImmutableSortedDictionary<string, string> Fields) : Effect;

/// <summary>Another case begins. Its end comes back as <see cref="ChildFinished"/> when this one waits for it.</summary>
/// <param name="Child">Id under which it is started.</param>
/// <param name="Activity">The activity.</param>
/// <param name="Service">Code of its service.</param>
/// <param name="Data">What its first form is prefilled with.</param>
public sealed record StartChild(string Child, string Activity, string Service, FeelValue Data) : Effect
{
    /// <summary>Whether this case waits for its end.</summary>
    public bool Wait { get; init; }

    /// <summary>Whether it is cancelled when this case ends first; else it goes on.</summary>
    public bool CancelWithParent { get; init; }
}

/// <summary>The case took another way and does not wait for a child any more that ends with it.</summary>
/// <param name="Child">Id under which it was started.</param>
public sealed record CancelChild(string Child) : Effect;

/// <summary>A decision was evaluated.</summary>
/// <param name="Activity">The activity.</param>
/// <param name="Decision">Name of the decision.</param>
/// <param name="Inputs">What it was given; may be personal, so it is stored encrypted.</param>
/// <param name="Value">What it gave.</param>
/// <param name="Rules">The rules that matched, with their clauses.</param>
/// <param name="Outcome">The outcome the flow took.</param>
public sealed record RecordDecision(
    string Activity, string Decision, FeelValue Inputs, FeelValue Value, ImmutableArray<MatchedRule> Rules, string Outcome) : Effect
{
    /// <summary>The rules that matched, with their clauses.</summary>
    public ImmutableArray<MatchedRule> Rules { get => field.IsDefault ? [] : field; init; } = Rules;
}

/// <summary>The case is over.</summary>
/// <param name="Result"><c>granted</c>, <c>refused</c>, <c>notAccepted</c>, <c>withdrawn</c>, <c>terminated</c>; null when the definition names none.</param>
/// <param name="Activity">The activity that ended it; null when nothing was left to do, or a person ended it.</param>
public sealed record FinishCase(string? Result, string? Activity) : Effect;
