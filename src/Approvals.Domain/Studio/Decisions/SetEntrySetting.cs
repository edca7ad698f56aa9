using System.Text.Json;
using Approvals.Decisions;
using Approvals.Domain.Studio.Tables;

namespace Approvals.Domain.Studio.Decisions;

/// <summary>Writes the name or type of a context's entry; a new name is written where the context's other entries use it, too.</summary>
/// <param name="File">The decision file.</param>
/// <param name="Decision">The decision's id or name.</param>
/// <param name="Entry">The entry's name.</param>
/// <param name="Setting"><c>name</c> or <c>type</c>.</param>
/// <param name="Text">What is written; null takes the type away.</param>
public sealed record SetEntrySetting(string File, string Decision, string Entry, string Setting, string? Text) : DraftCommand
{
    /// <inheritdoc />
    public override ImmutableArray<string> Targets => Setting == "name"
        ? [DecisionDraft.Target(File, Decision, "entries")]
        : [DecisionDraft.Target(File, Decision, "entries", Entry, Setting)];

    /// <inheritdoc />
    public override Result<DraftFiles> Apply(DraftFiles files) => DecisionDraft.Change(files, File, document => document.WithEntrySetting(Decision, Entry, Setting, Text));

    internal static Result<DraftCommand> Read(CommandText text) =>
        DecisionDraft.Unwritable(text.Value) is { } error ? error
        : text.Value is not { ValueKind: JsonValueKind.String or JsonValueKind.Null } value ? DraftCommands.Lacks(text, "value")
        : DecisionDraft.Steps(text, 4, "entries").Map<DraftCommand>(steps => new SetEntrySetting(text.File, steps[0], steps[2], steps[3], value.GetString()));
}
