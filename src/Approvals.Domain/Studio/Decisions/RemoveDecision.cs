using Approvals.Decisions;
using Approvals.Domain.Studio.Tables;

namespace Approvals.Domain.Studio.Decisions;

/// <summary>Takes an element out of a decision file, and what others require of it.</summary>
/// <param name="File">The decision file.</param>
/// <param name="Decision">The element's id or name.</param>
public sealed record RemoveDecision(string File, string Decision) : DraftCommand
{
    /// <inheritdoc />
    public override ImmutableArray<string> Targets => [DecisionDraft.Target(File, Decision)];

    /// <inheritdoc />
    public override Result<DraftFiles> Apply(DraftFiles files) => DecisionDraft.Change(files, File, document => document.WithoutElement(Decision));

    internal static Result<DraftCommand> Read(CommandText text) => DecisionDraft.Steps(text, 1).Map<DraftCommand>(steps => new RemoveDecision(text.File, steps[0]));
}
