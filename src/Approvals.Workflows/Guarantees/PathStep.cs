namespace Approvals.Workflows;

/// <summary>What a step of a path is.</summary>
public enum PathStepKind
{
    /// <summary>An activity left by outcomes.</summary>
    Left,

    /// <summary>A correction was asked for.</summary>
    CorrectionAsked,

    /// <summary>A step returned the case.</summary>
    Returned,

    /// <summary>The applicant withdrew.</summary>
    Withdrawn,

    /// <summary>The case ended.</summary>
    Ended,
}

/// <summary>One step of a path through a definition.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Activity">Id of the activity; null when the case ended or was withdrawn as a whole.</param>
/// <param name="Name">What people call the activity.</param>
public sealed record PathStep(PathStepKind Kind, string? Activity, LocalText? Name)
{
    /// <summary>The outcomes it left by, the target of a return, or the case's result.</summary>
    public ImmutableArray<string> Outcomes { get => field.IsDefault ? [] : field; init; }

    /// <summary>The step in a policy editor's words.</summary>
    public string Describe(MessageCatalog catalog, string? language) => catalog.Format($"workflow.path.{char.ToLowerInvariant(Kind.ToString()[0])}{Kind.ToString()[1..]}", new Dictionary<string, string>
    {
        ["name"] = Name?.In(language) ?? Activity ?? "",
        ["activity"] = Activity ?? "",
        ["outcome"] = string.Join(", ", Outcomes),
    }, language);
}
