namespace Approvals.Workflows;

/// <summary>A node of a flowchart: runs the activity it holds, or only connects where it holds none.</summary>
internal sealed class FlowNode : Block
{
    public required string? Body { get; init; }

    public static Activity Read(ActivityReader reader) => new FlowNode { Body = reader.Child("body") };

    public override Progress Run(ActivityContext context) => Enter(context, Body);

    public override IEnumerable<string> Ahead(RouteView view) => new[] { Body }.OfType<string>();
}
