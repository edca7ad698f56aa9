using System.Text.Json;
using Approvals.Application.Rights;
using Approvals.Feel;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Bookings;

/// <summary>The applicant takes a proposed time, asks for another, or calls the booking off.</summary>
public sealed class ReplyToBooking(BookingRunner runner)
{
    /// <param name="Booking">The booking.</param>
    /// <param name="Etag">The version that was seen; null where that does not matter.</param>
    /// <param name="Reply">What is replied.</param>
    /// <param name="IdempotencyKey">Made for this one click.</param>
    public sealed record Request(Guid Booking, string? Etag, BookingReply Reply, string IdempotencyKey)
    {
        /// <summary>The first day that suits, to reschedule.</summary>
        public DateOnly? From { get; init; }

        /// <summary>The last day that suits.</summary>
        public DateOnly? To { get; init; }

        /// <summary>A note to the owner.</summary>
        public string? Note { get; init; }
    }

    public async Task<Result<Unit>> HandleAsync(Request request, CurrentUser user, CancellationToken cancellationToken) =>
        request.Reply == BookingReply.Reschedule && (request.From is not { } from || request.To < from)
            ? new Error("bookings.needsDays") { Fields = [new FieldError("from", "bookings.needsDays")] }
            : await runner.RunAsync(
                new BookingAct(request.Booking, request.Etag, request.IdempotencyKey, ByOwner: false), user,
                (row, _) => BookingMoves.After(row.State, request.Reply),
                booking => PrepareAsync(booking, request, cancellationToken), cancellationToken);

    private static async Task<Error?> PrepareAsync(BookingWork booking, Request request, CancellationToken cancellationToken)
    {
        var row = booking.Row;
        if (request.Reply == BookingReply.Accept && row is { StartsAt: { } starts, EndsAt: { } ends })
        {
            if (starts <= booking.Work.Now)
            {
                return new Error("bookings.timePassed", ErrorKind.Conflict);
            }

            var resource = await booking.Work.Context.Resources.SingleOrDefaultAsync(r => r.Id == row.ResourceId, cancellationToken);
            return await BookingTimes.TakeAsync(booking, resource, starts, ends, cancellationToken);
        }

        if (request.Reply == BookingReply.Reschedule)
        {
            if (TooSoon(booking, request.From!.Value) is { } tooSoon)
            {
                return tooSoon;
            }

            (row.StartsAt, row.EndsAt) = (null, null);
        }

        return await BookingTimes.WriteAsync(
            booking, c => c with { Window = request.From is null ? c.Window : Window(request), Note = string.IsNullOrWhiteSpace(request.Note) ? c.Note : request.Note.Trim() },
            cancellationToken);
    }

    /// <summary>Another time is asked for as far ahead as the first had to be, and never for a day that is over.</summary>
    private static Error? TooSoon(BookingWork booking, DateOnly from)
    {
        var earliest = booking.Work.Calendar.AddWorkingDays(booking.Work.Today, booking.Row.AheadDays);
        return from >= earliest ? null
            : new Error("bookings.tooSoon") { Fields = [new FieldError("from", "bookings.tooSoon").With("earliest", $"{earliest:yyyy-MM-dd}")] }.With("earliest", $"{earliest:yyyy-MM-dd}");
    }

    private static JsonElement Window(Request request)
    {
        var window = FeelContext.Of(("from", FeelValue.Of(request.From!.Value)), ("to", FeelValue.Of(request.To ?? request.From.Value)));
        using var json = JsonDocument.Parse(FeelJson.ToJson(FeelValue.Of(window)));
        return json.RootElement.Clone();
    }
}
