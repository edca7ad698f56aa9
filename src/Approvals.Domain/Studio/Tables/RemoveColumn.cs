using Approvals.Decisions;

namespace Approvals.Domain.Studio.Tables;

/// <summary>Takes a column out of a table, with its cells.</summary>
/// <param name="File">The decision file.</param>
/// <param name="Decision">The decision's id or name.</param>
/// <param name="Column">The column's key.</param>
public sealed record RemoveColumn(string File, string Decision, string Column) : DraftCommand
{
    /// <summary>It meets every cell that somebody else may just have written.</summary>
    public override ImmutableArray<string> Targets => [DecisionDraft.Target(File, Decision, "columns", Column), DecisionDraft.Target(File, Decision, "rules")];

    /// <inheritdoc />
    public override Result<DraftFiles> Apply(DraftFiles files) => DecisionDraft.ChangeTable(files, File, Decision, table => table.WithoutColumn(Column));

    internal static Result<DraftCommand> Read(CommandText text) =>
        DecisionDraft.Steps(text, 3, "columns").Map<DraftCommand>(steps => new RemoveColumn(text.File, steps[0], steps[2]));
}
