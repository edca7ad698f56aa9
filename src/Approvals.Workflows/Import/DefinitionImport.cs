namespace Approvals.Workflows;

/// <summary>Takes over a definition: walks its activities, translates scripts, turns script activities that only set something into those that do.</summary>
internal sealed class DefinitionImport(WorkflowDefinition definition)
{
    private const string JavaScript = "JavaScript";

    private readonly ScriptNames _names = new(definition);
    private readonly List<Problem> _problems = [];

    public ImportedDefinition Run()
    {
        var imported = WithInputs(definition with { Root = Activity(definition.Root) });
        var known = _problems.Select(p => p.Place).ToHashSet(StringComparer.Ordinal);
        var others = imported.Check().Where(p => p.Code is "workflow.check.unsupportedActivity" or "workflow.check.unsupportedExpression" && !known.Contains(p.Place));
        return new ImportedDefinition(imported, [.. _problems, .. others]);
    }

    /// <summary>Declares the inputs that scripts read undeclared, so that their FEEL knows them.</summary>
    private WorkflowDefinition WithInputs(WorkflowDefinition imported)
    {
        if (_names.Undeclared.Count == 0)
        {
            return imported;
        }

        var declared = Raw.Items(imported.Properties.FirstOrDefault(p => p.Name.Equals("inputs", StringComparison.OrdinalIgnoreCase))?.Value);
        var added = _names.Undeclared.Select(n => JsonSerializer.SerializeToElement(new RawObject([("type", Text("Object")), ("name", Text(n))]), RawJson.Default.RawObject));
        return imported with
        {
            Inputs = imported.Inputs.AddRange(_names.Undeclared),
            Properties = OwnProperties.Set(imported.Properties, "inputs", JsonSerializer.SerializeToElement([.. declared, .. added], RawJson.Default.JsonElementArray)),
        };
    }

    private static JsonElement Text(string text) => JsonSerializer.SerializeToElement(text, RawJson.Default.String);

    private ActivityDefinition Activity(ActivityDefinition activity)
    {
        var originals = new SortedDictionary<string, JsonElement>(StringComparer.Ordinal);
        var changed = ScriptActivity.Replace(activity, _names, originals) ?? activity with { Properties = Properties(activity, originals) };
        changed = changed with
        {
            Activities = [.. activity.Activities.Select(Activity)],
            Slots = [.. activity.Slots.Select(s => s with { Activity = Activity(s.Activity) })],
        };
        return originals.Count == 0 ? changed : OwnProperties.With(changed, "original", originals);
    }

    private ImmutableArray<RawProperty> Properties(ActivityDefinition activity, SortedDictionary<string, JsonElement> originals) =>
        [.. activity.Properties.Select(p => p.Name.Equals("customProperties", StringComparison.OrdinalIgnoreCase) || !ExpressionWalk.Has(p.Value, JavaScript)
            ? p
            : p with { Value = ExpressionWalk.Replace(p.Value, p.Name, JavaScript, (place, text) => Translate(activity, place, text, originals)) })];

    private string? Translate(ActivityDefinition activity, string place, string text, SortedDictionary<string, JsonElement> originals)
    {
        var feel = ScriptTranslation.Of(text, _names);
        if (feel.IsSuccess)
        {
            originals[place] = Original(JavaScript, text);
            return feel.Value;
        }

        _problems.Add(feel.Error.Data
            .Aggregate(new Problem("workflow.import.script", Severity.Error, activity.Id, $"{activity.Path}.{place}"), (p, d) => p.With(d.Key, d.Value))
            .With("input", place).With("expression", text).With("reason", feel.Error.Code));
        return null;
    }

    /// <summary>An expression as it was.</summary>
    internal static JsonElement Original(string type, string value) =>
        JsonSerializer.SerializeToElement(new OriginalExpression(type, value), RawJson.Default.OriginalExpression);
}
