using System.Text.Json;

namespace Approvals.Domain.Studio.Flows;

/// <summary>Puts a new block into a flow: <c>flow.insert</c> with <c>{ kind, name?, after?, port?, target?, position?, lead? }</c>.</summary>
/// <param name="File">The flow.</param>
/// <param name="Block">What.</param>
/// <param name="Place">Where.</param>
/// <param name="Lead">Whether its refusals, time-outs and the like lead at once where those of its peers do.</param>
public sealed record InsertBlock(string File, NewBlock Block, BlockPlace Place, bool Lead = false) : DraftCommand
{
    /// <inheritdoc />
    public override ImmutableArray<string> Targets => [Place.After is { } after ? FlowDraft.Way(File, after, Place.Port) : $"{File}#/root/start"];

    /// <inheritdoc />
    public override Result<DraftFiles> Apply(DraftFiles files) => FlowDraft.Change(files, File, flow => BlockEdits.Insert(flow, Block, Place, Lead));

    internal static Result<DraftCommand> Read(CommandText text)
    {
        if (FlowValue.Text(text.Value, "kind") is not { Length: > 0 } kind)
        {
            return DraftCommands.Lacks(text, "kind");
        }

        var block = new NewBlock(kind, Name(FlowValue.Member(text.Value, "name")), FlowValue.Position(FlowValue.Member(text.Value, "position")));
        return new InsertBlock(text.File, block, FlowValue.Place(text.Value), FlowValue.Flag(text.Value, "lead"));
    }

    private static LocalText? Name(JsonElement? name) =>
        (FlowValue.Text(name, "zh-CN") ?? FlowValue.Text(name, "en")) is { } any ? new LocalText(FlowValue.Text(name, "zh-CN") ?? any, FlowValue.Text(name, "en") ?? any) : null;
}
