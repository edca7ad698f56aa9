using Approvals.Application.Cases;
using Approvals.Application.Database;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.WaitingLists;

/// <summary>Rows of waiting within a case's transaction.</summary>
internal static class WaitingRows
{
    internal static Guid ListId(string code) => StableId.Of(Guid.Empty, "waiting-list", code);

    internal static Task<WaitingListEntry> EntryAsync(CaseWork work, string bookmark, CancellationToken cancellationToken)
    {
        var id = work.Case.Id;
        return FindAsync(work.Context.WaitingListEntries, e => e.CaseId == id && e.BookmarkId == bookmark, cancellationToken);
    }

    /// <summary>The offer that an entry has open, or null.</summary>
    internal static Task<WaitingOffer?> OpenOfferAsync(CaseWork work, Guid entry, CancellationToken cancellationToken) =>
        work.Context.WaitingOffers.SingleOrDefaultAsync(o => o.EntryId == entry && o.State == OfferState.Open, cancellationToken);

    internal static Task<WaitingOffer> OfferAsync(CaseWork work, string offer, CancellationToken cancellationToken)
    {
        var id = Guid.Parse(offer);
        return FindAsync(work.Context.WaitingOffers, o => o.Id == id, cancellationToken);
    }

    /// <summary>Closes an offer; its share is free again unless it was taken.</summary>
    internal static async Task CloseAsync(CaseWork work, WaitingOffer offer, OfferState state, CancellationToken cancellationToken)
    {
        (offer.State, offer.ClosedAt, offer.ClosedByUserId) = (state, work.Now, work.By?.Id);
        if (state != OfferState.Taken)
        {
            await ReleaseAsync(work, offer, cancellationToken);
        }
    }

    /// <summary>A case that ends without what it waited for gives back what it had taken.</summary>
    internal static async Task ReturnTakenAsync(CaseWork work, CancellationToken cancellationToken)
    {
        var taken = await work.Context.WaitingOffers.Where(o => o.CaseId == work.Case.Id && o.State == OfferState.Taken).ToListAsync(cancellationToken);
        foreach (var offer in taken.Union(work.Context.WaitingOffers.Local.Where(o => o.CaseId == work.Case.Id && o.State == OfferState.Taken)))
        {
            offer.State = OfferState.Returned;
            await ReleaseAsync(work, offer, cancellationToken);
        }
    }

    /// <summary>Adds a line to an entry's history.</summary>
    internal static void Record(CaseWork work, WaitingListEntry entry, WaitingChangeKind kind, int? from, int? to, WaitingOffer? offer = null, string? reason = null, Guid? id = null) =>
        work.Context.WaitingChanges.Add(new WaitingChange
        {
            Id = id ?? work.Ids.Next(), EntryId = entry.Id, Kind = kind, From = from, To = to, Reason = reason, OfferId = offer?.Id, ByUserId = work.By?.Id, At = work.Now,
        });

    private static async Task ReleaseAsync(CaseWork work, WaitingOffer offer, CancellationToken cancellationToken)
    {
        var quota = await FindAsync(work.Context.Quotas, q => q.Id == offer.QuotaId, cancellationToken);
        quota.Taken--;
        if (offer.ResourceId is { } thing)
        {
            var resource = await FindAsync(work.Context.Resources, r => r.Id == thing, cancellationToken);
            resource.HeldByOfferId = resource.HeldByOfferId == offer.Id ? null : resource.HeldByOfferId;
        }
    }

    /// <summary>A row of this transaction, or of the database.</summary>
    private static async Task<T> FindAsync<T>(DbSet<T> rows, System.Linq.Expressions.Expression<Func<T, bool>> which, CancellationToken cancellationToken)
        where T : class =>
        rows.Local.FirstOrDefault(which.Compile()) ?? await rows.SingleAsync(which, cancellationToken);
}
