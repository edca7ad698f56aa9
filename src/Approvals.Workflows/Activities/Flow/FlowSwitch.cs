namespace Approvals.Workflows;

/// <summary>Leaves by the label of the first case whose condition holds (or of every such case), else by Default.</summary>
internal sealed class FlowSwitch : Activity
{
    private const string Default = "Default";

    public required ImmutableArray<SwitchCase> Cases { get; init; }

    public required FeelInput<string> Mode { get; init; }

    /// <summary>Whether it leaves by one label only.</summary>
    public bool IsOfFirst => Mode.IsFixed && !IsOfAny(Mode.Constant);

    public override ActivityKind MapKind => ActivityKind.Rule;

    public override ImmutableArray<string>? Outcomes => [.. Cases.Select(c => c.Label), Default];

    public override bool NeedsBranch => true;

    public static Activity Read(ActivityReader reader) =>
        new FlowSwitch { Cases = SwitchCases.Read(reader), Mode = reader.Text("mode", "MatchFirst") };

    public override ImmutableArray<string>? Predict(RouteView view)
    {
        foreach (var (label, condition, _) in Cases)
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
        var any = IsOfAny(context.Value(Mode));
        foreach (var (label, condition, _) in Cases)
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

    private static bool IsOfAny(string? mode) => mode is "MatchAny" or "1";
}
