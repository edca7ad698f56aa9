namespace Approvals.Workflows;

/// <summary>Something the flow waits for: a closed union.</summary>
/// <param name="Id">Engine-derived id, unique in the case.</param>
/// <param name="Execution">The execution that waits.</param>
/// <param name="Activity">Its activity.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(TaskBookmark), "task")]
[JsonDerivedType(typeof(TimerBookmark), "timer")]
[JsonDerivedType(typeof(SignalBookmark), "signal")]
public abstract record Bookmark(string Id, string Execution, string Activity);

/// <summary>An open task.</summary>
/// <param name="Id">Engine-derived id, unique in the case.</param>
/// <param name="Execution">The execution that waits.</param>
/// <param name="Activity">Its activity.</param>
/// <param name="Kind">What kind of work it is.</param>
/// <param name="Candidates">Who may do it.</param>
public sealed record TaskBookmark(string Id, string Execution, string Activity, TaskKind Kind, ImmutableArray<Candidate> Candidates)
    : Bookmark(Id, Execution, Activity)
{
    /// <summary>Who may do it.</summary>
    public ImmutableArray<Candidate> Candidates { get => field.IsDefault ? [] : field; init; } = Candidates;

    /// <summary>Who holds it; null while it lies in a queue.</summary>
    public string? Holder { get; init; }

    /// <summary>Users who may not do it: who took the step before, where two in a row are not allowed.</summary>
    public ImmutableArray<string> Barred { get => field.IsDefault ? [] : field; init; }

    /// <summary>The form it shows.</summary>
    public string? Form { get; init; }

    /// <summary>Which fields are open; null means as the form says.</summary>
    public FieldAccess? Fields { get; init; }

    /// <summary>Document types it asks for, or allows to follow.</summary>
    public ImmutableArray<string> Documents { get => field.IsDefault ? [] : field; init; }

    /// <summary>The outcomes it can be completed with.</summary>
    public ImmutableArray<string> Outcomes { get => field.IsDefault ? [] : field; init; }

    /// <summary>Further acts: <c>transfer</c>, <c>batch</c>, <c>return</c>, …</summary>
    public ImmutableArray<string> Acts { get => field.IsDefault ? [] : field; init; }

    /// <summary>Activities it can be returned to; <c>applicant</c> means inside the step.</summary>
    public ImmutableArray<string> ReturnTo { get => field.IsDefault ? [] : field; init; }

    /// <summary>Its limit; null means the service's own.</summary>
    public PendingLimit? Limit { get; init; }

    /// <summary>Why it is there again, or what to correct.</summary>
    public ReturnNote? Return { get; init; }

    /// <summary>How often its activity was reached, from 1.</summary>
    public int Round { get; init; } = 1;

    /// <summary>What it is about: an objection's id, a vote's id, an offer's, a booking's, or of an opinion the task that asks for it.</summary>
    public string? Subject { get; init; }

    /// <summary>It stands still until a returned case comes back: hidden from queues, nobody may act on it.</summary>
    public bool Frozen { get; init; }

    /// <summary>Whose task it is while somebody else prepares it; it goes back there.</summary>
    public Delegation? Delegation { get; init; }
}

/// <summary>A task that somebody else prepares.</summary>
/// <param name="By">Id of the user whose task it is.</param>
/// <param name="Candidates">Who could do it before.</param>
public sealed record Delegation(string By, ImmutableArray<Candidate> Candidates)
{
    /// <summary>Who could do it before.</summary>
    public ImmutableArray<Candidate> Candidates { get => field.IsDefault ? [] : field; init; } = Candidates;

    /// <summary>The outcome the delegate proposed, once the task is back.</summary>
    public string? Proposed { get; init; }

    /// <summary>Id of the row with the delegate's opinion.</summary>
    public string? Opinion { get; init; }
}

/// <summary>Which fields of a form a task opens; a field in none of them is as the form says.</summary>
public sealed record FieldAccess
{
    /// <summary>Only these may be changed; null means all that the form opens.</summary>
    public ImmutableArray<string>? Editable { get; init; }

    /// <summary>Shown, not to be changed.</summary>
    public ImmutableArray<string> ReadOnly { get => field.IsDefault ? [] : field; init; }

    /// <summary>Not shown.</summary>
    public ImmutableArray<string> Hidden { get => field.IsDefault ? [] : field; init; }
}

/// <summary>A running timer.</summary>
/// <param name="Id">Engine-derived id, unique in the case.</param>
/// <param name="Execution">The execution that waits.</param>
/// <param name="Activity">Its activity.</param>
/// <param name="Purpose">What happens then, such as <c>limit</c>, <c>silence</c>, <c>correction</c>, <c>promise</c>, <c>term</c>, <c>wait</c>.</param>
public sealed record TimerBookmark(string Id, string Execution, string Activity, string Purpose) : Bookmark(Id, Execution, Activity)
{
    /// <summary>It is due when this limit ends.</summary>
    public PendingLimit? Limit { get; init; }

    /// <summary>Or at the start of this day.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>Or at this instant.</summary>
    public DateTimeOffset? At { get; init; }
}

/// <summary>Something awaited from outside.</summary>
/// <param name="Id">Engine-derived id, unique in the case.</param>
/// <param name="Execution">The execution that waits.</param>
/// <param name="Activity">Its activity.</param>
/// <param name="Name">
/// What: <c>notice</c> (the id is the notice's), <c>vote</c> (the id is the vote's), <c>event</c> (by the name in <see cref="Subject"/>),
/// <c>runTask</c>, <c>http</c>, <c>child</c>, <c>waitingList</c>, <c>booking</c> (the id is what the answer names).
/// </param>
public sealed record SignalBookmark(string Id, string Execution, string Activity, string Name) : Bookmark(Id, Execution, Activity)
{
    /// <summary>What it is about: an event's name, a task's name.</summary>
    public string? Subject { get; init; }
}
