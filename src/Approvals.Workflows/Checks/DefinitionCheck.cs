namespace Approvals.Workflows;

internal static class DefinitionCheck
{
    public static ImmutableArray<Problem> Of(WorkflowDefinition definition) => definition.Name == "" ? [] : [];
}
