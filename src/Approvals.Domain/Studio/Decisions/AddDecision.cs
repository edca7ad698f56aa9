using Approvals.Decisions;
using Approvals.Domain.Studio.Tables;

namespace Approvals.Domain.Studio.Decisions;

/// <summary>Adds a decision or input data to a decision file: <c>{ kind: input | table | literal | context, name, label, type }</c>.</summary>
/// <param name="File">The decision file.</param>
/// <param name="Element">The element.</param>
public sealed record AddDecision(string File, NewElement Element) : DraftCommand
{
    /// <inheritdoc />
    public override ImmutableArray<string> Targets => [DecisionDraft.Target(File, "+" + Element.Name)];

    /// <inheritdoc />
    public override Result<DraftFiles> Apply(DraftFiles files) => DecisionDraft.Change(files, File, document => document.WithElement(Element));

    internal static Result<DraftCommand> Read(CommandText text)
    {
        (DocumentElementKind Kind, DocumentLogic Logic)? made = DecisionDraft.Text(text.Value, "kind") switch
        {
            "input" => (DocumentElementKind.InputData, DocumentLogic.None),
            "table" => (DocumentElementKind.Decision, DocumentLogic.Table),
            "literal" => (DocumentElementKind.Decision, DocumentLogic.Literal),
            "context" => (DocumentElementKind.Decision, DocumentLogic.Context),
            _ => null,
        };
        return DecisionDraft.Unwritable(text.Value) is { } error ? error
            : made is not { } known || DecisionDraft.Text(text.Value, "name") is not { } name ? DraftCommands.Lacks(text, "value")
            : new AddDecision(text.File, new NewElement(known.Kind, known.Logic, name.Trim(), DecisionDraft.Text(text.Value, "label"), DecisionDraft.Text(text.Value, "type")));
    }
}
