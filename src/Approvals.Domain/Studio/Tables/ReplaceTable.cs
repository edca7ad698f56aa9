using System.Text.Json;
using Approvals.Decisions;

namespace Approvals.Domain.Studio.Tables;

/// <summary>Writes a whole table from the rows of a sheet, as a spreadsheet holds it; columns and rules that stay keep what the sheet does not speak of.</summary>
/// <param name="File">The decision file.</param>
/// <param name="Decision">The decision's id or name.</param>
/// <param name="Rows">The sheet's rows.</param>
public sealed record ReplaceTable(string File, string Decision, ImmutableArray<ImmutableArray<string>> Rows) : DraftCommand
{
    /// <inheritdoc />
    public override ImmutableArray<string> Targets => [DecisionDraft.Target(File, Decision)];

    /// <inheritdoc />
    public override Result<DraftFiles> Apply(DraftFiles files) => DecisionDraft.ChangeTable(files, File, Decision, table =>
        TableSheet.Read(table.Name, Rows).Table is { } read
            ? read with { Name = table.Name }
            : Result<TableGrid>.Failure(new Error("studio.sheet")));

    internal static Result<DraftCommand> Read(CommandText text)
    {
        if (DecisionDraft.Unwritable(text.Value) is { } error)
        {
            return error;
        }

        var rows = text.Value is { ValueKind: JsonValueKind.Array } value ? value.EnumerateArray().Select(DecisionDraft.Texts).ToList() : [];
        return rows.Count == 0 || !rows.TrueForAll(row => row is not null)
            ? DraftCommands.Lacks(text, "value")
            : DecisionDraft.Steps(text, 1).Map<DraftCommand>(steps => new ReplaceTable(text.File, steps[0], [.. rows.Select(row => row!.Value)]));
    }
}
