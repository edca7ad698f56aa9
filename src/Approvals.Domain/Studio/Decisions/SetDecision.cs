using System.Text.Json;
using Approvals.Decisions;
using Approvals.Domain.Studio.Tables;

namespace Approvals.Domain.Studio.Decisions;

/// <summary>Writes the label, type, description or question of an element of a decision file.</summary>
/// <param name="File">The decision file.</param>
/// <param name="Decision">The element's id or name.</param>
/// <param name="Setting">The setting.</param>
/// <param name="Text">What is written; null takes it away.</param>
public sealed record SetDecision(string File, string Decision, string Setting, string? Text) : DraftCommand
{
    /// <inheritdoc />
    public override ImmutableArray<string> Targets => [DecisionDraft.Target(File, Decision, Setting)];

    /// <inheritdoc />
    public override Result<DraftFiles> Apply(DraftFiles files) => DecisionDraft.Change(files, File, document => document.WithElementSetting(Decision, Setting, Text));

    internal static Result<DraftCommand> Read(CommandText text) =>
        DecisionDraft.Unwritable(text.Value) is { } error ? error
        : text.Value is not { ValueKind: JsonValueKind.String or JsonValueKind.Null } value ? DraftCommands.Lacks(text, "value")
        : DecisionDraft.Steps(text, 2).Map<DraftCommand>(steps => new SetDecision(text.File, steps[0], steps[1], value.GetString()));
}
