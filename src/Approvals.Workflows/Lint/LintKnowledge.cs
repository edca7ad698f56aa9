namespace Approvals.Workflows;

/// <summary>What lint may know beside the definition.</summary>
public sealed record LintKnowledge
{
    /// <summary>Nothing beside the definition.</summary>
    public static readonly LintKnowledge None = new();

    /// <summary>The statutory limit of the service; null when there is none.</summary>
    public Limit? Statutory { get; init; }

    /// <summary>The limit the office promises; null when it promises none.</summary>
    public Limit? Promised { get; init; }

    /// <summary>Whether the case's clock runs from acceptance; otherwise from receipt.</summary>
    public bool StartsAtAcceptance { get; init; } = true;

    /// <summary>Ids or types of activities whose time does not count.</summary>
    public ImmutableArray<string> Excludes { get; init; } = [];

    /// <summary>Types of form fields by their path: <c>form.&lt;formId&gt;.&lt;key&gt;</c>.</summary>
    public ImmutableDictionary<string, FeelType> Fields { get; init; } = ImmutableDictionary<string, FeelType>.Empty;

    /// <summary>Who holds which role where; null when that is not known.</summary>
    public ImmutableArray<StaffedRole>? Staffing { get; init; }

    /// <summary>All that an output of a decision can be, by the decision and the output's name, empty for the only one; null where that is not known.</summary>
    public Func<string, string, ImmutableArray<FeelValue>?> Answers { get; init; } = (_, _) => null;

    /// <summary>How many control states are looked at.</summary>
    public int Bound { get; init; } = PathRules.Bound;
}

/// <summary>How many people hold a role at a place.</summary>
/// <param name="Role">The role.</param>
/// <param name="Level">The level of the office: county, city, province; null means any.</param>
/// <param name="OrganisationKind">What kind of office it is; null means any.</param>
/// <param name="People">How many people; places with nobody count as 0.</param>
public sealed record StaffedRole(string Role, string? Level, string? OrganisationKind, int People);
