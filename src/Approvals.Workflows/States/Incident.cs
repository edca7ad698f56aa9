namespace Approvals.Workflows;

/// <summary>Something failed; the case waits, nothing is lost, an operator mends and retries.</summary>
/// <param name="Id">Engine-derived id.</param>
/// <param name="Execution">The execution that failed.</param>
/// <param name="Activity">Its activity.</param>
/// <param name="Code">Key of the text, such as <c>workflow.expressionFailed</c>.</param>
public sealed record Incident(string Id, string Execution, string Activity, string Code)
{
    /// <summary>The input of the activity whose expression failed.</summary>
    public string? Input { get; init; }

    /// <summary>The expression, as written.</summary>
    public string? Expression { get; init; }

    /// <summary>Names (never values: they may be personal) that the expression reads and that were null.</summary>
    public ImmutableArray<string> Missing { get => field.IsDefault ? [] : field; init; }

    /// <summary>Values for the text's placeholders.</summary>
    public ImmutableSortedDictionary<string, string> Data { get => field ?? ImmutableSortedDictionary<string, string>.Empty; init; }

    /// <summary>What went wrong, in a policy editor's words; the catalogue must hold the texts of expressions too.</summary>
    public string Describe(MessageCatalog catalog, string? language) => ReasonText.Format(catalog, Code, Data, language);

    /// <summary>The outcomes the activity could not leave by; null when it failed before.</summary>
    public ImmutableArray<string>? Outcomes { get; init; }

    /// <summary>The event that failed on a waiting activity; retried as it was.</summary>
    public WorkflowEvent? Event { get; init; }
}
