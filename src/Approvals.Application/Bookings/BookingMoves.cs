using Approvals.Workflows;

namespace Approvals.Application.Bookings;

/// <summary>What the owner of a resource answers.</summary>
public enum BookingAnswer
{
    /// <summary>At this time.</summary>
    Confirm,

    /// <summary>Rather at this time; the applicant accepts or not.</summary>
    Propose,

    /// <summary>Not at all.</summary>
    Refuse,

    /// <summary>Calls a confirmed appointment off.</summary>
    Cancel,
}

/// <summary>What the applicant does with a booking.</summary>
public enum BookingReply
{
    /// <summary>Takes the time proposed.</summary>
    Accept,

    /// <summary>Asks for another time.</summary>
    Reschedule,

    /// <summary>Calls it off.</summary>
    Cancel,
}

/// <summary>Which moves a booking allows: pure, the same for pages and for acts.</summary>
public static class BookingMoves
{
    /// <summary>Where an owner's answer leads; null where it cannot be given now.</summary>
    public static BookingState? After(BookingState state, BookingAnswer answer) => (answer, state) switch
    {
        (BookingAnswer.Confirm, BookingState.Requested or BookingState.Rescheduled) => BookingState.Confirmed,
        (BookingAnswer.Propose, BookingState.Requested or BookingState.Rescheduled or BookingState.Proposed or BookingState.Confirmed) => BookingState.Proposed,
        (BookingAnswer.Refuse, BookingState.Requested or BookingState.Rescheduled or BookingState.Proposed) => BookingState.Refused,
        (BookingAnswer.Cancel, BookingState.Confirmed) => BookingState.Cancelled,
        _ => null,
    };

    /// <summary>Where an applicant's reply leads; null where it cannot be given now.</summary>
    public static BookingState? After(BookingState state, BookingReply reply) => (reply, state) switch
    {
        (BookingReply.Accept, BookingState.Proposed) => BookingState.Confirmed,
        (BookingReply.Reschedule, BookingState.Requested or BookingState.Rescheduled or BookingState.Proposed or BookingState.Confirmed) => BookingState.Rescheduled,
        (BookingReply.Cancel, BookingState.Requested or BookingState.Rescheduled or BookingState.Proposed or BookingState.Confirmed) => BookingState.Cancelled,
        _ => null,
    };

    /// <summary>Whether somebody came; null where that cannot be said now: an appointment is kept or missed once it has begun.</summary>
    public static BookingState? After(BookingState state, bool attended, DateTimeOffset? startsAt, DateTimeOffset now) =>
        state != BookingState.Confirmed || startsAt > now ? null : attended ? BookingState.Attended : BookingState.NoShow;

    /// <summary>Whether a booking of a case that has gone on can still come to this: what was agreed is kept, missed or called off.</summary>
    public static bool Outlives(BookingState next) => next is BookingState.Attended or BookingState.NoShow or BookingState.Cancelled;
}
