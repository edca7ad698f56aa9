namespace Approvals.Workflows;

/// <summary>A definition taken over from Elsa, and what of it cannot run here.</summary>
/// <param name="Definition">The definition: plain scripts translated, everything else kept.</param>
/// <param name="Problems">Each thing that does not run here, with activity, place and reason.</param>
public sealed record ImportedDefinition(WorkflowDefinition Definition, ImmutableArray<Problem> Problems)
{
    /// <summary>
    /// Translates plain JavaScript to FEEL and keeps the original in <c>customProperties.approvals.original</c>; names what cannot be
    /// translated and what does not run here. Taking over a definition again changes nothing.
    /// </summary>
    public static ImportedDefinition Of(WorkflowDefinition definition) => new DefinitionImport(definition).Run();
}
