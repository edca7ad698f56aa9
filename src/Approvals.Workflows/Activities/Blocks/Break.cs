namespace Approvals.Workflows;

/// <summary>Ends the loop around it; outside of a loop it does nothing.</summary>
internal sealed class Break : Activity
{
    public static Activity Read(ActivityReader _) => new Break();

    public override Progress Run(ActivityContext context) => Progress.Break;

    public override IEnumerable<Problem> Check(ActivityDefinition definition, WorkflowProgram program)
    {
        for (var at = program.Find(definition.Id)?.Parent; at is not null; at = at.Parent)
        {
            if (at.Activity is Block { IsLoop: true })
            {
                return [];
            }
        }

        return [new Problem("workflow.check.breakOutsideLoop", Severity.Warning, definition.Id, definition.Path)];
    }
}
