using System.Collections.Immutable;
using System.Globalization;

namespace Approvals.Decisions;

/// <summary>Something wrong in a model.</summary>
/// <param name="Code">Key of the text in the message catalogue, of this assembly or of FEEL's.</param>
/// <param name="Element">Name of the decision, item definition or other element.</param>
/// <param name="Rule">The rule's number in the table, from 1, when it stands in one.</param>
/// <param name="Column">The column's label, when it stands in one.</param>
public sealed record DecisionProblem(string Code, string Element, int? Rule, string? Column)
{
    /// <summary>Values for the placeholders of the text.</summary>
    public ImmutableSortedDictionary<string, string> Data { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>The text in both languages, with the place in the model.</summary>
    public LocalText Message => DecisionTexts.Message(this);

    /// <summary>The problem as an error that names its place: <c>element</c>, <c>rule</c>, <c>column</c> and <c>problem</c>, its own code.</summary>
    public Error ToError()
    {
        var data = Data.SetItem("element", Element).SetItem("problem", Code);
        data = Rule is { } rule ? data.SetItem("rule", rule.ToString(CultureInfo.InvariantCulture)) : data;
        return new Error(Code) { Data = Column is null ? data : data.SetItem("column", Column) };
    }
}
