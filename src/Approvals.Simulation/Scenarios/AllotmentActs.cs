using System.Text.Json;
using Approvals.Application.Bookings;
using Approvals.Application.Database;
using Approvals.Application.Rights;
using Approvals.Application.Tasks;
using Approvals.Application.WaitingLists;
using Approvals.Domain.Scenarios;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Simulation.Scenarios;

/// <summary>What happens around a place in a waiting list and a booking.</summary>
internal sealed class AllotmentActs(Stage stage)
{
    /// <summary>Plays an act; null when it is none of these.</summary>
    internal Task<Error?>? Find(PersonAct act, CurrentUser user) => act.Act switch
    {
        "offer" => OfferAsync(act, user),
        "withdrawOffer" => OnOfferAsync<WithdrawOffer, Unit>((use, offer) => use.HandleAsync(new WithdrawOffer.Request(offer, Said(act)), user, CancellationToken.None)),
        "acceptOffer" => OnOfferAsync<AnswerOffer, ActDone>((use, offer) => AnswerAsync(use, offer, act, user, accepted: true)),
        "refuseOffer" => OnOfferAsync<AnswerOffer, ActDone>((use, offer) => AnswerAsync(use, offer, act, user, accepted: false)),
        "correctPlace" => CorrectAsync(act, user),
        "answerBooking" => OnBookingAsync<AnswerBooking>(act, (use, booking) => use.HandleAsync(Answer(act, booking), user, CancellationToken.None)),
        "replyBooking" => OnBookingAsync<ReplyToBooking>(act, (use, booking) => use.HandleAsync(Reply(act, booking), user, CancellationToken.None)),
        "attend" => AttendAsync(act, user, attended: true),
        "noShow" => AttendAsync(act, user, attended: false),
        _ => null,
    };

    private async Task<Error?> OfferAsync(PersonAct act, CurrentUser user) => await EntryAsync() is { } entry
        ? await RunAsync<OfferNext, OfferedDto>(use => use.HandleAsync(new OfferNext.Request(entry.ListId, null, entry.Id, act.Reason ?? act.Opinion, stage.Click()), user, CancellationToken.None))
        : ApplicantActs.NoTask(act);

    private async Task<Error?> CorrectAsync(PersonAct act, CurrentUser user) => await EntryAsync() is { } entry
        ? await RunAsync<CorrectPlace, Unit>(use => use.HandleAsync(
            new CorrectPlace.Request(entry.Id, Etag.Of(entry), Value(act, "place")?.GetInt32() ?? 1, Said(act), stage.Click()), user, CancellationToken.None))
        : ApplicantActs.NoTask(act);

    private Task<Result<ActDone>> AnswerAsync(AnswerOffer use, Guid offer, PersonAct act, CurrentUser user, bool accepted) =>
        use.HandleAsync(new AnswerOffer.Request(offer, null, accepted, Said(act), stage.Click()), user, CancellationToken.None);

    private Task<Error?> AttendAsync(PersonAct act, CurrentUser user, bool attended) => OnBookingAsync<RecordAttendance>(act, (use, booking) =>
        use.HandleAsync(new RecordAttendance.Request(booking, null, attended, stage.Click()), user, CancellationToken.None));

    private AnswerBooking.Request Answer(PersonAct act, Guid booking) =>
        new(booking, null, Enum.Parse<BookingAnswer>(act.Outcome ?? "confirm", ignoreCase: true), stage.Click())
        {
            StartsAt = Value(act, "startsAt")?.GetDateTimeOffset(), EndsAt = Value(act, "endsAt")?.GetDateTimeOffset(),
            Place = Value(act, "place")?.GetString(), Contact = Value(act, "contact")?.GetString(), Note = act.Reason ?? act.Opinion,
        };

    private ReplyToBooking.Request Reply(PersonAct act, Guid booking) =>
        new(booking, null, Enum.Parse<BookingReply>(act.Outcome ?? "accept", ignoreCase: true), stage.Click())
        {
            From = Day(act, "from"), To = Day(act, "to"), Note = act.Reason ?? act.Opinion,
        };

    private static string Said(PersonAct act) => act.Reason ?? act.Opinion ?? "";

    private static JsonElement? Value(PersonAct act, string name) => act.Form is { } form && form.TryGetProperty(name, out var value) ? value : null;

    private static DateOnly? Day(PersonAct act, string name) =>
        Value(act, name)?.GetString() is { } text ? DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture) : null;

    private Task<WaitingListEntry?> EntryAsync() => ReadAsync(c => c.WaitingListEntries.AsNoTracking().Where(e => e.CaseId == stage.CaseId)
        .OrderByDescending(e => e.LeftAt == null).ThenByDescending(e => e.JoinedAt).FirstOrDefaultAsync());

    private async Task<Error?> OnOfferAsync<TUse, T>(Func<TUse, Guid, Task<Result<T>>> run)
        where TUse : notnull
    {
        var offer = await ReadAsync(c => c.WaitingOffers.AsNoTracking().Where(o => o.CaseId == stage.CaseId)
            .OrderByDescending(o => o.State == OfferState.Open).ThenByDescending(o => o.MadeAt).FirstOrDefaultAsync());
        return offer is null ? new Error("workflow.offerGone", ErrorKind.Conflict) : await RunAsync<TUse, T>(use => run(use, offer.Id));
    }

    private async Task<Error?> OnBookingAsync<TUse>(PersonAct act, Func<TUse, Guid, Task<Result<Unit>>> run)
        where TUse : notnull
    {
        var booking = await ReadAsync(c => c.Bookings.AsNoTracking().Where(b => b.CaseId == stage.CaseId && (act.Activity == null || b.ActivityId == act.Activity))
            .OrderByDescending(b => b.RequestedAt).FirstOrDefaultAsync());
        return booking is null ? ApplicantActs.NoTask(act) : await RunAsync<TUse, Unit>(use => run(use, booking.Id));
    }

    private Task<T> ReadAsync<T>(Func<ApprovalsDbContext, Task<T>> read) => stage.Simulator.InScopeAsync(s => read(s.GetRequiredService<ApprovalsDbContext>()));

    private async Task<Error?> RunAsync<TUse, T>(Func<TUse, Task<Result<T>>> run)
        where TUse : notnull =>
        (await stage.Simulator.InScopeAsync(s => run(s.GetRequiredService<TUse>()))).Error;
}
