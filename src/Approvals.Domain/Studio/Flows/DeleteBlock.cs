namespace Approvals.Domain.Studio.Flows;

/// <summary>Takes a block out: <c>flow.delete</c>, with <c>{ branches: true }</c> also what only it leads to.</summary>
/// <param name="File">The flow.</param>
/// <param name="Activity">The block.</param>
/// <param name="WithBranches">Whether what only it leads to goes too.</param>
public sealed record DeleteBlock(string File, string Activity, bool WithBranches) : DraftCommand
{
    /// <inheritdoc />
    public override ImmutableArray<string> Targets => [FlowDraft.Step(File, Activity)];

    /// <inheritdoc />
    public override Result<DraftFiles> Apply(DraftFiles files) => FlowDraft.Change(files, File, flow => BlockEdits.Delete(flow, Activity, WithBranches));

    internal static Result<DraftCommand> Read(CommandText text) =>
        FlowDraft.At(text).Map<DraftCommand>(at => new DeleteBlock(text.File, at, FlowValue.Flag(text.Value, "branches")));
}
