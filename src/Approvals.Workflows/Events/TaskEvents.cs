namespace Approvals.Workflows;

/// <summary>Somebody takes a task out of a queue; refused when somebody else has it.</summary>
/// <param name="Task">The task.</param>
/// <param name="By">Who.</param>
public sealed record TaskClaimed(string Task, Actor By) : WorkflowEvent;

/// <summary>Somebody completes a task.</summary>
/// <param name="Task">The task.</param>
/// <param name="By">Who.</param>
/// <param name="Outcome">
/// One of the task's outcomes. Fill, correction: <c>Done</c>. Accept: <c>Accepted</c>, <c>AcceptedConditionally</c>, <c>Correction</c>,
/// <c>Declined</c>. Review: <c>Approved</c>, <c>Rejected</c> or an own one. Vote: <c>Voted</c>, never how. Ruling: <c>Upheld</c>,
/// <c>Dismissed</c>.
/// </param>
/// <param name="Submission">The submission that came with it.</param>
/// <param name="Opinion">Id of the opinion's row.</param>
public sealed record TaskCompleted(
    string Task, Actor By, string Outcome, SubmissionReference? Submission = null, string? Opinion = null) : WorkflowEvent
{
    /// <summary>With <c>Correction</c>: paths of the fields to correct.</summary>
    public ImmutableArray<string> Fields { get => field.IsDefault ? [] : field; init; }

    /// <summary>With <c>Correction</c>: document types to bring. With <c>AcceptedConditionally</c>: those that may follow.</summary>
    public ImmutableArray<string> Documents { get => field.IsDefault ? [] : field; init; }
}

/// <summary>A reviewer sends the case back.</summary>
/// <param name="Task">The reviewer's task.</param>
/// <param name="By">Who.</param>
/// <param name="To">The activity returned to; it comes before the reviewer on every path. Null: to the applicant, inside this step.</param>
/// <param name="Opinion">Id of the opinion's row that says why.</param>
public sealed record Returned(string Task, Actor By, string? To = null, string? Opinion = null) : WorkflowEvent
{
    /// <summary>Paths of the fields to correct; only those open.</summary>
    public ImmutableArray<string> Fields { get => field.IsDefault ? [] : field; init; }

    /// <summary>Document types to bring.</summary>
    public ImmutableArray<string> Documents { get => field.IsDefault ? [] : field; init; }
}

/// <summary>A reviewer hands the task to another person for good.</summary>
/// <param name="Task">The task.</param>
/// <param name="By">Who.</param>
/// <param name="To">Id of the user who gets it.</param>
/// <param name="Opinion">Id of the opinion's row.</param>
public sealed record Transferred(string Task, Actor By, string To, string? Opinion = null) : WorkflowEvent;

/// <summary>A lead gives a task to somebody, or back to its queue.</summary>
/// <param name="Task">The task.</param>
/// <param name="By">Who.</param>
/// <param name="To">Id of the user who gets it; null puts a claimed task back.</param>
/// <param name="Reason">Id of the row that holds the reason.</param>
public sealed record Reassigned(string Task, Actor By, string? To, string? Reason = null) : WorkflowEvent;

/// <summary>Somebody steps aside as related or otherwise partial.</summary>
/// <param name="Task">The task.</param>
/// <param name="By">Who.</param>
/// <param name="Reason">Id of the row that holds the reason.</param>
public sealed record Recused(string Task, Actor By, string? Reason = null) : WorkflowEvent;

/// <summary>Promised documents came in.</summary>
/// <param name="Task">The task of the promise.</param>
/// <param name="By">Who.</param>
/// <param name="Submission">The submission that carries them.</param>
public sealed record DocumentsSupplied(string Task, Actor By, SubmissionReference? Submission = null) : WorkflowEvent
{
    /// <summary>The document types that came in.</summary>
    public ImmutableArray<string> Documents { get => field.IsDefault ? [] : field; init; }
}
