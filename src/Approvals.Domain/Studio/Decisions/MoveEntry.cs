using Approvals.Decisions;
using Approvals.Domain.Studio.Tables;

namespace Approvals.Domain.Studio.Decisions;

/// <summary>Moves an entry of a context; its result stays last.</summary>
/// <param name="File">The decision file.</param>
/// <param name="Decision">The decision's id or name.</param>
/// <param name="Entry">The entry's name.</param>
/// <param name="Index">Its place from 0, counted without it.</param>
public sealed record MoveEntry(string File, string Decision, string Entry, int Index) : DraftCommand
{
    /// <inheritdoc />
    public override ImmutableArray<string> Targets => [DecisionDraft.Target(File, Decision, "entries", Entry, "place")];

    /// <inheritdoc />
    public override Result<DraftFiles> Apply(DraftFiles files) => DecisionDraft.Change(files, File, document => document.WithEntryAt(Decision, Entry, Index));

    internal static Result<DraftCommand> Read(CommandText text) => text.Index is { } index
        ? DecisionDraft.Steps(text, 3, "entries").Map<DraftCommand>(steps => new MoveEntry(text.File, steps[0], steps[2], index))
        : DraftCommands.Lacks(text, "index");
}
