using Approvals.Application.Cases;
using Approvals.Application.Database;
using Approvals.Application.Rights;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.CaseViews;

/// <summary>
/// The cases that a reader's assignments open, newest first. First the ids are found, by whichever index leads to few rows, and
/// the right is asked of each row that was found; then the rows of the page are read.
/// </summary>
public sealed class ReadableCases(ApprovalsDbContext context)
{
    /// <summary>Among so many of the newest cases a page is looked for before an index of regions is walked.</summary>
    private const int Sample = 500;

    /// <summary>Of the cases that a text finds.</summary>
    public async Task<List<Case>> OfAsync(
        CaseMatch match, Func<IQueryable<Case>, IQueryable<Case>> wanted, Guid? after, CurrentUser user, int count, CancellationToken cancellationToken)
    {
        // The place in the list narrows what was found, not all cases: it must not lead the way along their key.
        var ids = match.ByNumber.Union(match.ByContent);
        ids = after is { } last ? ids.Where(id => id.CompareTo(last) < 0) : ids;
        var found = await (from id in ids
                           join row in wanted(context.Cases) on id equals row.Id
                           orderby id descending
                           select new Head(id, row.RegionPath, row.ServiceCode)).ToListAsync(cancellationToken);
        return await RowsAsync(found.Where(h => MayRead(user, h)).Select(h => h.Id).Take(count), cancellationToken);
    }

    /// <summary>
    /// Of all cases. Who reads a large part of them finds a page among the newest; who reads a small part walks the index of
    /// its regions, which holds little.
    /// </summary>
    public async Task<List<Case>> NewestAsync(Func<IQueryable<Case>, IQueryable<Case>> wanted, CurrentUser user, int count, CancellationToken cancellationToken)
    {
        var cases = wanted(context.Cases).OrderByDescending(c => c.Id);
        var newest = await cases.Take(Sample).Select(c => new Head(c.Id, c.RegionPath, c.ServiceCode)).ToListAsync(cancellationToken);
        List<Guid> found = [.. newest.Where(h => MayRead(user, h)).Select(h => h.Id).Take(count)];
        if (found.Count < count && newest.Count == Sample)
        {
            // The ids alone: the index of regions holds them, and no other row is read.
            found = await cases.Where(CaseScope.Within<Case>(CaseRights.Opened(user))).Select(c => c.Id).Take(count).ToListAsync(cancellationToken);
        }

        return await RowsAsync(found, cancellationToken);
    }

    private async Task<List<Case>> RowsAsync(IEnumerable<Guid> found, CancellationToken cancellationToken)
    {
        List<Guid> ids = [.. found];
        return ids.Count == 0 ? [] : await context.Cases.AsNoTracking().Where(c => ids.Contains(c.Id)).OrderByDescending(c => c.Id).ToListAsync(cancellationToken);
    }

    private static bool MayRead(CurrentUser user, Head head) => CaseRights.MayReadByRole(user, head.RegionPath, head.ServiceCode);

    private sealed record Head(Guid Id, string RegionPath, string ServiceCode);
}
