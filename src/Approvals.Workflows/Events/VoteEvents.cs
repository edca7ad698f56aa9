namespace Approvals.Workflows;

/// <summary>
/// Somebody draws experts for the empty seats of a panel. Who was drawn follows from the pool and the seed, which are facts of the event.
/// </summary>
/// <param name="Task">The task of the draw.</param>
/// <param name="By">Who draws.</param>
/// <param name="Reason">Id of the row that holds the reason of a further draw.</param>
public sealed record ExpertsDrawn(string Task, Actor By, string? Reason = null) : WorkflowEvent
{
    /// <summary>Users drawn before whose unanswered invitations are taken back.</summary>
    public ImmutableArray<string> Without { get => field.IsDefault ? [] : field; init; }
}

/// <summary>The one event that carries a round's result; the application sends it when the engine asks by <see cref="CloseVote"/>.</summary>
/// <param name="Vote">Id of the vote.</param>
/// <param name="Round">The round, from 1.</param>
/// <param name="Tally">The counted ballots.</param>
/// <param name="Sheets">Id of the row that holds the scoring sheets in shuffled order.</param>
public sealed record VoteClosed(string Vote, int Round, Tally Tally, string? Sheets = null) : WorkflowEvent;

/// <summary>Counted ballots of one round.</summary>
/// <param name="For">Votes for.</param>
/// <param name="Against">Votes against.</param>
/// <param name="Abstained">Abstentions; they count as present.</param>
public sealed record Tally(int For, int Against, int Abstained = 0)
{
    /// <summary>The mean of the scoring sheets' totals; null where none were filled in.</summary>
    public decimal? Score { get; init; }

    /// <summary>How many ballots were cast.</summary>
    [JsonIgnore]
    public int Present => For + Against + Abstained;
}
