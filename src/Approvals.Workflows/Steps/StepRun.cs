namespace Approvals.Workflows;

internal static class StepRun
{
    public static StepOutcome Take(WorkflowDefinition definition, WorkflowState state, WorkflowEvent @event, StepContext context) =>
        new Refused(new Error("workflow.notYet").With("name", $"{definition.Name}{state.Counter}{@event}{context.Today}"));
}
