using Approvals.Application.Calendars;
using Approvals.Application.Cards;
using Approvals.Application.Database;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Entitlements;

/// <summary>Answers whoever scans a card: whether it holds, and no more than is needed to see that it is the holder's.</summary>
public sealed class VerifyEntitlement(ApprovalsDbContext context, CalendarInForce calendar, TimeProvider time)
{
    /// <summary>What a scan may learn.</summary>
    public sealed record Verified(
        CardStatus Status, LocalText KindName, string? Level, string HolderMasked, DateOnly ValidFrom, DateOnly? ValidTo, DateTimeOffset CheckedAt);

    public async Task<Result<Verified>> HandleAsync(string token, CancellationToken cancellationToken)
    {
        var row = await context.Entitlements.AsNoTracking().SingleOrDefaultAsync(e => e.VerificationToken == token, cancellationToken);
        if (row is null)
        {
            return new Error("entitlements.unknown", ErrorKind.NotFound);
        }

        var today = calendar.Today(time);
        var suspended = await context.EntitlementSuspensions.AsNoTracking()
            .AnyAsync(s => s.EntitlementId == row.Id && s.From <= today && (s.To == null || s.To >= today), cancellationToken);
        return new Verified(Status(row, suspended, today), row.KindName, row.Level, row.HolderMaskedName, row.ValidFrom, row.ValidTo, time.Now());
    }

    /// <summary>Validity follows from dates and from how it ended, never from a flag somebody forgot to set.</summary>
    public static CardStatus Status(Entitlement row, bool suspended, DateOnly today) =>
        row.EndedOn is { } ended && ended <= today ? CardStatus.Revoked
        : row.ValidTo < today || row.ValidFrom > today ? CardStatus.Expired
        : suspended ? CardStatus.Suspended
        : CardStatus.Valid;
}
