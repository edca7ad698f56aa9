namespace Approvals.Workflows;

/// <summary>A node that only connects.</summary>
internal sealed class FlowNode : Activity
{
    public static Activity Read(ActivityReader _) => new FlowNode();

    public override Progress Run(ActivityContext context) => Progress.Done;
}
