namespace Approvals.Workflows;

/// <summary>What an activity remembers while it waits: a closed union, one shape for each activity that needs any.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(AcceptMemory), "accept")]
[JsonDerivedType(typeof(ReviewMemory), "review")]
[JsonDerivedType(typeof(VoteMemory), "vote")]
[JsonDerivedType(typeof(NoticeMemory), "notice")]
[JsonDerivedType(typeof(LoopMemory), "loop")]
[JsonDerivedType(typeof(WaitingMemory), "waiting")]
[JsonDerivedType(typeof(BookingMemory), "booking")]
public abstract record ActivityMemory
{
    private protected ActivityMemory() { }
}


/// <summary>Where an acceptance stands.</summary>
/// <param name="Asked">Whether the applicant is correcting now.</param>
public sealed record AcceptMemory(bool Asked) : ActivityMemory
{
    /// <summary>Documents promised and still to come.</summary>
    public ImmutableArray<string> Promised { get => field.IsDefault ? [] : field; init; }
}

/// <summary>Where a review stands.</summary>
public sealed record ReviewMemory : ActivityMemory
{
    /// <summary>In sequence: who comes after the one whose turn it is.</summary>
    public ImmutableArray<Candidate> Waiting { get => field.IsDefault ? [] : field; init; }

    /// <summary>Who approved in this round.</summary>
    public ImmutableArray<string> Approved { get => field.IsDefault ? [] : field; init; }

    /// <summary>Who rejected in this round, where a quota counts.</summary>
    public ImmutableArray<string> Rejected { get => field.IsDefault ? [] : field; init; }

    /// <summary>How many sit in this round, where a quota counts.</summary>
    public int Seats { get; init; }

    /// <summary>The signers people added who have not signed yet.</summary>
    public ImmutableArray<AddedSigner> Added { get => field.IsDefault ? [] : field; init; }

    /// <summary>The limit ran out once already and somebody was told.</summary>
    public bool Reminded { get; init; }
}

/// <summary>A signer that a reviewer added.</summary>
/// <param name="User">Id of the added user.</param>
/// <param name="By">Id of the user who added.</param>
/// <param name="Place">When the added user signs.</param>
/// <param name="Task">The adder's task.</param>
public sealed record AddedSigner(string User, string By, SignerPlace Place, string Task)
{
    /// <summary>The added user's task, once it is open.</summary>
    public string? Opened { get; init; }

    /// <summary>The adder's task, set aside until the added user has signed.</summary>
    public TaskBookmark? Aside { get; init; }
}

/// <summary>Where a place in a waiting list stands.</summary>
/// <param name="Entry">Id of the entry.</param>
public sealed record WaitingMemory(string Entry) : ActivityMemory
{
    /// <summary>Offers refused or lapsed since the place was last changed.</summary>
    public int Refusals { get; init; }
}

/// <summary>Where a booking stands.</summary>
/// <param name="Booking">Id of the booking.</param>
public sealed record BookingMemory(string Booking) : ActivityMemory
{
    /// <summary>It is confirmed and the appointment is awaited.</summary>
    public bool Confirmed { get; init; }
}

/// <summary>Where a vote stands: who voted, never how.</summary>
/// <param name="Vote">Id of the vote.</param>
/// <param name="Round">The round, from 1.</param>
public sealed record VoteMemory(string Vote, int Round) : ActivityMemory
{
    /// <summary>The panel without those who stepped aside.</summary>
    public ImmutableArray<string> Panel { get => field.IsDefault ? [] : field; init; }

    /// <summary>Who voted in this round.</summary>
    public ImmutableArray<string> Voted { get => field.IsDefault ? [] : field; init; }

    /// <summary>The round is over and its tally is awaited.</summary>
    public bool Counting { get; init; }

    /// <summary>How far the panel is drawn; null where the definition names it.</summary>
    public DrawMemory? Draw { get; init; }
}

/// <summary>How far a panel is drawn.</summary>
public sealed record DrawMemory
{
    /// <summary>How many draws there were.</summary>
    public int Number { get; init; }

    /// <summary>Who was drawn and has not answered yet.</summary>
    public ImmutableArray<string> Invited { get => field.IsDefault ? [] : field; init; }

    /// <summary>Who was drawn and stepped aside.</summary>
    public ImmutableArray<string> SteppedAside { get => field.IsDefault ? [] : field; init; }

    /// <summary>Who was drawn and did not answer.</summary>
    public ImmutableArray<string> NoAnswer { get => field.IsDefault ? [] : field; init; }

    /// <summary>The panel was convened: who takes a seat from now on votes at once.</summary>
    public bool IsConvened { get; init; }
}

/// <summary>Where a loop stands.</summary>
/// <param name="Index">The turn under way, from 0.</param>
public sealed record LoopMemory(int Index) : ActivityMemory;

/// <summary>Where a public notice stands.</summary>
/// <param name="Notice">Id of the notice.</param>
public sealed record NoticeMemory(string Notice) : ActivityMemory
{
    /// <summary>Whether its term ended.</summary>
    public bool Ended { get; init; }

    /// <summary>Whether an objection was upheld.</summary>
    public bool Upheld { get; init; }
}
