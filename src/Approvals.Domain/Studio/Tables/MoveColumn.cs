using Approvals.Decisions;

namespace Approvals.Domain.Studio.Tables;

/// <summary>Moves a column of a table among those of its kind.</summary>
/// <param name="File">The decision file.</param>
/// <param name="Decision">The decision's id or name.</param>
/// <param name="Column">The column's key.</param>
/// <param name="Index">Its place from 0, counted without it.</param>
public sealed record MoveColumn(string File, string Decision, string Column, int Index) : DraftCommand
{
    /// <inheritdoc />
    public override ImmutableArray<string> Targets => [DecisionDraft.Target(File, Decision, "columns", Column, "place")];

    /// <inheritdoc />
    public override Result<DraftFiles> Apply(DraftFiles files) => DecisionDraft.ChangeTable(files, File, Decision, table => table.WithColumnAt(Column, Index));

    internal static Result<DraftCommand> Read(CommandText text) => text.Index is { } index
        ? DecisionDraft.Steps(text, 3, "columns").Map<DraftCommand>(steps => new MoveColumn(text.File, steps[0], steps[2], index))
        : DraftCommands.Lacks(text, "index");
}
