using Approvals.Decisions;

namespace Approvals.Domain.Studio.Tables;

/// <summary>Adds a column to a table: <c>{ kind: input | output | annotation, name, label, type, allowedValues, text }</c>.</summary>
/// <param name="File">The decision file.</param>
/// <param name="Decision">The decision's id or name.</param>
/// <param name="Index">Its place among those of its kind from 0; null for the end.</param>
/// <param name="Column">The column.</param>
public sealed record AddColumn(string File, string Decision, int? Index, NewColumn Column) : DraftCommand
{
    /// <inheritdoc />
    public override ImmutableArray<string> Targets => [DecisionDraft.Target(File, Decision, "columns", $"+{Column.Kind}|{Column.Name}")];

    /// <inheritdoc />
    public override Result<DraftFiles> Apply(DraftFiles files) => DecisionDraft.ChangeTable(files, File, Decision, table => table.WithColumn(Column, Index));

    internal static Result<DraftCommand> Read(CommandText text)
    {
        GridColumnKind? kind = DecisionDraft.Text(text.Value, "kind") switch
        {
            "input" => GridColumnKind.Input,
            "output" => GridColumnKind.Output,
            "annotation" => GridColumnKind.Annotation,
            _ => null,
        };
        if (kind is null || DecisionDraft.Text(text.Value, "name") is not { } name)
        {
            return DraftCommands.Lacks(text, "value");
        }

        string? Given(string setting) => DecisionDraft.Text(text.Value, setting) is { Length: > 0 } given ? given : null;
        return DecisionDraft.Unwritable(text.Value) is { } error ? error
            : DecisionDraft.Steps(text, 2, "columns").Map<DraftCommand>(steps => new AddColumn(
                text.File, steps[0], text.Index, new NewColumn(kind.Value, name.Trim(), Given("label"), Given("type"), Given("allowedValues"), Given("text"))));
    }
}
