namespace Approvals.Workflows;

/// <summary>A reviewer lets somebody else prepare the task; it comes back with a proposal.</summary>
/// <param name="Task">The task.</param>
/// <param name="By">Who.</param>
/// <param name="To">Id of the user who prepares it; null takes it back.</param>
/// <param name="Opinion">Id of the opinion's row.</param>
public sealed record Delegated(string Task, Actor By, string? To, string? Opinion = null) : WorkflowEvent;

/// <summary>When an added signer signs.</summary>
public enum SignerPlace
{
    /// <summary>Before whoever added; whose task waits.</summary>
    Before,

    /// <summary>After whoever added.</summary>
    After,

    /// <summary>At the same time; both must approve.</summary>
    Alongside,
}

/// <summary>A reviewer adds a signer (加签).</summary>
/// <param name="Task">The reviewer's task.</param>
/// <param name="By">Who.</param>
/// <param name="User">Id of the user added.</param>
/// <param name="Place">When the added user signs.</param>
/// <param name="Opinion">Id of the opinion's row.</param>
public sealed record SignerAdded(string Task, Actor By, string User, SignerPlace Place, string? Opinion = null) : WorkflowEvent;

/// <summary>Whoever added a signer takes that back (减签), as long as the signer has not signed.</summary>
/// <param name="Task">The task by which the signer was added.</param>
/// <param name="By">Who.</param>
/// <param name="User">Id of the added user.</param>
/// <param name="Opinion">Id of the opinion's row.</param>
public sealed record SignerRemoved(string Task, Actor By, string User, string? Opinion = null) : WorkflowEvent;

/// <summary>Whoever has a task asks somebody for an opinion; the task does not wait for it.</summary>
/// <param name="Task">The asker's task.</param>
/// <param name="By">Who.</param>
/// <param name="Of">Id of the user asked.</param>
/// <param name="Question">Id of the row that holds the question.</param>
public sealed record OpinionAsked(string Task, Actor By, string Of, string? Question = null) : WorkflowEvent;

/// <summary>The opinion asked for is given.</summary>
/// <param name="Task">The task of the opinion.</param>
/// <param name="By">Who.</param>
/// <param name="Opinion">Id of the opinion's row.</param>
public sealed record OpinionGiven(string Task, Actor By, string? Opinion = null) : WorkflowEvent;

/// <summary>The party makes its statement or defence (陈述申辩).</summary>
/// <param name="Task">The task of the statement.</param>
/// <param name="By">Who.</param>
/// <param name="Submission">The submission that carries it.</param>
/// <param name="Opinion">Id of the row that holds its text.</param>
public sealed record StatementFiled(string Task, Actor By, SubmissionReference? Submission = null, string? Opinion = null) : WorkflowEvent;
