namespace Approvals.Workflows;

/// <summary>Ends the whole case, whatever else is under way.</summary>
internal sealed class Finish : Activity
{
    public override ActivityKind MapKind => ActivityKind.End;

    public override ImmutableArray<string>? Outcomes => [];

    public static Activity Read(ActivityReader _) => new Finish();

    public override Progress Run(ActivityContext context) => Progress.Finish;
}
