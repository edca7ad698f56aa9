namespace Approvals.Workflows;

/// <summary>Where branches meet; the merge mode of its flowchart does the joining.</summary>
internal sealed class FlowJoin : Activity
{
    public static Activity Read(ActivityReader _) => new FlowJoin();

    public override ActivityKind MapKind => ActivityKind.Rule;

    public override Progress Run(ActivityContext context) => Progress.Done;
}
