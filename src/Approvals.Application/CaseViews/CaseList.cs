using Approvals.Application.Cases;
using Approvals.Application.Database;
using Approvals.Application.Paging;
using Approvals.Application.Regions;
using Approvals.Application.Rights;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.CaseViews;

/// <summary>Lists of cases: own ones, and a search among those that may be read.</summary>
public sealed class CaseList(ApprovalsDbContext context, CaseMatches matches, CaseSummaries summaries)
{
    private const int PageSize = 20;

    /// <summary>What a list is narrowed to.</summary>
    /// <param name="Work">Whether the cases of the reader's roles are wanted, not the own ones.</param>
    /// <param name="Finished">Finished ones, running ones, or both (null).</param>
    /// <param name="Search">A number, an employer, or a searchable field's value.</param>
    /// <param name="Cursor">From the page before.</param>
    public sealed record Request(bool Work, bool? Finished, string? Search, string? Cursor);

    /// <summary>A page, newest first.</summary>
    public async Task<Result<Page<CaseSummaryDto>>> ListAsync(Request request, CurrentUser user, CancellationToken cancellationToken)
    {
        var after = Cursor.Read<Key>(request.Cursor);
        if (!after.IsSuccess)
        {
            return after.Error;
        }

        if (request.Work && !user.Roles.Any(g => Roles.CaseReaders.Contains(g.Role)))
        {
            return Refusals.Forbidden;
        }

        var cases = request.Work ? Readable(user) : Own(user);
        cases = request.Finished is { } finished ? cases.Where(c => c.FinishedAt != null == finished) : cases;
        cases = after.Value is { } key ? cases.Where(c => c.Id.CompareTo(key.Id) < 0) : cases;
        var found = await NewestAsync(cases, request.Search?.Trim(), cancellationToken);
        var rows = await found.Take(PageSize + 1).ToListAsync(cancellationToken);
        var described = await summaries.OfAsync([.. rows.Take(PageSize)], user.Language, cancellationToken);
        return new Page<CaseSummaryDto>(described, rows.Count > PageSize ? Cursor.Write(new Key(rows[PageSize - 1].Id)) : null);
    }

    private IQueryable<Case> Own(CurrentUser user)
    {
        var organisations = user.AgentOf.ToList();
        return context.Cases.AsNoTracking().Where(c => c.ApplicantUserId == user.Id || c.ApplicantPersonId == user.PersonId || c.FiledByUserId == user.Id
            || (c.OrganisationId != null && organisations.Contains(c.OrganisationId.Value)));
    }

    /// <summary>One range of the region tree for each assignment that reads cases; administrators have none.</summary>
    private IQueryable<Case> Readable(CurrentUser user)
    {
        var grants = user.IsAdministrator ? [] : user.Roles.Where(g => Roles.CaseReaders.Contains(g.Role)).ToList();
        IQueryable<Case>? readable = null;
        foreach (var (from, service) in grants.Select(g => (g.RegionPath, g.Service)).Distinct())
        {
            var to = RegionPath.End(from);
            var range = context.Cases.AsNoTracking().Where(c =>
                c.RegionPath.CompareTo(from) >= 0 && c.RegionPath.CompareTo(to) < 0 && (service == null || c.ServiceCode == service));
            readable = readable is null ? range : readable.Union(range);
        }

        return readable ?? context.Cases.AsNoTracking().Where(c => false);
    }

    /// <summary>Newest first; a search begins at the cases that it finds, and orders by their ids, so that it never walks all cases.</summary>
    private async ValueTask<IQueryable<Case>> NewestAsync(IQueryable<Case> cases, string? search, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(search))
        {
            return cases.OrderByDescending(c => c.Id);
        }

        var found = matches.ByNumber(search).Union(await matches.ByContentAsync(search, cancellationToken));
        return from id in found join row in cases on id equals row.Id orderby id descending select row;
    }

    private sealed record Key(Guid Id);
}
