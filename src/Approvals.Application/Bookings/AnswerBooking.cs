using Approvals.Application.Rights;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Bookings;

/// <summary>The owner of what is booked answers: confirms a time, proposes another, refuses, or calls off what was confirmed.</summary>
public sealed class AnswerBooking(BookingRunner runner)
{
    /// <param name="Booking">The booking.</param>
    /// <param name="Etag">The version that was seen; null where that does not matter.</param>
    /// <param name="Answer">What is answered.</param>
    /// <param name="IdempotencyKey">Made for this one click.</param>
    public sealed record Request(Guid Booking, string? Etag, BookingAnswer Answer, string IdempotencyKey)
    {
        /// <summary>When it begins, to confirm or propose.</summary>
        public DateTimeOffset? StartsAt { get; init; }

        /// <summary>When it ends; absent: after one slot of the resource.</summary>
        public DateTimeOffset? EndsAt { get; init; }

        /// <summary>The resource, where the flow left the choice or another one fits better.</summary>
        public Guid? Resource { get; init; }

        /// <summary>Where to come.</summary>
        public string? Place { get; init; }

        /// <summary>Whom to turn to there.</summary>
        public string? Contact { get; init; }

        /// <summary>A note; why, when it is refused or called off.</summary>
        public string? Note { get; init; }
    }

    public async Task<Result<Unit>> HandleAsync(Request request, CurrentUser user, CancellationToken cancellationToken)
    {
        var gives = request.Answer is BookingAnswer.Confirm or BookingAnswer.Propose;
        return !gives && string.IsNullOrWhiteSpace(request.Note)
            ? new Error("bookings.needsReason") { Fields = [new FieldError("note", "bookings.needsReason")] }
            : await runner.RunAsync(
                new BookingAct(request.Booking, request.Etag, request.IdempotencyKey, ByOwner: true), user,
                (row, _) => BookingMoves.After(row.State, request.Answer),
                booking => PrepareAsync(booking, request, gives, cancellationToken), cancellationToken);
    }

    private static async Task<Error?> PrepareAsync(BookingWork booking, Request request, bool gives, CancellationToken cancellationToken)
    {
        if (gives && await GiveAsync(booking, request, cancellationToken) is { } wrong)
        {
            return wrong;
        }

        return await BookingTimes.WriteAsync(
            booking, c => c with { Place = request.Place ?? c.Place, Contact = request.Contact ?? c.Contact, Note = request.Note ?? (gives ? c.Note : null) }, cancellationToken);
    }

    private static async Task<Error?> GiveAsync(BookingWork booking, Request request, CancellationToken cancellationToken)
    {
        var (work, row) = (booking.Work, booking.Row);
        var id = request.Resource ?? row.ResourceId;
        var resource = await work.Context.Resources.SingleOrDefaultAsync(r => r.Id == id, cancellationToken);
        if (request.Resource is not null && (resource is null or { ClosedAt: not null } || resource.OrganisationId != row.OrganisationId))
        {
            return Field("resource", "resources.unknown");
        }

        if (request.StartsAt is not { } starts || starts <= work.Now)
        {
            return Field("startsAt", "bookings.timePassed");
        }

        var ends = request.EndsAt ?? starts.AddMinutes(resource?.SlotMinutes ?? BookingTimes.UsualMinutes);
        if (ends <= starts || ends - starts > BookingTimes.Longest)
        {
            return Field("endsAt", "bookings.endsBeforeItStarts");
        }

        row.ResourceId = resource?.Id;
        return await BookingTimes.TakeAsync(booking, resource, starts, ends, cancellationToken);
    }

    private static Error Field(string path, string code) => new(code) { Fields = [new FieldError(path, code)] };
}
