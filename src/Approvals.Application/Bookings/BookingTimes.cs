using System.Globalization;
using Approvals.Application.Database;
using Approvals.Application.Resources;
using Approvals.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Bookings;

/// <summary>Gives out times: never more at once than a resource takes.</summary>
internal static class BookingTimes
{
    /// <summary>How long an appointment is where no resource says otherwise.</summary>
    internal const int UsualMinutes = 30;

    internal static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    /// <summary>
    /// Takes a time. The resource's row is written with it, so of two who give out its last place at once one is refused, and
    /// hears who was faster.
    /// </summary>
    internal static async Task<Error?> TakeAsync(
        BookingWork booking, Resource? resource, DateTimeOffset starts, DateTimeOffset ends, CancellationToken cancellationToken)
    {
        var (context, row) = (booking.Work.Context, booking.Row);
        (starts, ends) = (starts.Stored(), ends.Stored());
        if (resource?.Capacity is { } capacity)
        {
            resource.Turns++;
            var others = context.Bookings.AsNoTracking().Where(b => b.ResourceId == resource.Id && b.Id != row.Id
                && (b.State == BookingState.Confirmed || b.State == BookingState.Proposed) && b.StartsAt < ends && b.EndsAt > starts);
            if (await others.CountAsync(cancellationToken) >= capacity)
            {
                return await FullAsync(booking, others, cancellationToken);
            }
        }

        (row.StartsAt, row.EndsAt) = (starts, ends);
        return null;
    }

    /// <summary>Changes the personal part.</summary>
    internal static async Task<Error?> WriteAsync(BookingWork booking, Func<BookingContent, BookingContent> change, CancellationToken cancellationToken)
    {
        var content = await BookingContent.OpenAsync(booking.Work.Vault, booking.Row, cancellationToken);
        if (!content.IsSuccess)
        {
            return content.Error;
        }

        booking.Row.Payload = await change(content.Value).SealAsync(booking.Work, booking.Row.Id, cancellationToken);
        return null;
    }

    private static async Task<Error> FullAsync(BookingWork booking, IQueryable<Booking> others, CancellationToken cancellationToken)
    {
        var last = await others.OrderByDescending(b => b.ChangedAt).FirstAsync(cancellationToken);
        var actor = await booking.Work.Context.Users.Where(u => u.Id == last.ChangedByUserId).Select(u => u.DisplayName).SingleOrDefaultAsync(cancellationToken);
        return new Error("bookings.full", ErrorKind.Conflict).With("actor", actor ?? "—")
            .With("at", TimeZoneInfo.ConvertTime(last.ChangedAt, booking.Work.Calendar.Zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture));
    }
}
