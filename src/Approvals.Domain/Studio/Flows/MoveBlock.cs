namespace Approvals.Domain.Studio.Flows;

/// <summary>Puts a block elsewhere, or a copy of it: <c>flow.move</c> and <c>flow.copy</c> with <c>{ after, port?, target? }</c>.</summary>
/// <param name="File">The flow.</param>
/// <param name="Activity">The block.</param>
/// <param name="Place">Where it goes.</param>
/// <param name="IsCopy">Whether the block stays where it is.</param>
public sealed record MoveBlock(string File, string Activity, BlockPlace Place, bool IsCopy) : DraftCommand
{
    /// <inheritdoc />
    public override ImmutableArray<string> Targets =>
        IsCopy ? [FlowDraft.Way(File, Place.After!, Place.Port)] : [FlowDraft.Way(File, Activity, null), FlowDraft.Way(File, Place.After!, Place.Port)];

    /// <inheritdoc />
    public override Result<DraftFiles> Apply(DraftFiles files) =>
        FlowDraft.Change(files, File, flow => IsCopy ? BlockEdits.Copy(flow, Activity, Place) : BlockEdits.Move(flow, Activity, Place));

    internal static Result<DraftCommand> ReadMove(CommandText text) => Read(text, false);

    internal static Result<DraftCommand> ReadCopy(CommandText text) => Read(text, true);

    private static Result<DraftCommand> Read(CommandText text, bool isCopy) => FlowDraft.At(text).Bind<DraftCommand>(at =>
        FlowValue.Place(text.Value) is { After: not null } place ? new MoveBlock(text.File, at, place, isCopy) : DraftCommands.Lacks(text, "after"));
}
