namespace Approvals.Workflows;

/// <summary>Ends its flowchart, whatever else is under way in it.</summary>
internal sealed class End : Activity
{
    public static Activity Read(ActivityReader _) => new End();

    public override ActivityKind MapKind => ActivityKind.End;

    public override Progress Run(ActivityContext context) => Progress.Done;
}
