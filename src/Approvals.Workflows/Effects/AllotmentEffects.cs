namespace Approvals.Workflows;

/// <summary>The case joins a waiting list.</summary>
/// <param name="Entry">Id of its entry; offers name it.</param>
/// <param name="Activity">The activity.</param>
/// <param name="List">Code of the list.</param>
/// <param name="Order">What the list is ordered by, smallest first; the time of joining decides between equals.</param>
public sealed record JoinWaitingList(string Entry, string Activity, string List, FeelValue Order) : Effect;

/// <summary>An offer came to nothing; its share of the quota is free again.</summary>
/// <param name="Entry">Id of the entry.</param>
/// <param name="Offer">Id of the offer's row.</param>
/// <param name="Reason"><c>Refused</c>, <c>Lapsed</c> or <c>Withdrawn</c>.</param>
/// <param name="ToEnd">Whether the case goes to the end of the list; else it keeps its place.</param>
public sealed record ChangeWaitingPlace(string Entry, string Offer, string Reason, bool ToEnd) : Effect;

/// <summary>The case leaves a waiting list.</summary>
/// <param name="Entry">Id of the entry.</param>
/// <param name="Reason"><c>Taken</c>, <c>Refused</c>, <c>Lapsed</c>, or why the case took another way.</param>
/// <param name="Offer">Id of the offer's row it took or let go, if any.</param>
public sealed record LeaveWaitingList(string Entry, string Reason, string? Offer = null) : Effect;

/// <summary>A resource is asked for.</summary>
/// <param name="Booking">Id of the booking.</param>
/// <param name="Activity">The activity.</param>
/// <param name="Resource">The resource; null leaves it to the owner.</param>
/// <param name="Owner">Who confirms.</param>
/// <param name="Window">When, as the definition's expression gives it.</param>
public sealed record RequestBooking(string Booking, string Activity, string? Resource, ImmutableArray<Candidate> Owner, FeelValue Window) : Effect
{
    /// <summary>Who confirms.</summary>
    public ImmutableArray<Candidate> Owner { get => field.IsDefault ? [] : field; init; } = Owner;

    /// <summary>What the owner is told of the case; personal, so the application keeps it encrypted.</summary>
    public FeelValue Details { get; init; }

    /// <summary>How many working days ahead another time must be asked for.</summary>
    public int Ahead { get; init; }
}

/// <summary>A booking stands elsewhere now.</summary>
/// <param name="Booking">Id of the booking.</param>
/// <param name="State">Where.</param>
public sealed record ChangeBooking(string Booking, BookingState State) : Effect;
