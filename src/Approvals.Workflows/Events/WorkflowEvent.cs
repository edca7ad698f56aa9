namespace Approvals.Workflows;

/// <summary>What happened to a case: a closed union. Holds ids only, never personal data.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Started), "Started")]
[JsonDerivedType(typeof(TaskClaimed), "TaskClaimed")]
[JsonDerivedType(typeof(TaskCompleted), "TaskCompleted")]
[JsonDerivedType(typeof(Returned), "Returned")]
[JsonDerivedType(typeof(Transferred), "Transferred")]
[JsonDerivedType(typeof(Reassigned), "Reassigned")]
[JsonDerivedType(typeof(Recused), "Recused")]
[JsonDerivedType(typeof(Delegated), "Delegated")]
[JsonDerivedType(typeof(SignerAdded), "SignerAdded")]
[JsonDerivedType(typeof(SignerRemoved), "SignerRemoved")]
[JsonDerivedType(typeof(OpinionAsked), "OpinionAsked")]
[JsonDerivedType(typeof(OpinionGiven), "OpinionGiven")]
[JsonDerivedType(typeof(StatementFiled), "StatementFiled")]
[JsonDerivedType(typeof(OfferMade), "OfferMade")]
[JsonDerivedType(typeof(OfferAnswered), "OfferAnswered")]
[JsonDerivedType(typeof(OfferWithdrawn), "OfferWithdrawn")]
[JsonDerivedType(typeof(BookingChanged), "BookingChanged")]
[JsonDerivedType(typeof(ChildFinished), "ChildFinished")]
[JsonDerivedType(typeof(DocumentsSupplied), "DocumentsSupplied")]
[JsonDerivedType(typeof(ExpertsDrawn), "ExpertsDrawn")]
[JsonDerivedType(typeof(VoteClosed), "VoteClosed")]
[JsonDerivedType(typeof(ClockStopped), "ClockStopped")]
[JsonDerivedType(typeof(ClockResumed), "ClockResumed")]
[JsonDerivedType(typeof(LimitExtended), "LimitExtended")]
[JsonDerivedType(typeof(TimerElapsed), "TimerElapsed")]
[JsonDerivedType(typeof(SignalReceived), "SignalReceived")]
[JsonDerivedType(typeof(ExternalReplied), "ExternalReplied")]
[JsonDerivedType(typeof(ObjectionFiled), "ObjectionFiled")]
[JsonDerivedType(typeof(ObjectionDecided), "ObjectionDecided")]
[JsonDerivedType(typeof(NoticeEnded), "NoticeEnded")]
[JsonDerivedType(typeof(Withdrawn), "Withdrawn")]
[JsonDerivedType(typeof(CancelRequested), "CancelRequested")]
[JsonDerivedType(typeof(IncidentResolved), "IncidentResolved")]
[JsonDerivedType(typeof(MigratedTo), "MigratedTo")]
[JsonDerivedType(typeof(MigrationUndone), "MigrationUndone")]
[JsonDerivedType(typeof(MovedByAdministrator), "MovedByAdministrator")]
public abstract record WorkflowEvent
{
    private protected WorkflowEvent() { }

    /// <summary>Compact JSON, to be stored.</summary>
    public string ToJson() => CompactJson.Write<WorkflowEvent>(this);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="JsonException">It is not an event.</exception>
    public static WorkflowEvent FromJson(string json) => CompactJson.Read<WorkflowEvent>(json);
}

/// <summary>A person who acts.</summary>
/// <param name="User">The id of whoever acted.</param>
/// <param name="OnBehalfOf">The id of the user acted for (a substitute's principal, a represented applicant), if any.</param>
public sealed record Actor(string User, string? OnBehalfOf = null)
{
    /// <summary>
    /// Id of the row by which a substitute acts for an absent user; null for any other act on behalf of somebody. With it the engine
    /// asks for the fact, and whoever was acted for counts as having acted, too.
    /// </summary>
    public string? Substitution { get; init; }

    /// <summary>Whether the act is, or is for, this user.</summary>
    public bool Is(string user) => User == user || OnBehalfOf == user;
}

/// <summary>An immutable submission of a form.</summary>
/// <param name="Form">Id of the form.</param>
/// <param name="Id">Id of the submission's row.</param>
/// <param name="Hash">Hash of its content.</param>
public sealed record SubmissionReference(string Form, string Id, string Hash);

/// <summary>The case begins. With a submission, the flow's first Fill takes it and completes at once.</summary>
/// <param name="By">Who submitted; null for a case a job or a parent opened.</param>
/// <param name="Submission">The submission handed to the first Fill; null leaves it open.</param>
public sealed record Started(Actor? By, SubmissionReference? Submission = null) : WorkflowEvent
{
    /// <summary>Id of the activity whose event, timer or schedule started the case; it begins there. Null: at the start.</summary>
    public string? Trigger { get; init; }

    /// <summary>Values for the definition's inputs.</summary>
    public ImmutableSortedDictionary<string, FeelValue> Inputs { get => field ?? ImmutableSortedDictionary<string, FeelValue>.Empty; init; }
}

/// <summary>The applicant takes the application back.</summary>
/// <param name="By">Who.</param>
/// <param name="Reason">Id of the row that holds the reason.</param>
public sealed record Withdrawn(Actor By, string? Reason = null) : WorkflowEvent;

/// <summary>The office ends the case.</summary>
/// <param name="By">Who.</param>
/// <param name="Reason">Id of the row that holds the reason.</param>
public sealed record CancelRequested(Actor By, string? Reason = null) : WorkflowEvent;

/// <summary>A timer of the state elapsed.</summary>
/// <param name="Timer">Its id.</param>
public sealed record TimerElapsed(string Timer) : WorkflowEvent;

/// <summary>What an operator does with an incident.</summary>
public enum IncidentResolution
{
    /// <summary>Try again what failed.</summary>
    Retry,

    /// <summary>Leave the activity by a given outcome without running it.</summary>
    Skip,
}

/// <summary>An operator mended an incident.</summary>
/// <param name="Incident">Its id.</param>
/// <param name="By">Who.</param>
/// <param name="Resolution">Retry, or skip.</param>
/// <param name="Outcome">For skip: the outcome to leave by; <c>Done</c> when absent.</param>
/// <param name="Reason">Id of the row that holds the reason.</param>
public sealed record IncidentResolved(
    string Incident, Actor By, IncidentResolution Resolution = IncidentResolution.Retry, string? Outcome = null, string? Reason = null)
    : WorkflowEvent;

/// <summary>
/// An administrator puts a token at another activity of a container around it. What stands beside it and would be met again there, or
/// would wait for it in vain, is taken back with it.
/// </summary>
/// <param name="Execution">The execution that is moved.</param>
/// <param name="To">Id of the activity it is moved to.</param>
/// <param name="By">Who.</param>
/// <param name="Reason">Id of the row that holds the reason.</param>
public sealed record MovedByAdministrator(string Execution, string To, Actor By, string? Reason = null) : WorkflowEvent;
