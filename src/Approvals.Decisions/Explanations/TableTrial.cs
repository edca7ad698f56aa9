using System.Collections.Immutable;
using System.Xml.Linq;
using Approvals.Feel;

namespace Approvals.Decisions;

/// <summary>What a table says to a row of values, one a column.</summary>
/// <param name="Value">What it gives.</param>
/// <param name="Decided">The numbers of the rules that decided, from 1.</param>
/// <param name="Rules">Each rule of the table, whether it matched, and why not.</param>
/// <param name="Diagnostics">Why the value is null, where it is.</param>
public sealed record TableTrial(FeelValue Value, ImmutableArray<int> Decided, ImmutableArray<RuleExplanation> Rules, ImmutableArray<FeelDiagnostic> Diagnostics)
{
    private const string Prefix = "approvals_column_";

    /// <summary>Asks the table of a decision with a value for each of its input columns, whatever the columns read.</summary>
    /// <param name="document">The document.</param>
    /// <param name="decision">The decision by name or id.</param>
    /// <param name="row">The values, one an input column.</param>
    /// <param name="importsByNamespace">Models that the document imports.</param>
    /// <param name="words">What people call what the table reads.</param>
    public static Result<TableTrial> Of(
        DecisionDocument document, string decision, ImmutableArray<FeelValue> row, IReadOnlyDictionary<string, DecisionModel>? importsByNamespace, TableWords words)
    {
        var grid = document.Table(decision);
        if (!grid.IsSuccess || grid.Value.Inputs.Length != row.Length)
        {
            return grid.Error ?? new Error("decisions.wrongRow");
        }

        var read = grid.Value.Inputs.Select(input => FeelExpression.Compile(input.Expression, FeelScope.Empty) is { IsSuccess: true, Value.References: [var only] } ? only : null).ToArray();
        var named = words with
        {
            Column = name => Place(name) is { } place && read[place] is { } known ? words.Column(known) : null,
            Value = (name, code) => Place(name) is { } place && read[place] is { } known ? words.Value(known, code) : null,
        };
        var inputs = FeelContext.From(row.Select((value, i) => KeyValuePair.Create(Name(i), value)));
        return Opened(document, decision).Bind(open => open.Compile(importsByNamespace)).Bind(model => model.Evaluate(decision, inputs).Map(result =>
        {
            var explained = model.Explain(decision, inputs, named);
            return new TableTrial(result.Value, Numbers(result, grid.Value.Name), explained.IsSuccess ? explained.Value.Rules : [], result.Diagnostics);
        }));

        int? Place(string name) => name.StartsWith(Prefix, StringComparison.Ordinal) && int.TryParse(name.AsSpan(Prefix.Length), out var place) && place >= 0 && place < read.Length ? place : null;
    }

    private static ImmutableArray<int> Numbers(DecisionResult result, string decision) => [.. result.Matched.Where(rule => rule.Decision == decision).Select(rule => rule.Number)];

    private static string Name(int column) => $"{Prefix}{column}";

    /// <summary>The document in which the table reads a row of given values.</summary>
    private static Result<DecisionDocument> Opened(DecisionDocument document, string decision) => document.Changed(root =>
    {
        var element = DecisionDocument.ElementOf(root, decision)!;
        var columns = DocumentElements.LogicOf(element)!.All("input").ToList();
        for (var i = 0; i < columns.Count; i++)
        {
            var (id, space) = ($"approvals-column-{i}", root.Name.Namespace);
            columns[i].One("inputExpression")?.SetElementValue(space + "text", Name(i));
            root.Add(new XElement(space + "inputData", new XAttribute("id", id), new XAttribute("name", Name(i))));
            var requirement = new XElement(space + "informationRequirement", new XElement(space + "requiredInput", new XAttribute("href", "#" + id)));
            DocumentElements.LogicOf(element)!.AddBeforeSelf(requirement);
        }

        return null;
    });
}
