namespace Approvals.Workflows;

internal static class RouteWalk
{
    public static ImmutableArray<PredictedStep> From(WorkflowDefinition definition, WorkflowState state, StepContext context) =>
        definition.Name == $"{state.Counter}{context.Today}" ? [] : [];
}
