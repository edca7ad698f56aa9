namespace Approvals.Workflows;

/// <summary>A provider offers what the case waits for; the offer holds its share of the quota.</summary>
/// <param name="Entry">Id of the entry in the waiting list.</param>
/// <param name="Offer">Id of the offer's row.</param>
/// <param name="By">Who; null for a job.</param>
public sealed record OfferMade(string Entry, string Offer, Actor? By = null) : WorkflowEvent;

/// <summary>The applicant takes or refuses an offer.</summary>
/// <param name="Offer">Id of the offer's row.</param>
/// <param name="By">Who.</param>
/// <param name="Accepted">Whether it was taken.</param>
/// <param name="Reason">Id of the row that holds the reason.</param>
public sealed record OfferAnswered(string Offer, Actor By, bool Accepted, string? Reason = null) : WorkflowEvent;

/// <summary>A provider takes an offer back before it is answered; the case keeps its place.</summary>
/// <param name="Offer">Id of the offer's row.</param>
/// <param name="By">Who.</param>
/// <param name="Reason">Id of the row that holds the reason.</param>
public sealed record OfferWithdrawn(string Offer, Actor By, string? Reason = null) : WorkflowEvent;

/// <summary>Where a booking stands.</summary>
public enum BookingState
{
    /// <summary>Asked for.</summary>
    Requested,

    /// <summary>Confirmed by the owner of the resource.</summary>
    Confirmed,

    /// <summary>Put off to another time; the owner confirms again.</summary>
    Rescheduled,

    /// <summary>Refused by the owner.</summary>
    Refused,

    /// <summary>The appointment was kept.</summary>
    Attended,

    /// <summary>Nobody came.</summary>
    NoShow,

    /// <summary>Cancelled.</summary>
    Cancelled,

    /// <summary>The owner proposed another time; the applicant answers.</summary>
    Proposed,
}

/// <summary>A booking changed.</summary>
/// <param name="Booking">Id of the booking.</param>
/// <param name="State">Where it stands now.</param>
/// <param name="By">Who; null for a job.</param>
/// <param name="Reason">Id of the row that holds the reason.</param>
public sealed record BookingChanged(string Booking, BookingState State, Actor? By = null, string? Reason = null) : WorkflowEvent;

/// <summary>A case that this one started is over.</summary>
/// <param name="Child">Id under which it was started.</param>
/// <param name="Result">How it ended, in the words of <see cref="FinishCase"/>.</param>
/// <param name="Number">Its number.</param>
public sealed record ChildFinished(string Child, string? Result, string? Number = null) : WorkflowEvent;
