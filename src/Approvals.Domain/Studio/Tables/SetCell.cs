using System.Text.Json;
using Approvals.Decisions;

namespace Approvals.Domain.Studio.Tables;

/// <summary>Writes a cell of a table: a test, a result, a remark, or under <c>description</c> the rule's description.</summary>
/// <param name="File">The decision file.</param>
/// <param name="Decision">The decision's id or name.</param>
/// <param name="Rule">The rule's key.</param>
/// <param name="Column">The column's key.</param>
/// <param name="Text">What is written.</param>
public sealed record SetCell(string File, string Decision, string Rule, string Column, string Text) : DraftCommand
{
    /// <inheritdoc />
    public override ImmutableArray<string> Targets => [DecisionDraft.Target(File, Decision, "rules", Rule, Column)];

    /// <inheritdoc />
    public override Result<DraftFiles> Apply(DraftFiles files) => DecisionDraft.ChangeTable(files, File, Decision, table => table.WithText(Rule, Column, Text));

    internal static Result<DraftCommand> Read(CommandText text) =>
        DecisionDraft.Unwritable(text.Value) is { } error ? error
        : text.Value is not { ValueKind: JsonValueKind.String } value ? DraftCommands.Lacks(text, "value")
        : DecisionDraft.Steps(text, 4, "rules").Map<DraftCommand>(steps => new SetCell(text.File, steps[0], steps[2], steps[3], value.GetString()!));
}
