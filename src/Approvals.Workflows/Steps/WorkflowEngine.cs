namespace Approvals.Workflows;

/// <summary>The engine: a pure function from definition, state and event to the next state and what is to be done.</summary>
public static class WorkflowEngine
{
    /// <summary>The number of the engine's behaviour; stored with each event, raised when the same events would give another state.</summary>
    public const int Behaviour = 1;

    /// <summary>
    /// Takes one event. Either it is taken (<see cref="Stepped"/>), or facts are missing (<see cref="NeedFacts"/>), or it is not
    /// valid now (<see cref="Refused"/>); in the last two cases nothing changed. Never throws for a mistake in a definition:
    /// that makes an <see cref="Incident"/> in the state.
    /// </summary>
    public static StepOutcome Step(WorkflowDefinition definition, WorkflowState state, WorkflowEvent @event, StepContext context) =>
        StepRun.Take(definition, state, @event, context);
}
