using System.Text.Json;
using Approvals.Decisions;

namespace Approvals.Domain.Studio.Tables;

/// <summary>Writes a setting of a column: its name or expression, label, type, allowed values or default.</summary>
/// <param name="File">The decision file.</param>
/// <param name="Decision">The decision's id or name.</param>
/// <param name="Column">The column's key.</param>
/// <param name="Setting">The setting.</param>
/// <param name="Text">What is written; null takes the setting away.</param>
public sealed record SetColumn(string File, string Decision, string Column, string Setting, string? Text) : DraftCommand
{
    /// <inheritdoc />
    public override ImmutableArray<string> Targets => [DecisionDraft.Target(File, Decision, "columns", Column, Setting)];

    /// <inheritdoc />
    public override Result<DraftFiles> Apply(DraftFiles files) => DecisionDraft.ChangeTable(files, File, Decision, table => table.WithSetting(Column, Setting, Text));

    internal static Result<DraftCommand> Read(CommandText text) =>
        DecisionDraft.Unwritable(text.Value) is { } error ? error
        : text.Value is not { ValueKind: JsonValueKind.String or JsonValueKind.Null } value ? DraftCommands.Lacks(text, "value")
        : DecisionDraft.Steps(text, 4, "columns").Map<DraftCommand>(steps => new SetColumn(text.File, steps[0], steps[2], steps[3], value.GetString()));
}
