using Approvals.Decisions;
using Approvals.Domain.Studio.Tables;

namespace Approvals.Domain.Studio.Decisions;

/// <summary>Takes an entry out of a context.</summary>
/// <param name="File">The decision file.</param>
/// <param name="Decision">The decision's id or name.</param>
/// <param name="Entry">The entry's name.</param>
public sealed record RemoveEntry(string File, string Decision, string Entry) : DraftCommand
{
    /// <inheritdoc />
    public override ImmutableArray<string> Targets => [DecisionDraft.Target(File, Decision, "entries", Entry)];

    /// <inheritdoc />
    public override Result<DraftFiles> Apply(DraftFiles files) => DecisionDraft.Change(files, File, document => document.WithoutEntry(Decision, Entry));

    internal static Result<DraftCommand> Read(CommandText text) =>
        DecisionDraft.Steps(text, 3, "entries").Map<DraftCommand>(steps => new RemoveEntry(text.File, steps[0], steps[2]));
}
