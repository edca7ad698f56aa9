namespace Approvals.Workflows;

/// <summary>An activity this engine does not run: kept, named at publish, an incident when it is reached all the same.</summary>
internal sealed class Unsupported(string type) : Activity
{
    public override ImmutableArray<string>? Outcomes => null;

    public override Progress Run(ActivityContext context)
    {
        context.Fail("workflow.unsupportedActivity", ("type", type));
        return Progress.Wait;
    }
}
