namespace Approvals.Domain.Studio.Flows;

/// <summary>Puts a block at another place of the canvas: <c>flow.place</c> with <c>{ x, y }</c>.</summary>
/// <param name="File">The flow.</param>
/// <param name="Activity">The block.</param>
/// <param name="Position">Where it stands.</param>
public sealed record PlaceBlock(string File, string Activity, BlockPosition Position) : DraftCommand
{
    /// <inheritdoc />
    public override ImmutableArray<string> Targets => [FlowDraft.Step(File, Activity, "/metadata/designer")];

    /// <inheritdoc />
    public override Result<DraftFiles> Apply(DraftFiles files) => FlowDraft.Change(files, File, flow => BlockEdits.Place(flow, Activity, Position));

    internal static Result<DraftCommand> Read(CommandText text) => FlowDraft.At(text).Bind<DraftCommand>(at =>
        FlowValue.Position(text.Value) is { } position ? new PlaceBlock(text.File, at, position) : DraftCommands.Lacks(text, "value"));
}
