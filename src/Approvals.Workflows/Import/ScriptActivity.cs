namespace Approvals.Workflows;

/// <summary>
/// An activity that runs a script which only sets one variable or one output equals the activity that does so; it becomes that one,
/// and its type and script are kept beside.
/// </summary>
internal static class ScriptActivity
{
    private const string Type = "Elsa.RunJavaScript";

    /// <summary>The activity that does the same; null when there is none.</summary>
    public static ActivityDefinition? Replace(ActivityDefinition activity, ScriptNames names, SortedDictionary<string, JsonElement> originals)
    {
        if (activity.Type != Type || Script(activity) is not { } text || ScriptParser.Parse(text) is not { IsSuccess: true } parsed)
        {
            return null;
        }

        var (target, value) = parsed.Value is ScriptAssignment assignment ? (names.Variable(assignment.Variable) is null ? null : assignment.Variable, assignment.Value)
            : (ResultOf(activity), parsed.Value);
        if (target is null || ScriptTranslation.Of(value, names) is not { IsSuccess: true } feel)
        {
            return null;
        }

        originals["script"] = DefinitionImport.Original("JavaScript", text);
        originals["type"] = JsonSerializer.SerializeToElement(activity.Type, RawJson.Default.String);
        return names.VariableId(target) is { } id
            ? With(activity, "Elsa.SetVariable", "variable", Input("Variable", null, id), feel.Value)
            : With(activity, "Elsa.SetOutput", "outputName", Input("String", ("Literal", target), null), feel.Value);
    }

    private static ActivityDefinition With(ActivityDefinition activity, string type, string name, JsonElement target, string feel)
    {
        var input = type == "Elsa.SetVariable" ? "value" : "outputValue";
        var kept = activity.Properties.Where(p => p.Name is not ("script" or "result" or "possibleOutcomes"));
        return activity with
        {
            Type = type,
            Properties = [.. kept, new RawProperty(name, target), new RawProperty(input, Input("Object", ("FEEL", feel), null))],
        };
    }

    private static string? Script(ActivityDefinition activity) =>
        activity.Property("script") is { } input && Raw.Get(input, "expression") is { } expression && Raw.Text(expression, "type") is "Literal" or "JavaScript"
            ? Raw.Text(expression, "value")
            : null;

    private static string? ResultOf(ActivityDefinition activity) =>
        activity.Property("result") is { } output && Raw.Get(output, "memoryReference") is { } memory ? Raw.Text(memory, "id") : null;

    private static JsonElement Input(string typeName, (string Type, string Value)? expression, string? memory)
    {
        List<(string, JsonElement)> entries = [("typeName", JsonSerializer.SerializeToElement(typeName, RawJson.Default.String))];
        if (expression is { } given)
        {
            entries.Add(("expression", DefinitionImport.Original(given.Type, given.Value)));
        }

        if (memory is not null)
        {
            var id = JsonSerializer.SerializeToElement(memory, RawJson.Default.String);
            entries.Add(("memoryReference", JsonSerializer.SerializeToElement(new RawObject([("id", id)]), RawJson.Default.RawObject)));
        }

        return JsonSerializer.SerializeToElement(new RawObject(entries), RawJson.Default.RawObject);
    }
}
