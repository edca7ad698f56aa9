namespace Approvals.Workflows;

/// <summary>The clocks of the case and of its open tasks stop by a person's order.</summary>
/// <param name="By">Who.</param>
/// <param name="Reason">Id of the row that holds the reason.</param>
public sealed record ClockStopped(Actor By, string? Reason = null) : WorkflowEvent;

/// <summary>The clocks run again.</summary>
/// <param name="By">Who; null for a job.</param>
public sealed record ClockResumed(Actor? By) : WorkflowEvent;

/// <summary>A task's limit is made longer, with a reason.</summary>
/// <param name="Task">The task.</param>
/// <param name="By">Who.</param>
/// <param name="Length">The new length, in the limit's own unit; greater than the old.</param>
/// <param name="Reason">Id of the row that holds the reason.</param>
public sealed record LimitExtended(string Task, Actor By, int Length, string? Reason = null) : WorkflowEvent;
