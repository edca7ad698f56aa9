using Approvals.Application.Cases;
using Approvals.Application.Database;
using Approvals.Application.Rights;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.CaseViews;

/// <summary>
/// The cases that a reader's assignments open, in an order. First the ids are found, by whichever index leads to few rows, and
/// the right is asked of each row that was found; then the rows of the page are read.
/// </summary>
public sealed class ReadableCases(ApprovalsDbContext context)
{
    /// <summary>Among so many of the first cases a page is looked for before an index of regions is walked.</summary>
    private const int Sample = 500;

    /// <summary>Of the cases that a text finds.</summary>
    internal async Task<List<Case>> OfAsync(
        CaseMatch match, Func<IQueryable<Case>, IQueryable<Case>> wanted, CaseOrder order, CaseOrder.Key? after, CurrentUser user, int count,
        CancellationToken cancellationToken)
    {
        // The place in the list narrows what was found, not all cases: it must not lead the way along their key.
        var ids = match.ByNumber.Union(match.ByContent);
        ids = order is { By: CaseSort.Filed, Up: false } && after is { Id: var last } ? ids.Where(id => id.CompareTo(last) < 0) : ids;
        var rows = from id in ids
                   join row in wanted(context.Cases) on id equals row.Id
                   orderby id descending
                   select row;
        var found = (await rows.Select(CaseOrder.ToHead).ToListAsync(cancellationToken)).Where(h => MayRead(user, h));
        return await RowsAsync([.. (order is { By: CaseSort.Filed, Up: false } ? found : order.OfFound(found, after)).Select(h => h.Id).Take(count)], cancellationToken);
    }

    /// <summary>
    /// Of all cases. Who reads a large part of them finds a page among the first; who reads a small part walks the index of
    /// its regions, which holds little.
    /// </summary>
    internal async Task<List<Case>> FirstAsync(
        Func<IQueryable<Case>, IQueryable<Case>> wanted, CaseOrder order, CaseOrder.Key? after, CurrentUser user, int count, CancellationToken cancellationToken)
    {
        var first = await order.Of(wanted(context.Cases), after).Take(Sample).Select(CaseOrder.ToHead).ToListAsync(cancellationToken);
        List<Guid> found = [.. first.Where(h => MayRead(user, h)).Select(h => h.Id).Take(count)];
        if (found.Count < count && first.Count == Sample)
        {
            // The ids alone: the index of regions holds them with all that cases are ordered by, and no other row is read.
            var few = wanted(context.Cases).Where(CaseScope.Within<Case>(CaseRights.Opened(user)));
            found = await order.OfFew(few, after).Select(c => c.Id).Take(count).ToListAsync(cancellationToken);
        }

        return await RowsAsync(found, cancellationToken);
    }

    private async Task<List<Case>> RowsAsync(List<Guid> found, CancellationToken cancellationToken)
    {
        var rows = found.Count == 0 ? [] : await context.Cases.AsNoTracking().Where(c => found.Contains(c.Id)).ToDictionaryAsync(c => c.Id, cancellationToken);
        return [.. found.Where(rows.ContainsKey).Select(id => rows[id])];
    }

    private static bool MayRead(CurrentUser user, CaseOrder.Head head) => CaseRights.MayReadByRole(user, head.RegionPath, head.ServiceCode);
}
