using System.Text.Json;
using Approvals.Application.Cases;
using Approvals.Domain.Scenarios;
using Approvals.Workflows;

namespace Approvals.Application.Replay;

/// <summary>What providers gave out and how the party answered, as acts at the same instants: that there was something to give is taken as it was.</summary>
internal sealed class PastAllotments(Case row, PastPeople people, PastSurroundings around)
{
    private const string Note = "—";
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(1);

    internal PersonAct? Act(ReplayCase.ReplayedStep step, WorkflowEvent happened) => happened switch
    {
        OfferMade e when Owner(e.Entry) is { } owner => Act(step, people.Provider(owner), PastActs.Awaited(step, e.Entry), "offer"),
        OfferAnswered e => Act(step, PastPeople.Applicant, null, e.Accepted ? "acceptOffer" : "refuseOffer"),
        OfferWithdrawn when around.Entries.Values.FirstOrDefault() is { } owner => Act(step, people.Provider(owner), null, "withdrawOffer"),
        BookingChanged { By: { } by } e when around.Bookings.TryGetValue(e.Booking, out var booking) => Booked(step, booking, e.State, IsParty(by)),
        _ => null,
    };

    private PastOrganisation? Owner(string entry) => around.Entries.GetValueOrDefault(entry);

    private bool IsParty(Actor by) => by.Is(row.ApplicantUserId?.ToString() ?? "") || by.Is(row.FiledByUserId.ToString());

    private PersonAct? Booked(ReplayCase.ReplayedStep step, PastBooking booking, BookingState state, bool byParty)
    {
        var who = byParty || booking.Owner is null ? PastPeople.Applicant : people.Provider(booking.Owner);
        var act = (state, byParty) switch
        {
            (BookingState.Confirmed, false) => ("answerBooking", "confirm"),
            (BookingState.Proposed, _) => ("answerBooking", "propose"),
            (BookingState.Refused, _) => ("answerBooking", "refuse"),
            (BookingState.Cancelled, false) => ("answerBooking", "cancel"),
            (BookingState.Confirmed, true) => ("replyBooking", "accept"),
            (BookingState.Cancelled, true) => ("replyBooking", "cancel"),
            (BookingState.Rescheduled, _) => ("replyBooking", "reschedule"),
            (BookingState.Attended, _) => ("attend", null),
            (BookingState.NoShow, _) => ("noShow", null),
            _ => ((string, string?)?)null,
        };
        return act is not var (name, outcome) ? null : Act(step, who, booking.Activity, name) with
        {
            Outcome = outcome,
            Form = outcome is "confirm" or "propose" ? Times(booking, step.Event.At) : outcome == "reschedule" ? Days(booking, step.Event.Today) : null,
        };
    }

    /// <summary>The time that was agreed last; one of before, where another came after it, is not kept.</summary>
    private static JsonElement Times(PastBooking booking, DateTimeOffset at) => booking.StartsAt > at
        ? JsonSerializer.SerializeToElement(new { startsAt = booking.StartsAt, endsAt = booking.EndsAt })
        : JsonSerializer.SerializeToElement(new { startsAt = at + Ahead });

    private static JsonElement Days(PastBooking booking, DateOnly on) => JsonSerializer.SerializeToElement(
        new { from = $"{booking.WantedFrom ?? on.AddDays(14):yyyy-MM-dd}" });

    private static PersonAct Act(ReplayCase.ReplayedStep step, string by, string? activity, string act) =>
        PastActs.At(step, by, activity, act, null) with { Reason = Note };
}
