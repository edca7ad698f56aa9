namespace Approvals.Domain.Studio.Flows;

/// <summary>Gives a block another id: <c>flow.rename</c>. What in the flow means it follows; scenarios that name it are told as problems.</summary>
/// <param name="File">The flow.</param>
/// <param name="Activity">The block.</param>
/// <param name="Id">Its new id.</param>
public sealed record RenameBlock(string File, string Activity, string Id) : DraftCommand
{
    /// <inheritdoc />
    public override ImmutableArray<string> Targets => [FlowDraft.Step(File, Activity), FlowDraft.Step(File, Id)];

    /// <inheritdoc />
    public override Result<DraftFiles> Apply(DraftFiles files) => FlowDraft.Change(files, File, flow => BlockEdits.Rename(flow, Activity, Id));

    internal static Result<DraftCommand> Read(CommandText text) => FlowDraft.At(text).Bind<DraftCommand>(at =>
        text.To is { Length: > 0 } id ? new RenameBlock(text.File, at, id) : DraftCommands.Lacks(text, "to"));
}
