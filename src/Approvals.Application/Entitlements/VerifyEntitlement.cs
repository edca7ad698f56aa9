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
        var row = await context.Entitlements.AsNoTracking().Include(e => e.Suspensions).SingleOrDefaultAsync(e => e.VerificationToken == token, cancellationToken);
        if (row is null)
        {
            return new Error("entitlements.unknown", ErrorKind.NotFound);
        }

        var today = calendar.Today(time);
        return new Verified(Validity.On(row, today), row.KindName, row.Level, row.HolderMaskedName, row.ValidFrom, row.ValidTo, time.Now());
    }
}
