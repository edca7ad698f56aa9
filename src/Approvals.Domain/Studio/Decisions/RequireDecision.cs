using System.Text.Json;
using Approvals.Decisions;
using Approvals.Domain.Studio.Tables;

namespace Approvals.Domain.Studio.Decisions;

/// <summary>Lets a decision require another element of its file, or not: the value is true or false.</summary>
/// <param name="File">The decision file.</param>
/// <param name="Decision">The decision's id or name.</param>
/// <param name="Required">The id or name of what it requires.</param>
/// <param name="IsRequired">Whether it does.</param>
public sealed record RequireDecision(string File, string Decision, string Required, bool IsRequired) : DraftCommand
{
    /// <inheritdoc />
    public override ImmutableArray<string> Targets => [DecisionDraft.Target(File, Decision, "requires", Required)];

    /// <inheritdoc />
    public override Result<DraftFiles> Apply(DraftFiles files) => DecisionDraft.Change(files, File, document => document.WithRequirement(Decision, Required, IsRequired));

    internal static Result<DraftCommand> Read(CommandText text) => text.Value is { ValueKind: JsonValueKind.True or JsonValueKind.False } value
        ? DecisionDraft.Steps(text, 3, "requires").Map<DraftCommand>(steps => new RequireDecision(text.File, steps[0], steps[2], value.GetBoolean()))
        : DraftCommands.Lacks(text, "value");
}
