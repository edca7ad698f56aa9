namespace Approvals.Workflows;

/// <summary>A step that will likely come.</summary>
/// <param name="Activity">Id of the activity.</param>
/// <param name="Type">Its type.</param>
/// <param name="Name">What people call it.</param>
public sealed record PredictedStep(string Activity, string Type, LocalText Name)
{
    /// <summary>How long it may take, where that is known before.</summary>
    public Limit? Limit { get; init; }

    /// <summary>
    /// The steps directly before it, predicted or under way; it begins when the last of them is done. Steps of parallel branches
    /// have none of each other here.
    /// </summary>
    public ImmutableArray<string> After { get; init; } = [];

    /// <summary>The case's shown state while it waits there.</summary>
    public string? ShownState { get; init; }
}

/// <summary>The likely way ahead: decisions are followed where they can be evaluated now, else the favourable outcome.</summary>
public static class PredictedRoute
{
    /// <summary>The human and waiting steps after the current ones, each after all those before it and at most once.</summary>
    public static ImmutableArray<PredictedStep> Of(WorkflowDefinition definition, WorkflowState state, StepContext context) =>
        RouteWalk.From(definition, state, context);
}
