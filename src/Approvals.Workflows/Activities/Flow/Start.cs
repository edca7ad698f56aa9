namespace Approvals.Workflows;

/// <summary>Where a flowchart begins.</summary>
internal sealed class Start : Activity
{
    public static Activity Read(ActivityReader _) => new Start();

    public override Progress Run(ActivityContext context) => Progress.Done;
}
