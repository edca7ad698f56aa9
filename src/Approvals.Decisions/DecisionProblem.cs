namespace Approvals.Decisions;

/// <summary>Something wrong in a model.</summary>
/// <param name="Code">Key of the text in the message catalogue.</param>
/// <param name="Element">Name of the decision, item definition or other element.</param>
/// <param name="Rule">The rule's number in the table, from 1, when it stands in one.</param>
/// <param name="Column">The column's label, when it stands in one.</param>
public sealed record DecisionProblem(string Code, string Element, int? Rule, string? Column)
{
    /// <summary>Values for the placeholders of the text.</summary>
    public System.Collections.Immutable.ImmutableSortedDictionary<string, string> Data { get; init; } =
        System.Collections.Immutable.ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>The problem as an error that names its place.</summary>
    public Error ToError() => new(Code) { Data = Data };
}
