using System.Text.Json;
using Approvals.Decisions;
using Approvals.Domain.Studio.Tables;

namespace Approvals.Domain.Studio.Decisions;

/// <summary>Gives an element of a decision file another name, there and in the expressions of those that require it.</summary>
/// <param name="File">The decision file.</param>
/// <param name="Decision">The element's id or name.</param>
/// <param name="Name">Its new name.</param>
public sealed record RenameDecision(string File, string Decision, string Name) : DraftCommand
{
    /// <summary>It meets everything in the file: expressions anywhere in it may use the name.</summary>
    public override ImmutableArray<string> Targets => [DecisionDraft.Target(File)];

    /// <inheritdoc />
    public override Result<DraftFiles> Apply(DraftFiles files) => DecisionDraft.Change(files, File, document => document.WithName(Decision, Name));

    internal static Result<DraftCommand> Read(CommandText text) =>
        DecisionDraft.Unwritable(text.Value) is { } error ? error
        : text.Value is not { ValueKind: JsonValueKind.String } value ? DraftCommands.Lacks(text, "value")
        : DecisionDraft.Steps(text, 1).Map<DraftCommand>(steps => new RenameDecision(text.File, steps[0], value.GetString()!.Trim()));
}
