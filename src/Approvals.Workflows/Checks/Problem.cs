namespace Approvals.Workflows;

/// <summary>How bad a problem is.</summary>
public enum Severity
{
    /// <summary>It can be published all the same.</summary>
    Warning,

    /// <summary>It cannot be published.</summary>
    Error,
}

/// <summary>Something wrong with a definition.</summary>
/// <param name="Code">Key of the text, such as <c>workflow.check.duplicateId</c>.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Activity">Id of the activity; null when it concerns the whole.</param>
/// <param name="Place">Where in the document, such as <c>root.activities[3].condition</c>.</param>
public sealed record Problem(string Code, Severity Severity, string? Activity, string Place)
{
    /// <summary>Values for the placeholders of the text.</summary>
    public ImmutableSortedDictionary<string, string> Data { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>The problem in a policy editor's words; the catalogue must hold the texts of expressions too.</summary>
    public string Describe(MessageCatalog catalog, string? language) => ReasonText.Format(catalog, Code, Data, language);

    /// <summary>The same problem with one more placeholder value.</summary>
    public Problem With(string name, string value) => this with { Data = Data.SetItem(name, value) };
}
