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
