namespace Approvals.Workflows;

/// <summary>Compiles the expressions of a definition and collects what is wrong with them.</summary>
internal sealed class ExpressionReader(
    FeelScope scope, IReadOnlyDictionary<string, string> variableNames, ImmutableArray<string> outputs, ImmutableArray<Problem>.Builder problems)
{
    private static readonly ImmutableArray<string> EmptyParts = ["typeName", "memoryReference"];

    private static readonly ImmutableArray<string> Languages =
        ["Literal", "Object", "Json", "Variable", "Input", "FEEL", "Feel", "JavaScript", "Liquid", "CSharp", "Python", "Secret"];

    /// <summary>Every expression that was read, with its activity and input.</summary>
    public List<WrittenExpression> Written { get; } = [];

    /// <summary>An input as Elsa writes it: an object with an expression, an expression, a bare value, or nothing.</summary>
    public InputExpression? Input(ActivityDefinition activity, string name)
    {
        var expression = Read(activity, name);
        if (expression is not null)
        {
            Written.Add(new WrittenExpression(activity, name, expression));
        }

        return expression;
    }

    private InputExpression? Read(ActivityDefinition activity, string name)
    {
        if (activity.Property(name) is not { ValueKind: not JsonValueKind.Null and not JsonValueKind.Undefined } value)
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Object && Raw.Get(value, "expression") is { ValueKind: JsonValueKind.Object } expression)
        {
            return Expression(expression, activity, name, Raw.Text(value, "typeName"));
        }

        if (IsBareExpression(value))
        {
            return Expression(value, activity, name, null);
        }

        return IsEmpty(value) ? Raw.Get(value, "memoryReference") is { } memory ? Memory(memory) : null : Bare(value, activity, name);
    }

    /// <summary>An expression that nothing wraps, as the cases of a switch have it, and definitions written by hand elsewhere too.</summary>
    private static bool IsBareExpression(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object && Raw.Text(value, "type") is { } type && Languages.Contains(type) && Raw.Get(value, "value") is not null &&
        value.EnumerateObject().Count() == 2;

    /// <summary>An input that says its type but no value: a definition written in code loses what only code can say.</summary>
    private static bool IsEmpty(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object && Raw.Text(value, "typeName") is not null &&
        value.EnumerateObject().All(p => p.Value.ValueKind == JsonValueKind.Null || EmptyParts.Contains(p.Name, StringComparer.OrdinalIgnoreCase));

    /// <summary>An expression <c>{ type, value }</c>.</summary>
    public InputExpression? Expression(JsonElement expression, ActivityDefinition activity, string name, string? typeName)
    {
        var type = Raw.Text(expression, "type") ?? "Literal";
        var value = Raw.Get(expression, "value") ?? default;
        if (value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null)
        {
            return null;
        }

        return type switch
        {
            "Literal" when value.ValueKind is JsonValueKind.Array or JsonValueKind.Object => Bare(value, activity, name),
            "Literal" => new ConstantExpression(LiteralValue.Of(value, typeName), value.ToString()),
            "Object" or "Json" => Json(value, activity, name),
            "Variable" => Reference(value),
            "Input" => new ReferenceExpression(value.ValueKind == JsonValueKind.Object ? Raw.Text(value, "name") ?? "" : value.ToString()),
            "FEEL" or "Feel" => Feel(value.ToString(), activity, name),
            _ => Unsupported(type, value, activity, name),
        };
    }

    /// <summary>FEEL text.</summary>
    public InputExpression Feel(string text, ActivityDefinition activity, string name)
    {
        var compiled = FeelExpression.Compile(WithoutSign(text), scope);
        return compiled.IsSuccess
            ? new FeelInputExpression(compiled.Value)
            : new BrokenExpression(text, Report(BadExpression(activity, name, text, compiled.Error)));
    }

    private static string WithoutSign(string text) => text.StartsWith('=') ? text[1..] : text;

    private InputExpression Bare(JsonElement value, ActivityDefinition activity, string name) => Template(value, activity, name);

    private InputExpression Json(JsonElement value, ActivityDefinition activity, string name)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            return Template(value, activity, name);
        }

        var text = value.GetString()!;
        return JsonText.Parse(text) is { } json
            ? Template(json, activity, name)
            : new BrokenExpression(text, Report(Place("workflow.check.badJson", activity, name).With("expression", text)));
    }

    private InputExpression Template(JsonElement json, ActivityDefinition activity, string name)
    {
        BrokenExpression? broken = null;
        var template = TemplateExpression.Of(ElsaJson.Plain(json), text =>
        {
            var compiled = FeelExpression.Compile(text, scope);
            if (compiled.IsSuccess)
            {
                return compiled.Value;
            }

            broken ??= new BrokenExpression(text, Report(BadExpression(activity, name, text, compiled.Error)));
            return null;
        });
        return broken ?? template;
    }

    /// <summary>Name of a variable by its id; null when there is none.</summary>
    public string? VariableName(string? id) => id is not null && variableNames.TryGetValue(id, out var name) ? name : null;

    /// <summary>The definition's own output of a name; null when there is none.</summary>
    public string? OutputName(string? name) => outputs.FirstOrDefault(o => string.Equals(o, name, StringComparison.OrdinalIgnoreCase));

    private ReferenceExpression Reference(JsonElement value)
    {
        var id = value.ValueKind == JsonValueKind.Object ? Raw.Text(value, "id") : value.ToString();
        var name = value.ValueKind == JsonValueKind.Object ? Raw.Text(value, "name") : null;
        return new ReferenceExpression(id is not null && variableNames.TryGetValue(id, out var known) ? known : name ?? id ?? "");
    }

    private ReferenceExpression? Memory(JsonElement memory) =>
        Raw.Text(memory, "id") is { } id && variableNames.TryGetValue(id, out var name) ? new ReferenceExpression(name) : null;

    private BrokenExpression Unsupported(string type, JsonElement value, ActivityDefinition activity, string name) => new(
        value.ToString(), Report(Place("workflow.check.unsupportedExpression", activity, name).With("language", type).With("expression", value.ToString())));

    private static Problem BadExpression(ActivityDefinition activity, string name, string text, Error error) =>
        error.Data.Aggregate(Place("workflow.check.badExpression", activity, name), (p, d) => p.With(d.Key, d.Value))
            .With("expression", text).With("reason", error.Code);

    private static Problem Place(string code, ActivityDefinition activity, string name) =>
        new Problem(code, Severity.Error, activity.Id, $"{activity.Path}.{name}").With("input", name);

    /// <summary>Notes a problem.</summary>
    public Problem Report(Problem problem)
    {
        problems.Add(problem);
        return problem;
    }
}

/// <summary>An expression at its place.</summary>
/// <param name="Activity">The activity.</param>
/// <param name="Input">The input.</param>
/// <param name="Expression">The expression.</param>
internal sealed record WrittenExpression(ActivityDefinition Activity, string Input, InputExpression Expression);
