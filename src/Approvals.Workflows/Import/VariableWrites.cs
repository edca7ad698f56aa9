namespace Approvals.Workflows;

/// <summary>What changes a variable of a definition.</summary>
internal static class VariableWrites
{
    /// <summary>
    /// Whether a variable of the name of an input never holds anything else than that input: it begins as null, and at most one
    /// activity sets it, which is the one that takes the input.
    /// </summary>
    public static bool IsOnlyGiven(WorkflowDefinition definition, string name) =>
        definition.Variables.FirstOrDefault(v => v.Name == name) is { Default.IsNull: true } variable &&
        definition.Activities.SelectMany(a => a.Properties).Count(p => Writes(p, variable)) <= 1;

    private static bool Writes(RawProperty property, VariableDefinition variable) => property.Value.ValueKind switch
    {
        JsonValueKind.Object when property.Name.Equals("variable", StringComparison.OrdinalIgnoreCase) => Means(property.Value, variable),
        JsonValueKind.Object when Raw.Get(property.Value, "expression") is null => Means(property.Value, variable),
        JsonValueKind.String => property.Name.Equals("variable", StringComparison.OrdinalIgnoreCase) && property.Value.GetString() == variable.Id,
        _ => false,
    };

    private static bool Means(JsonElement target, VariableDefinition variable)
    {
        var reference = Raw.Get(target, "memoryReference") ?? target;
        return Raw.Text(reference, "id") == variable.Id || Raw.Text(reference, "name") == variable.Name;
    }
}
