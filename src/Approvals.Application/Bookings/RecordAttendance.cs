using Approvals.Application.Rights;

namespace Approvals.Application.Bookings;

/// <summary>The owner says whether somebody came, once the appointment has begun.</summary>
public sealed class RecordAttendance(BookingRunner runner)
{
    /// <param name="Booking">The booking.</param>
    /// <param name="Etag">The version that was seen; null where that does not matter.</param>
    /// <param name="Attended">Whether somebody came.</param>
    /// <param name="IdempotencyKey">Made for this one click.</param>
    public sealed record Request(Guid Booking, string? Etag, bool Attended, string IdempotencyKey);

    public Task<Result<Unit>> HandleAsync(Request request, CurrentUser user, CancellationToken cancellationToken) => runner.RunAsync(
        new BookingAct(request.Booking, request.Etag, request.IdempotencyKey, ByOwner: true), user,
        (row, now) => BookingMoves.After(row.State, request.Attended, row.StartsAt, now),
        _ => Task.FromResult<Error?>(null), cancellationToken);
}
