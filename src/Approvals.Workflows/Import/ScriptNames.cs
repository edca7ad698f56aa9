namespace Approvals.Workflows;

/// <summary>What the names in a definition's scripts mean: its variables and inputs, with what is known of their values.</summary>
internal sealed class ScriptNames
{
    private readonly Dictionary<string, FeelText> _variables = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FeelText> _inputs = new(StringComparer.Ordinal);
    private readonly WorkflowDefinition _definition;

    public ScriptNames(WorkflowDefinition definition)
    {
        _definition = definition;
        var declared = definition.Variables.Concat(definition.Root.WithDescendants().SelectMany(a => DefinitionReader.Variables(a.Property("variables"))));
        foreach (var variable in declared)
        {
            _variables.TryAdd(variable.Name, Name(variable.Name, variable.Raw, "typeName", variable.Default.IsNull));
            _ids.TryAdd(variable.Name, variable.Id);
            _ids.TryAdd(variable.Id, variable.Id);
        }

        foreach (var name in new[] { Loop.CurrentValue, Loop.CurrentIndex })
        {
            _variables.TryAdd(name, new FeelText(name, Binding.Whole, name == Loop.CurrentIndex ? ScriptType.Number : ScriptType.Unknown, MayBeNull: true));
        }

        var inputs = definition.Properties.FirstOrDefault(p => p.Name.Equals("inputs", StringComparison.OrdinalIgnoreCase))?.Value;
        foreach (var input in Raw.Items(inputs))
        {
            if (Raw.Text(input, "name") is { Length: > 0 } name)
            {
                _inputs.TryAdd(name, Name(name, input, "type", mayBeNull: true));
            }
        }

        Scope = FeelScope.Of([.. _variables.Keys, .. _inputs.Keys, "case", "applicant", "form", "today", "now"]);
    }

    public FeelScope Scope { get; }

    public FeelText? Variable(string name) => _variables.TryGetValue(name, out var found) ? found : null;

    /// <summary>The id of a variable by its name or id.</summary>
    public string? VariableId(string nameOrId) => _ids.GetValueOrDefault(nameOrId);

    /// <summary>Inputs that scripts read though the definition does not declare them, as Elsa lets them.</summary>
    public SortedSet<string> Undeclared { get; } = new(StringComparer.Ordinal);

    /// <summary>What an input gives; one that is not declared gives null, as in Elsa, until it is given.</summary>
    public FeelText? Input(string name)
    {
        if (_inputs.TryGetValue(name, out var found))
        {
            return found;
        }

        if (!ScriptTranslation.IsPlain(name))
        {
            return null;
        }

        var text = new FeelText(name, Binding.Whole, ScriptType.Unknown, MayBeNull: true);
        if (!_variables.ContainsKey(name))
        {
            Undeclared.Add(name);
            return text;
        }

        return VariableWrites.IsOnlyGiven(_definition, name) ? text : null;
    }

    /// <summary>What <c>getName()</c> gives; Elsa makes one for each variable and input.</summary>
    public FeelText? Getter(string function) => function.StartsWith("get", StringComparison.Ordinal) && function.Length > 3
        ? Find(_variables, function[3..]) ?? Find(_inputs, function[3..])
        : null;

    private static FeelText? Find(Dictionary<string, FeelText> names, string pascal)
    {
        foreach (var (name, text) in names)
        {
            if (name.Length > 0 && char.ToUpperInvariant(name[0]) + name[1..] == pascal)
            {
                return text;
            }
        }

        return null;
    }

    private static FeelText Name(string name, JsonElement declared, string typeProperty, bool mayBeNull)
    {
        var type = Raw.Get(declared, "isArray")?.ValueKind == JsonValueKind.True ? ScriptType.List : TypeOf(Raw.Text(declared, typeProperty));
        return new FeelText(name, Binding.Whole, type, mayBeNull);
    }

    private static ScriptType TypeOf(string? typeName) => typeName?.Split(',')[0].Split('.')[^1].TrimEnd('?') switch
    {
        "Int16" or "Int32" or "Int64" or "Single" or "Double" or "Decimal" or "Byte" or "int" or "long" => ScriptType.Number,
        "String" or "string" => ScriptType.Text,
        "Boolean" or "bool" => ScriptType.Flag,
        _ => ScriptType.Unknown,
    };
}
