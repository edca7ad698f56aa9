using System.Linq.Expressions;
using Approvals.Application.Cases;
using Approvals.Application.Database;
using Approvals.Application.Regions;
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
            found = await cases.Where(Opened(user)).Select(c => c.Id).Take(count).ToListAsync(cancellationToken);
        }

        return await RowsAsync(found, cancellationToken);
    }

    private async Task<List<Case>> RowsAsync(IEnumerable<Guid> found, CancellationToken cancellationToken)
    {
        List<Guid> ids = [.. found];
        return ids.Count == 0 ? [] : await context.Cases.AsNoTracking().Where(c => ids.Contains(c.Id)).OrderByDescending(c => c.Id).ToListAsync(cancellationToken);
    }

    private static bool MayRead(CurrentUser user, Head head) => CaseRights.MayReadByRole(user, head.RegionPath, head.ServiceCode);

    /// <summary>The right as the database sees it: one range of the region tree for each assignment that reads cases.</summary>
    private static Expression<Func<Case, bool>> Opened(CurrentUser user)
    {
        var row = Expression.Parameter(typeof(Case), "c");
        Expression? any = null;
        foreach (var (path, service) in CaseRights.Opened(user))
        {
            Expression<Func<Case, bool>> opened = In(path, service);
            var one = new Renamed(opened.Parameters[0], row).Visit(opened.Body);
            any = any is null ? one : Expression.OrElse(any, one);
        }

        return Expression.Lambda<Func<Case, bool>>(any ?? Expression.Constant(false), row);
    }

    private static Expression<Func<Case, bool>> In(string from, string? service)
    {
        var to = RegionPath.End(from);
        return service is null
            ? c => c.RegionPath.CompareTo(from) >= 0 && c.RegionPath.CompareTo(to) < 0
            : c => c.RegionPath.CompareTo(from) >= 0 && c.RegionPath.CompareTo(to) < 0 && c.ServiceCode == service;
    }

    private sealed record Head(Guid Id, string RegionPath, string ServiceCode);

    private sealed class Renamed(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
