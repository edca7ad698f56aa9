using System.Text.Json;

namespace Approvals.Domain.Scenarios;

/// <summary>A scenario: people who act on a case in a sandbox, and what must come of it.</summary>
public sealed record Scenario
{
    /// <summary>In an expected path: any activities, or none.</summary>
    public const string Anything = "…";

    /// <summary>The file it was read from.</summary>
    public required string File { get; init; }

    public required LocalText Name { get; init; }

    /// <summary>The instant at which it begins.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>People by key.</summary>
    public required ImmutableSortedDictionary<string, ScenarioPerson> People { get; init; }

    /// <summary>What is known beforehand: by kind (entitlements, cases, presence, relations), then by person.</summary>
    public ImmutableSortedDictionary<string, FeelContext> Facts { get; init; } = ImmutableSortedDictionary<string, FeelContext>.Empty;

    /// <summary>What happens, in order.</summary>
    public required ImmutableArray<ScenarioAct> Acts { get; init; }

    public required ScenarioExpectation Expect { get; init; }

    /// <summary>What is known of a person beforehand; null when nothing is said.</summary>
    public FeelValue Fact(string kind, string person) => Facts.TryGetValue(kind, out var facts) ? facts[person] : FeelValue.Null;
}

/// <summary>A person of a scenario.</summary>
public sealed record ScenarioPerson
{
    public required string Key { get; init; }

    public ImmutableArray<string> Roles { get; init; } = [];

    public string? Name { get; init; }

    /// <summary>Region of the person's office.</summary>
    public string? Region { get; init; }

    public string? OrganisationKind { get; init; }

    public string? Organisation { get; init; }

    public DateOnly? BirthDate { get; init; }

    public string? Sex { get; init; }

    public string? IdNumber { get; init; }

    public string? Mobile { get; init; }

    public string? Email { get; init; }

    /// <summary>Unified social credit code of an applicant's employer.</summary>
    public string? Employer { get; init; }

    /// <summary>Key of the person's manager.</summary>
    public string? Manager { get; init; }
}

/// <summary>One thing that happens.</summary>
public abstract record ScenarioAct
{
    private protected ScenarioAct()
    {
    }
}

/// <summary>The clock moves on by a length, or to an instant.</summary>
public sealed record AdvanceClock(Limit? By, DateTimeOffset? To) : ScenarioAct;

/// <summary>A person does something.</summary>
public sealed record PersonAct : ScenarioAct
{
    /// <summary>When; absent: at the clock's time.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Key of the person; null where many act, as in a vote.</summary>
    public string? By { get; init; }

    /// <summary>Key of the person for whom an application is filed; null where people file their own.</summary>
    public string? For { get; init; }

    /// <summary>The activity; null for an act on the case as a whole, such as withdrawing.</summary>
    public string? Activity { get; init; }

    public required string Act { get; init; }

    public string? Outcome { get; init; }

    /// <summary>Answers to the activity's form.</summary>
    public JsonElement? Form { get; init; }

    public string? Opinion { get; init; }

    public string? Reason { get; init; }

    /// <summary>Fields opened for a correction.</summary>
    public ImmutableArray<string> Fields { get; init; } = [];

    /// <summary>Types of documents supplied or asked for.</summary>
    public ImmutableArray<string> Documents { get; init; } = [];

    /// <summary>Votes by person: for, against, abstain.</summary>
    public ImmutableSortedDictionary<string, string> Ballots { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Who is transferred to, delegated to, added, removed, asked or copied to; or where it is returned to.</summary>
    public string? To { get; init; }

    /// <summary>Members drawn before who have not answered and are not waited for, where a panel is drawn again.</summary>
    public ImmutableArray<string> Without { get; init; } = [];

    /// <summary>When an added signer signs: before, after or alongside.</summary>
    public string? Place { get; init; }

    /// <summary>The new length of an extended limit, in its own unit.</summary>
    public int? Length { get; init; }

    /// <summary>The code with which the act must be refused.</summary>
    public string? Refused { get; init; }
}

/// <summary>Something that no person of the case does: another case, another system or an administrator has a part in it.</summary>
/// <param name="At">When.</param>
/// <param name="Activity">The step that hears it; its own id there takes the place of the one in the event. Null: the case as a whole.</param>
/// <param name="Event">What happens, as the engine takes it.</param>
public sealed record OutsideEvent(DateTimeOffset At, string? Activity, WorkflowEvent Event) : ScenarioAct;

/// <summary>Another case opens the case, prefilled, for its applicant to fill in.</summary>
/// <param name="At">When.</param>
/// <param name="Applicant">Key of the applicant.</param>
/// <param name="Filer">Key of the employer's agent who filed the other case; null where the applicant did.</param>
/// <param name="Region">The code of its region.</param>
/// <param name="Employer">The code of the employer, or null.</param>
/// <param name="Given">What the first form is prefilled with.</param>
public sealed record OpenedByAnother(DateTimeOffset At, string Applicant, string? Filer, string Region, string? Employer, FeelValue Given) : ScenarioAct;
