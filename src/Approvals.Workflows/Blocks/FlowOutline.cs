using System.Text.Json.Nodes;

namespace Approvals.Workflows;

/// <summary>What a designer draws of a flow beside its activities.</summary>
/// <param name="IsStructured">Whether all of it falls into blocks.</param>
/// <param name="Start">Id of the activity that runs first; null for an empty flow.</param>
/// <param name="Root">The blocks; null for an empty flow.</param>
public sealed record FlowOutline(bool IsStructured, string? Start, FlowBlock? Root)
{
    /// <summary>The outline of a definition whose root is a flowchart; any other has no blocks.</summary>
    public static FlowOutline Of(WorkflowDefinition flow)
    {
        if (flow.Root.Type != "Elsa.Flowchart")
        {
            return new FlowOutline(false, null, null);
        }

        var blocks = FlowBlocks.Of(flow.Root);
        return new FlowOutline(blocks.IsStructured, new FlowGraph(flow.Root).Start, blocks.Root);
    }

    /// <summary>Where an activity stands on the canvas; null where the document does not say.</summary>
    public static BlockPosition? PositionOf(ActivityDefinition activity) => NewBlocks.PositionOf(activity);

    /// <summary>The outcome of an activity's main way.</summary>
    public static string MainPort(ActivityDefinition activity) => BlockShape.MainPort(activity);

    /// <summary>The steps that an activity may return a case to.</summary>
    public static ImmutableArray<string> Returns(WorkflowDefinition flow, ActivityDefinition activity) =>
        flow.Program.Find(activity.Id)?.Activity is Review { ReturnTo.Constant: { IsDefault: false } targets } ? targets : [];

    /// <summary>What happens after a return: <c>restartAll</c> or <c>resumeReturner</c>.</summary>
    public static string OnReturn(WorkflowDefinition flow, ActivityDefinition activity) =>
        flow.Program.Find(activity.Id)?.Activity is Review { OnReturn: { IsFixed: true, Constant: { Length: > 0 } act } } ? act : "restartAll";

    /// <summary>The bends of a connection.</summary>
    public static ImmutableArray<BlockPosition> Bends(Connection connection)
    {
        var vertices = connection.Properties.FirstOrDefault(p => p.Name.Equals("vertices", StringComparison.OrdinalIgnoreCase))?.Value;
        return vertices is { ValueKind: JsonValueKind.Array } list
            ? [.. list.EnumerateArray().Select(v => JsonNode.Parse(v.GetRawText()) as JsonObject).Select(NewBlocks.Point).OfType<BlockPosition>()]
            : [];
    }
}
