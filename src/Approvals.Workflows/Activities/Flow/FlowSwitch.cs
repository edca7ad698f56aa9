namespace Approvals.Workflows;

/// <summary>Leaves by the label of the first case whose condition holds (or of every such case), else by Default.</summary>
internal sealed class FlowSwitch : Activity
{
    private const string Default = "Default";

    public required ImmutableArray<(string Label, FeelInput<bool> Condition)> Cases { get; init; }

    public required FeelInput<string> Mode { get; init; }

    public override ImmutableArray<string>? Outcomes => [.. Cases.Select(c => c.Label), Default];

    public override bool NeedsBranch => true;

    public static Activity Read(ActivityReader reader) =>
        new FlowSwitch { Cases = ReadCases(reader), Mode = reader.Text("mode", "MatchFirst") };

    public override ImmutableArray<string>? Predict(RouteView view)
    {
        foreach (var (label, condition) in Cases)
        {
            if (!view.TryValue(condition, out var holds))
            {
                return null;
            }

            if (holds)
            {
                return [label];
            }
        }

        return [Default];
    }

    public override IEnumerable<string> NeededOutcomes => Cases.Select(c => c.Label);

    public override Progress Run(ActivityContext context)
    {
        var matched = ImmutableArray.CreateBuilder<string>();
        var any = context.Value(Mode) is "MatchAny" or "1";
        foreach (var (label, condition) in Cases)
        {
            if (context.Value(condition))
            {
                matched.Add(label);
                if (!any)
                {
                    break;
                }
            }
        }

        return Progress.Leave(matched.Count == 0 ? [Default] : matched.ToImmutable());
    }

    private static ImmutableArray<(string, FeelInput<bool>)> ReadCases(ActivityReader reader)
    {
        var given = reader.Definition.Property("cases");
        var list = given is { ValueKind: JsonValueKind.Object } input && Raw.Get(input, "expression") is { } expression ? Raw.Get(expression, "value") : given;
        var cases = ImmutableArray.CreateBuilder<(string, FeelInput<bool>)>();
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
            cases.Add((Raw.Text(item, "label") ?? "", new FeelInput<bool>(name, condition, ValueReaders.Flag, false, Required: true)));
        }

        return cases.DrainToImmutable();
    }
}
