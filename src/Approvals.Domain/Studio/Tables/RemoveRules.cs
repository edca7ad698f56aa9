using Approvals.Decisions;

namespace Approvals.Domain.Studio.Tables;

/// <summary>Takes rules out of a table; the value lists their keys.</summary>
/// <param name="File">The decision file.</param>
/// <param name="Decision">The decision's id or name.</param>
/// <param name="Rules">The rules' keys.</param>
public sealed record RemoveRules(string File, string Decision, ImmutableArray<string> Rules) : DraftCommand
{
    private const int FewRules = 60;

    /// <inheritdoc />
    public override ImmutableArray<string> Targets => Rules.Length <= FewRules
        ? [.. Rules.Select(rule => DecisionDraft.Target(File, Decision, "rules", rule))]
        : [DecisionDraft.Target(File, Decision, "rules")];

    /// <inheritdoc />
    public override Result<DraftFiles> Apply(DraftFiles files) => DecisionDraft.ChangeTable(files, File, Decision, table => table.WithoutRules(Rules));

    internal static Result<DraftCommand> Read(CommandText text) => text.Value is { } value && DecisionDraft.Texts(value) is { IsEmpty: false } rules
        ? DecisionDraft.Steps(text, 2, "rules").Map<DraftCommand>(steps => new RemoveRules(text.File, steps[0], rules))
        : DraftCommands.Lacks(text, "value");
}
