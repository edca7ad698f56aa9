namespace Approvals.Workflows;

/// <summary>A public notice goes up.</summary>
/// <param name="Notice">Its id.</param>
/// <param name="Activity">The activity.</param>
/// <param name="Template">Name of its text.</param>
/// <param name="Term">How long it stands.</param>
/// <param name="Where">Where it is shown, such as <c>portal</c>; empty means the platform's page.</param>
/// <param name="Fields">What it shows.</param>
public sealed record PublishNotice(
    string Notice, string Activity, string Template, PendingLimit Term, ImmutableArray<string> Where, ImmutableArray<NoticeField> Fields) : Effect
{
    /// <summary>Where it is shown; empty means the platform's page.</summary>
    public ImmutableArray<string> Where { get => field.IsDefault ? [] : field; init; } = Where;

    /// <summary>What it shows.</summary>
    public ImmutableArray<NoticeField> Fields { get => field.IsDefault ? [] : field; init; } = Fields;
}

/// <summary>A field of a public notice.</summary>
/// <param name="Path">Path of the value, such as <c>form.basic.name</c>.</param>
/// <param name="Label">What it is called.</param>
/// <param name="Mask">How it is masked: <c>none</c>, <c>name</c> or <c>identifier</c>.</param>
public sealed record NoticeField(string Path, LocalText Label, string Mask);

/// <summary>A public notice comes down: its term ended, or the case took another way.</summary>
/// <param name="Notice">Its id.</param>
/// <param name="Reason">Why: <c>Ended</c>, <c>Returned</c>, <c>Cancelled</c>.</param>
public sealed record WithdrawNotice(string Notice, string Reason) : Effect;

/// <summary>A vote's round is over; the application counts the ballots and answers with <see cref="VoteClosed"/>.</summary>
/// <param name="Vote">Id of the vote.</param>
/// <param name="Activity">The activity.</param>
/// <param name="Round">The round, from 1.</param>
/// <param name="Panel">How many could have voted.</param>
/// <param name="Voted">How many did.</param>
public sealed record CloseVote(string Vote, string Activity, int Round, int Panel, int Voted) : Effect
{
    /// <summary>Whether ballots may be kept with the voters' names; false for an anonymous vote.</summary>
    public bool Named { get; init; }
}

/// <summary>Experts were drawn; the record holds all that is needed to repeat the draw.</summary>
/// <param name="Vote">Id of the vote.</param>
/// <param name="Activity">The activity.</param>
/// <param name="Number">Which draw of the vote it is, from 1.</param>
/// <param name="Seed">The seed.</param>
/// <param name="Seats">How many seats were empty.</param>
/// <param name="Field">Code of the field of the pool; null for every field.</param>
/// <param name="Places">The pool as it stood: the order of the draw, who was drawn, and why others could not be.</param>
public sealed record RecordDraw(
    string Vote, string Activity, int Number, string Seed, int Seats, string? Field, ImmutableArray<DrawPlace> Places) : Effect
{
    /// <summary>The pool as it stood.</summary>
    public ImmutableArray<DrawPlace> Places { get => field.IsDefault ? [] : field; init; } = Places;

    /// <summary>Who drew.</summary>
    public Actor? By { get; init; }

    /// <summary>Id of the row that holds the reason of a further draw.</summary>
    public string? Reason { get; init; }
}
