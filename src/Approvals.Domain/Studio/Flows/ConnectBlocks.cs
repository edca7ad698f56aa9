using System.Text.Json;

namespace Approvals.Domain.Studio.Flows;

/// <summary>What is done to a connection.</summary>
public enum ConnectionAct
{
    /// <summary>One more.</summary>
    Add,

    /// <summary>The only one of its outcome.</summary>
    Lead,

    /// <summary>One less.</summary>
    Remove,

    /// <summary>Other bends.</summary>
    Bend,
}

/// <summary>
/// Changes a connection: <c>flow.connect</c> (with <c>{ port, instead? }</c>), <c>flow.disconnect</c> (<c>{ port }</c>) and <c>flow.bend</c>
/// (<c>{ port, vertices: [{ x, y }] }</c>), from <c>at</c> to <c>to</c>.
/// </summary>
/// <param name="File">The flow.</param>
/// <param name="Source">Where it begins.</param>
/// <param name="Port">The outcome it follows.</param>
/// <param name="Target">Where it leads.</param>
/// <param name="Act">What is done.</param>
/// <param name="Vertices">Its bends.</param>
public sealed record ConnectBlocks(string File, string Source, string Port, string Target, ConnectionAct Act, ImmutableArray<BlockPosition> Vertices) : DraftCommand
{
    private const int MostVertices = 50;

    /// <inheritdoc />
    public override ImmutableArray<string> Targets => [FlowDraft.Way(File, Source, Port)];

    /// <inheritdoc />
    public override Result<DraftFiles> Apply(DraftFiles files) => FlowDraft.Change(files, File, flow => Act switch
    {
        ConnectionAct.Add or ConnectionAct.Lead => BlockEdits.Connect(flow, Source, Port, Target, Act == ConnectionAct.Lead),
        ConnectionAct.Remove => BlockEdits.Disconnect(flow, Source, Port, Target),
        _ => BlockEdits.Bend(flow, Source, Port, Target, Vertices),
    });

    internal static Result<DraftCommand> ReadConnect(CommandText text) => Read(text, FlowValue.Flag(text.Value, "instead") ? ConnectionAct.Lead : ConnectionAct.Add, []);

    internal static Result<DraftCommand> ReadDisconnect(CommandText text) => Read(text, ConnectionAct.Remove, []);

    internal static Result<DraftCommand> ReadBend(CommandText text)
    {
        if (FlowValue.Member(text.Value, "vertices") is not { ValueKind: JsonValueKind.Array } list || list.GetArrayLength() > MostVertices)
        {
            return DraftCommands.Lacks(text, "vertices");
        }

        var vertices = list.EnumerateArray().Select(v => FlowValue.Position(v)).ToList();
        return vertices.TrueForAll(v => v is not null) ? Read(text, ConnectionAct.Bend, [.. vertices.OfType<BlockPosition>()]) : DraftCommands.Lacks(text, "vertices");
    }

    private static Result<DraftCommand> Read(CommandText text, ConnectionAct act, ImmutableArray<BlockPosition> vertices) => FlowDraft.At(text).Bind<DraftCommand>(at =>
        text.To is not { Length: > 0 } to ? DraftCommands.Lacks(text, "to")
        : FlowValue.Text(text.Value, "port") is not { Length: > 0 and <= 100 } port ? DraftCommands.Lacks(text, "port")
        : new ConnectBlocks(text.File, at, port, to, act, vertices));
}
