using Approvals.Decisions;

namespace Approvals.Domain.Studio.Tables;

/// <summary>Moves a rule of a table to another place.</summary>
/// <param name="File">The decision file.</param>
/// <param name="Decision">The decision's id or name.</param>
/// <param name="Rule">The rule's key.</param>
/// <param name="Index">Its place from 0, counted without it.</param>
public sealed record MoveRule(string File, string Decision, string Rule, int Index) : DraftCommand
{
    /// <inheritdoc />
    public override ImmutableArray<string> Targets => [DecisionDraft.Target(File, Decision, "rules", Rule, "place")];

    /// <inheritdoc />
    public override Result<DraftFiles> Apply(DraftFiles files) => DecisionDraft.ChangeTable(files, File, Decision, table => table.WithRuleAt(Rule, Index));

    internal static Result<DraftCommand> Read(CommandText text) => text.Index is { } index
        ? DecisionDraft.Steps(text, 3, "rules").Map<DraftCommand>(steps => new MoveRule(text.File, steps[0], steps[2], index))
        : DraftCommands.Lacks(text, "index");
}
