namespace Approvals.Workflows;

/// <summary>What kind of work a task is.</summary>
public enum TaskKind
{
    /// <summary>Fill in a form.</summary>
    Fill,

    /// <summary>Check completeness and accept.</summary>
    Accept,

    /// <summary>Correct named fields or bring documents.</summary>
    Correction,

    /// <summary>Bring the documents promised at a conditional acceptance.</summary>
    Promise,

    /// <summary>Review.</summary>
    Review,

    /// <summary>Vote.</summary>
    Vote,

    /// <summary>Rule on an objection.</summary>
    Ruling,

    /// <summary>Give an opinion that whoever has a task asked for.</summary>
    Opinion,

    /// <summary>Make a statement or defence.</summary>
    Statement,

    /// <summary>Take or refuse an offer.</summary>
    Offer,

    /// <summary>Confirm a booking, or say what became of it.</summary>
    Booking,

    /// <summary>Draw the experts of a panel and convene it.</summary>
    Draw,

    /// <summary>Take the seat one was drawn for, or step aside.</summary>
    Invitation,
}

/// <summary>A task opens. Its form, texts and allowed acts are in <see cref="Task"/>.</summary>
/// <param name="Task">The task, as the state holds it.</param>
public sealed record CreateTask(TaskBookmark Task) : Effect;

/// <summary>A task's candidates, holder or limit changed.</summary>
/// <param name="Task">The task after the change.</param>
/// <param name="Reason">Why: <c>Claimed</c>, <c>Released</c>, <c>Transferred</c>, <c>Reassigned</c>, <c>Extended</c>, <c>ClockStopped</c>, <c>ClockResumed</c>, <c>Escalated</c>,
/// <c>Delegated</c>, <c>DelegatedBack</c>, <c>Frozen</c> (without candidates, so that no queue shows it), <c>Thawed</c>.</param>
public sealed record ChangeTask(TaskBookmark Task, string Reason) : Effect;

/// <summary>A task closes.</summary>
/// <param name="Task">Its id.</param>
/// <param name="Reason">Why.</param>
/// <param name="By">Who completed or returned it, if a person did.</param>
/// <param name="Outcome">The outcome it was completed with.</param>
public sealed record CloseTask(string Task, CloseReason Reason, Actor? By = null, string? Outcome = null) : Effect;

/// <summary>Why a task closed.</summary>
public enum CloseReason
{
    /// <summary>It was completed.</summary>
    Completed,

    /// <summary>Its holder returned the case.</summary>
    Returned,

    /// <summary>Another branch returned the case to a step before the fork.</summary>
    SiblingReturned,

    /// <summary>Another person's act decided the step.</summary>
    DecidedByOther,

    /// <summary>Its limit passed.</summary>
    TimedOut,

    /// <summary>Its holder stepped aside.</summary>
    Recused,

    /// <summary>It waits, closed, until a signer added before it has signed; then it opens anew.</summary>
    SetAside,

    /// <summary>Whoever added its holder took that back.</summary>
    SignerRemoved,

    /// <summary>The applicant withdrew.</summary>
    Withdrawn,

    /// <summary>The case or the branch ended.</summary>
    Cancelled,

    /// <summary>An administrator moved the case to another step.</summary>
    Moved,

    /// <summary>Whoever was asked did not answer, and is not waited for any more.</summary>
    NotAnswered,
}
