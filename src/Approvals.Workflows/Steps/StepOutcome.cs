namespace Approvals.Workflows;

/// <summary>What a step gives: a closed union.</summary>
public abstract record StepOutcome
{
    private protected StepOutcome() { }
}

/// <summary>The event was taken.</summary>
/// <param name="State">The state after it.</param>
/// <param name="Effects">What is to be done, in order, in the same transaction.</param>
public sealed record Stepped(WorkflowState State, ImmutableArray<Effect> Effects) : StepOutcome
{
    /// <summary>The activities that finished in this step, in order, for path expectations and traces; not stored.</summary>
    public ImmutableArray<ExecutedActivity> Executed { get => field.IsDefault ? [] : field; init; }
}

/// <summary>The step needs answers first; ask, add them to the context's facts and step again with the same event and instant.</summary>
/// <param name="Queries">The questions, without duplicates.</param>
public sealed record NeedFacts(ImmutableArray<FactQuery> Queries) : StepOutcome;

/// <summary>The event is not valid in this state; nothing changed.</summary>
/// <param name="Error">Why, such as <c>workflow.taskClosed</c>.</param>
public sealed record Refused(Error Error) : StepOutcome;

/// <summary>An activity that finished.</summary>
/// <param name="Activity">Its id.</param>
/// <param name="Outcomes">The outcomes it left by.</param>
public sealed record ExecutedActivity(string Activity, ImmutableArray<string> Outcomes);
