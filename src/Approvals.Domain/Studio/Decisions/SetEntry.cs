using System.Text.Json;
using Approvals.Decisions;
using Approvals.Domain.Studio.Tables;

namespace Approvals.Domain.Studio.Decisions;

/// <summary>Writes an expression of a decision: its one, that of a context's entry, or under the empty name a context's result.</summary>
/// <param name="File">The decision file.</param>
/// <param name="Decision">The decision's id or name.</param>
/// <param name="Entry">The entry's name.</param>
/// <param name="Text">The expression.</param>
public sealed record SetEntry(string File, string Decision, string Entry, string Text) : DraftCommand
{
    /// <inheritdoc />
    public override ImmutableArray<string> Targets => [DecisionDraft.Target(File, Decision, "entries", Entry)];

    /// <inheritdoc />
    public override Result<DraftFiles> Apply(DraftFiles files) => DecisionDraft.Change(files, File, document => document.WithEntry(Decision, Entry, Text));

    internal static Result<DraftCommand> Read(CommandText text) =>
        DecisionDraft.Unwritable(text.Value) is { } error ? error
        : text.Value is not { ValueKind: JsonValueKind.String } value ? DraftCommands.Lacks(text, "value")
        : DecisionDraft.Steps(text, 3, "entries").Map<DraftCommand>(steps => new SetEntry(text.File, steps[0], steps[2], value.GetString()!));
}
