using Approvals.Decisions;

namespace Approvals.Domain.Studio.Tables;

/// <summary>Writes a table's hit policy: <c>{ hitPolicy, aggregation }</c>.</summary>
/// <param name="File">The decision file.</param>
/// <param name="Decision">The decision's id or name.</param>
/// <param name="HitPolicy">The hit policy.</param>
/// <param name="Aggregation">What COLLECT makes of the results; null for a list.</param>
public sealed record SetPolicy(string File, string Decision, string HitPolicy, string? Aggregation) : DraftCommand
{
    /// <inheritdoc />
    public override ImmutableArray<string> Targets => [DecisionDraft.Target(File, Decision, "policy")];

    /// <inheritdoc />
    public override Result<DraftFiles> Apply(DraftFiles files) => DecisionDraft.ChangeTable(files, File, Decision, table => table.WithPolicy(HitPolicy, Aggregation));

    internal static Result<DraftCommand> Read(CommandText text) => DecisionDraft.Text(text.Value, "hitPolicy") is { } policy
        ? DecisionDraft.Steps(text, 2, "policy").Map<DraftCommand>(steps => new SetPolicy(text.File, steps[0], policy, DecisionDraft.Text(text.Value, "aggregation")))
        : DraftCommands.Lacks(text, "value");
}
