using Approvals.Application.Database;
using Approvals.Application.Entitlements;
using Approvals.Application.Policies;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Renewals;

/// <summary>What ends because something else of the same person ended: a kind says on which kinds it depends.</summary>
internal static class Dependants
{
    /// <summary>
    /// Lets what depends on an entitlement end with it: its last day is the one before. Nothing ends while the person holds another one of
    /// the same kind. To be committed by the caller.
    /// </summary>
    /// <param name="context">Where the rows are.</param>
    /// <param name="catalog">The services, which say what depends on what.</param>
    /// <param name="parent">What ended.</param>
    /// <param name="day">The first day on which it does not count.</param>
    /// <param name="reason">Why, in words for the holder.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>What ended with it.</returns>
    public static async Task<IReadOnlyList<Entitlement>> EndAsync(
        ApprovalsDbContext context, ServiceCatalog catalog, Entitlement parent, DateOnly day, string reason, CancellationToken cancellationToken)
    {
        var services = await catalog.AllInForceAsync(day, cancellationToken);
        string[] kinds =
        [
            .. from service in services
               from kind in service.Service.Entitlements
               where kind.DependsOn.Any(d => service.Service.ScopedKind(d) == parent.Kind)
               select service.Service.ScopedKind(kind.Kind),
        ];
        if (kinds.Length == 0 || await HoldsAnotherAsync(context, parent, day, cancellationToken))
        {
            return [];
        }

        var ended = await context.Entitlements.Where(e => e.PersonId == parent.PersonId && kinds.Contains(e.Kind) && e.EndedOn == null && e.ValidFrom < day
            && (e.ValidTo == null || e.ValidTo >= day)).ToListAsync(cancellationToken);
        // What ended in this very transaction has ended of itself.
        ended.RemoveAll(e => e.EndedOn is not null);
        foreach (var row in ended)
        {
            (row.ValidTo, row.EndReason) = (day.AddDays(-1), reason.Length <= Lengths.Text ? reason : reason[..Lengths.Text]);
            (row.RenewalCaseId, row.RenewalFiledOn, row.RenewalDecidedOn) = (null, null, null);
            await Duties.CancelAsync(context, row.Id, cancellationToken);
        }

        return ended;
    }

    private static async Task<bool> HoldsAnotherAsync(ApprovalsDbContext context, Entitlement parent, DateOnly day, CancellationToken cancellationToken)
    {
        var others = await context.Entitlements.AsNoTracking().Include(e => e.Suspensions)
            .Where(e => e.PersonId == parent.PersonId && e.Kind == parent.Kind && e.Id != parent.Id && e.EndedOn == null).ToListAsync(cancellationToken);
        return others.Exists(e => Validity.On(e, day) is Cards.CardStatus.Valid or Cards.CardStatus.Suspended);
    }
}
