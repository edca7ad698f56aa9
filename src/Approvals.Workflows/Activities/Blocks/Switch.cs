namespace Approvals.Workflows;

/// <summary>Runs the child of the first case whose condition holds (or of every such case), else the default.</summary>
internal sealed class Switch : Block
{
    public required ImmutableArray<SwitchCase> Cases { get; init; }

    public required FeelInput<string> Mode { get; init; }

    public required string? Default { get; init; }

    public static Activity Read(ActivityReader reader) => new Switch
    {
        Cases = SwitchCases.Read(reader),
        Mode = reader.Text("mode", "MatchFirst"),
        Default = reader.Child("default"),
    };

    public override ActivityKind MapKind => ActivityKind.Rule;

    public override Progress Run(ActivityContext context)
    {
        context.DeclareVariables();
        var any = context.Value(Mode) is "MatchAny" or "1";
        var matched = new List<SwitchCase>();
        foreach (var @case in Cases)
        {
            if ((any || matched.Count == 0) && context.Value(@case.Condition))
            {
                matched.Add(@case);
            }
        }

        return matched.Count == 0 ? Enter(context, Default) : Enter(context, matched.Select(c => c.Child));
    }

    public override IEnumerable<string> Ahead(RouteView view)
    {
        foreach (var @case in Cases)
        {
            if (!view.TryValue(@case.Condition, out var holds) || holds)
            {
                return new[] { @case.Child }.OfType<string>();
            }
        }

        return new[] { Default }.OfType<string>();
    }
}

/// <summary>A case of a switch.</summary>
/// <param name="Label">Its label, which is the port of a FlowSwitch.</param>
/// <param name="Condition">When it fits.</param>
/// <param name="Child">The child of a Switch; null for a FlowSwitch, or when there is none.</param>
internal sealed record SwitchCase(string Label, FeelInput<bool> Condition, string? Child);

/// <summary>Reads the cases of both switches.</summary>
internal static class SwitchCases
{
    public static ImmutableArray<SwitchCase> Read(ActivityReader reader)
    {
        var given = reader.Given("cases");
        var list = given is { ValueKind: JsonValueKind.Object } input && Raw.Get(input, "expression") is { } expression ? Raw.Get(expression, "value") : given;
        var cases = ImmutableArray.CreateBuilder<SwitchCase>();
        foreach (var item in Raw.Items(list))
        {
            var name = $"cases[{cases.Count}].condition";
            var condition = Raw.Get(item, "condition") switch
            {
                { ValueKind: JsonValueKind.Object } wrapped => reader.Expressions.Expression(
                    Raw.Get(wrapped, "expression") ?? wrapped, reader.Definition, name, "Boolean"),
                { ValueKind: JsonValueKind.String } feel => reader.Expressions.Feel(feel.GetString()!, reader.Definition, name),
                { } literal => new ConstantExpression(FeelJson.Read(literal), literal.GetRawText()),
                null => null,
            };
            cases.Add(new SwitchCase(
                Raw.Text(item, "label") ?? "", new FeelInput<bool>(name, condition, ValueReaders.Flag, false, Required: true), reader.Child($"cases[{cases.Count}].activity")));
        }

        return cases.DrainToImmutable();
    }
}
