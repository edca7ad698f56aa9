namespace Approvals.Workflows;

/// <summary>Leaves by all of its branches at once.</summary>
internal sealed class FlowFork : Activity
{
    public required FeelInput<ImmutableArray<string>> Branches { get; init; }

    public override ActivityKind MapKind => ActivityKind.Rule;

    public override ImmutableArray<string>? Outcomes => Branches.Constant;

    public override ImmutableArray<string>? Predict(RouteView view) => view.TryValue(Branches, out var branches) ? branches : null;

    public static Activity Read(ActivityReader reader) => new FlowFork { Branches = reader.Texts("branches") };

    public override Progress Run(ActivityContext context) => Progress.Leave(context.Value(Branches));
}
