namespace Approvals.Workflows;

/// <summary>Where a case's flow stands.</summary>
public enum WorkflowStatus
{
    /// <summary>Not started.</summary>
    New,

    /// <summary>Under way: every token waits.</summary>
    Waiting,

    /// <summary>Over.</summary>
    Finished,
}

/// <summary>
/// The whole state of a case's flow: the truth of which task and timer rows are a projection. Immutable, compact as JSON,
/// and it does not grow with history: only the last round of an activity is kept.
/// </summary>
public sealed record WorkflowState
{
    /// <summary>The version of this shape.</summary>
    public const int CurrentSchema = 1;

    /// <summary>Before the first event.</summary>
    public static readonly WorkflowState New = new();

    /// <summary>The version of the shape this state was written in.</summary>
    public int Schema { get; init; } = CurrentSchema;

    /// <summary>Ids are derived from this; it only goes up.</summary>
    public int Counter { get; init; }

    /// <summary>Where the flow stands.</summary>
    public WorkflowStatus Status { get; init; }

    /// <summary>How it ended, in the words of <see cref="FinishCase"/>.</summary>
    public string? Result { get; init; }

    /// <summary>The instance's name, where an activity gave it one.</summary>
    public string? Name { get; init; }

    /// <summary>The word by which signals find it, where an activity gave it one.</summary>
    public string? Correlation { get; init; }

    /// <summary>The case's shown state (a word of the glossary), from the activity where a token waits.</summary>
    public string? Shown { get; init; }

    /// <summary>The case's clock.</summary>
    public CaseClock Clock { get => field ?? new(); init; }

    /// <summary>The activities under way, containers included, oldest first.</summary>
    public ImmutableArray<Execution> Executions { get => field.IsDefault ? [] : field; init; }

    /// <summary>Tokens that arrived at a join and wait for others.</summary>
    public ImmutableArray<Token> Tokens { get => field.IsDefault ? [] : field; init; }

    /// <summary>One for each open task, timer or awaited signal.</summary>
    public ImmutableArray<Bookmark> Bookmarks { get => field.IsDefault ? [] : field; init; }

    /// <summary>Returns after which the case comes straight back to who returned it.</summary>
    public ImmutableArray<PendingReturn> Returns { get => field.IsDefault ? [] : field; init; }

    /// <summary>Events for branches that stand still; taken when they go on.</summary>
    public ImmutableArray<WorkflowEvent> Held { get => field.IsDefault ? [] : field; init; }

    /// <summary>What went wrong and waits for an operator.</summary>
    public ImmutableArray<Incident> Incidents { get => field.IsDefault ? [] : field; init; }

    /// <summary>The definition's variables.</summary>
    public ImmutableSortedDictionary<string, FeelValue> Variables { get => field ?? ImmutableSortedDictionary<string, FeelValue>.Empty; init; }

    /// <summary>The definition's outputs that were set.</summary>
    public ImmutableSortedDictionary<string, FeelValue> Outputs { get => field ?? ImmutableSortedDictionary<string, FeelValue>.Empty; init; }

    /// <summary>The outcomes the whole definition completed with, where an activity named them.</summary>
    public ImmutableArray<string> Outcomes { get => field.IsDefault ? [] : field; init; }

    /// <summary>Of each activity that ran, its last round.</summary>
    public ImmutableSortedDictionary<string, ActivityRound> Rounds { get => field ?? ImmutableSortedDictionary<string, ActivityRound>.Empty; init; }

    /// <summary>The open tasks.</summary>
    [JsonIgnore]
    public IEnumerable<TaskBookmark> Tasks => Bookmarks.OfType<TaskBookmark>();

    /// <summary>The running timers.</summary>
    [JsonIgnore]
    public IEnumerable<TimerBookmark> Timers => Bookmarks.OfType<TimerBookmark>();

    /// <summary>Compact JSON.</summary>
    public string ToJson() => CompactJson.Write<WorkflowState>(this);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="JsonException">It is not a state, or one of a newer schema.</exception>
    public static WorkflowState FromJson(string json)
    {
        var state = CompactJson.Read<WorkflowState>(json);
        return state.Schema <= CurrentSchema ? state : throw new JsonException($"The state has schema {state.Schema}, this reads {CurrentSchema}.");
    }
}
