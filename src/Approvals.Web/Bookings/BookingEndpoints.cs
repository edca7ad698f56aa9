using System.ComponentModel.DataAnnotations;
using Approvals.Application.Bookings;
using Approvals.Application.Paging;
using Approvals.Application.Rights;
using Approvals.Web.Problems;
using Approvals.Web.Requests;
using Approvals.Workflows;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Approvals.Web.Bookings;

/// <summary>The owner's answer to a booking.</summary>
/// <param name="Etag">From the booking.</param>
/// <param name="IdempotencyKey">Made by the page for this one click; a second request with it does nothing twice.</param>
/// <param name="Answer">What is answered.</param>
/// <param name="StartsAt">When it begins, to confirm or propose.</param>
/// <param name="EndsAt">When it ends; absent: after one slot.</param>
/// <param name="Resource">The resource, where the case left the choice.</param>
/// <param name="Place">Where to come.</param>
/// <param name="Contact">Whom to turn to there.</param>
/// <param name="Note">A note; why, when it is refused or called off.</param>
internal sealed record AnswerBookingRequest(
    [property: StringLength(100, MinimumLength = 1)] string Etag,
    [property: StringLength(100, MinimumLength = 8)] string IdempotencyKey,
    BookingAnswer Answer,
    DateTimeOffset? StartsAt = null,
    DateTimeOffset? EndsAt = null,
    Guid? Resource = null,
    [property: StringLength(500)] string? Place = null,
    [property: StringLength(200)] string? Contact = null,
    [property: StringLength(1000)] string? Note = null) : IRequest;

/// <summary>The applicant's reply to a booking.</summary>
/// <param name="Etag">From the booking.</param>
/// <param name="IdempotencyKey">Made by the page for this one click.</param>
/// <param name="Reply">What is replied.</param>
/// <param name="From">The first day that suits, to reschedule.</param>
/// <param name="To">The last day that suits.</param>
/// <param name="Note">A note to the owner.</param>
internal sealed record ReplyBookingRequest(
    [property: StringLength(100, MinimumLength = 1)] string Etag,
    [property: StringLength(100, MinimumLength = 8)] string IdempotencyKey,
    BookingReply Reply,
    DateOnly? From = null,
    DateOnly? To = null,
    [property: StringLength(1000)] string? Note = null) : IRequest;

/// <summary>Whether somebody came.</summary>
/// <param name="Etag">From the booking.</param>
/// <param name="IdempotencyKey">Made by the page for this one click.</param>
/// <param name="Attended">Whether somebody came.</param>
internal sealed record AttendanceRequest(
    [property: StringLength(100, MinimumLength = 1)] string Etag,
    [property: StringLength(100, MinimumLength = 8)] string IdempotencyKey,
    bool Attended) : IRequest;

/// <summary>Bookings, for the owners of what is booked and for those who ask.</summary>
internal static class BookingEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var bookings = api.MapGroup("/bookings").WithTags("Bookings");
        bookings.MapGet("/", List);
        bookings.MapGet("/own", Own);
        bookings.MapGet("/calendar", Calendar);
        bookings.MapGet("/{id:guid}", Read);
        bookings.MapPost("/{id:guid}/answer", Answer);
        bookings.MapPost("/{id:guid}/reply", Reply);
        bookings.MapPost("/{id:guid}/attendance", Attend);
        api.MapGet("/cases/{id:guid}/bookings", OfCase).WithTags("Bookings");
    }

    /// <summary>The bookings of the user's organisations, newest first.</summary>
    private static Task<Results<Ok<Page<BookingDto>>, ErrorResult>> List(
        BookingState? state, string? cursor, BookingView view, CurrentUser user, CancellationToken cancellationToken) =>
        view.ListAsync(state, cursor, user, cancellationToken).ToHttp();

    /// <summary>The reader's own bookings, newest first.</summary>
    private static Task<Results<Ok<Page<BookingDto>>, ErrorResult>> Own(string? cursor, BookingView view, CurrentUser user, CancellationToken cancellationToken) =>
        view.OwnAsync(cursor, user, cancellationToken).ToHttp();

    /// <summary>What the user's organisations have given out between two days, in the order of time; without days, the week from today.</summary>
    private static Task<Results<Ok<IReadOnlyList<BookingDto>>, ErrorResult>> Calendar(
        DateOnly? from, DateOnly? to, BookingView view, CurrentUser user, CancellationToken cancellationToken) =>
        view.CalendarAsync(from, to, user, cancellationToken).ToHttp();

    /// <summary>A booking; what is personal is there for owner and applicant only.</summary>
    private static Task<Results<Ok<BookingDto>, ErrorResult>> Read(Guid id, BookingView view, CurrentUser user, CancellationToken cancellationToken) =>
        view.ReadAsync(id, user, cancellationToken).ToHttp();

    /// <summary>Confirms, proposes another time, refuses or calls off; when a time is full, the problem's data says who gave out the last place.</summary>
    private static Task<Results<NoContent, ErrorResult>> Answer(
        Guid id, AnswerBookingRequest request, AnswerBooking answer, CurrentUser user, CancellationToken cancellationToken) =>
        answer.HandleAsync(
            new AnswerBooking.Request(id, request.Etag, request.Answer, request.IdempotencyKey)
            {
                StartsAt = request.StartsAt, EndsAt = request.EndsAt, Resource = request.Resource, Place = request.Place, Contact = request.Contact, Note = request.Note,
            },
            user, cancellationToken).ToNoContent();

    /// <summary>Accepts a proposed time, asks for another, or calls the booking off.</summary>
    private static Task<Results<NoContent, ErrorResult>> Reply(
        Guid id, ReplyBookingRequest request, ReplyToBooking reply, CurrentUser user, CancellationToken cancellationToken) =>
        reply.HandleAsync(
            new ReplyToBooking.Request(id, request.Etag, request.Reply, request.IdempotencyKey) { From = request.From, To = request.To, Note = request.Note },
            user, cancellationToken).ToNoContent();

    /// <summary>Says whether somebody came, once the appointment has begun.</summary>
    private static Task<Results<NoContent, ErrorResult>> Attend(
        Guid id, AttendanceRequest request, RecordAttendance record, CurrentUser user, CancellationToken cancellationToken) =>
        record.HandleAsync(new RecordAttendance.Request(id, request.Etag, request.Attended, request.IdempotencyKey), user, cancellationToken).ToNoContent();

    /// <summary>The bookings of a case.</summary>
    private static Task<Results<Ok<IReadOnlyList<BookingDto>>, ErrorResult>> OfCase(Guid id, BookingView view, CurrentUser user, CancellationToken cancellationToken) =>
        view.OfCaseAsync(id, user, cancellationToken).ToHttp();
}
