namespace Approvals.Workflows;

/// <summary>Sets a variable.</summary>
internal sealed class SetVariable : Activity
{
    public required string Variable { get; init; }

    public required FeelInput<FeelValue> Value { get; init; }

    public static Activity Read(ActivityReader reader) => new SetVariable { Variable = NameOf(reader), Value = reader.Value("value") };

    public override ImmutableArray<string>? Predict(RouteView view)
    {
        view.Set(Variable, view.TryValue(Value, out var value) ? value : null);
        return ["Done"];
    }

    public override Progress Run(ActivityContext context)
    {
        context.SetVariable(Variable, context.Value(Value));
        return Progress.Done;
    }

    public override IEnumerable<Problem> Check(ActivityDefinition definition, WorkflowProgram program) =>
        program.VariableNames.Values.Contains(Variable)
            ? []
            : [new Problem("workflow.check.unknownVariable", Severity.Error, definition.Id, $"{definition.Path}.variable").With("variable", Variable)];

    private static string NameOf(ActivityReader reader)
    {
        var given = reader.Given("variable");
        var reference = given is { ValueKind: JsonValueKind.Object } input ? Raw.Get(input, "memoryReference") ?? input : given;
        var id = reference is { ValueKind: JsonValueKind.Object } named ? Raw.Text(named, "id") : reference?.ToString();
        var name = reference is { ValueKind: JsonValueKind.Object } own ? Raw.Text(own, "name") : null;
        return reader.Expressions.VariableName(id) ?? name ?? id ?? "";
    }
}
