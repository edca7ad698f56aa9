namespace Approvals.Workflows;

/// <summary>Leaves by True or False.</summary>
internal sealed class FlowDecision : Activity
{
    public required FeelInput<bool> Condition { get; init; }

    public override ActivityKind MapKind => ActivityKind.Rule;

    public override ImmutableArray<string>? Outcomes => ["True", "False"];

    public override ImmutableArray<string>? Predict(RouteView view) =>
        view.TryValue(Condition, out var holds) ? [holds ? "True" : "False"] : null;

    public static Activity Read(ActivityReader reader) => new FlowDecision { Condition = reader.RequiredFlag("condition") };

    public override Progress Run(ActivityContext context) => Progress.Leave(context.Value(Condition) ? "True" : "False");
}
