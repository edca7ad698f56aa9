using Approvals.Application.Database;
using Approvals.Application.Paging;
using Approvals.Application.Rights;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.WaitingLists;

/// <summary>The lists somebody gives out from.</summary>
public sealed class WaitingListView(ApprovalsDbContext context)
{
    /// <summary>Every list the user manages, by code; there are as many as kinds of things, never as cases.</summary>
    public async Task<Result<IReadOnlyList<WaitingListDto>>> ListAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        if (!AllotmentRights.Any(user))
        {
            return Refusals.Forbidden;
        }

        var rows = await context.WaitingLists.AsNoTracking().OrderBy(l => l.Code).ToListAsync(cancellationToken);
        List<WaitingListDto> lists = [];
        foreach (var row in rows.Where(l => AllotmentRights.Manages(user, l)))
        {
            lists.Add(await DescribeAsync(row, user.Language, cancellationToken));
        }

        return lists;
    }

    /// <summary>One list.</summary>
    public async Task<Result<WaitingListDto>> ReadAsync(Guid id, CurrentUser user, CancellationToken cancellationToken)
    {
        var row = await context.WaitingLists.AsNoTracking().SingleOrDefaultAsync(l => l.Id == id, cancellationToken);
        return row is null || !AllotmentRights.Manages(user, row) ? Refusals.NotFound : await DescribeAsync(row, user.Language, cancellationToken);
    }

    private async Task<WaitingListDto> DescribeAsync(WaitingList row, string language, CancellationToken cancellationToken)
    {
        var owner = await context.Organisations.Where(o => o.Id == row.OrganisationId).Select(o => o.Name).SingleOrDefaultAsync(cancellationToken);
        var waiting = await WaitingOrder.In(context, row.Id).Take(CountDto.Ceiling).CountAsync(cancellationToken);
        var left = await context.Quotas.Where(q => q.ListId == row.Id && q.ClosedAt == null).SumAsync(q => q.Total - q.Taken, cancellationToken);
        return new WaitingListDto(
            row.Id.ToString(), row.Code, row.Name.In(language), row.Name, row.OrganisationId?.ToString(), owner, row.RegionCode, CountDto.Of(waiting), left,
            row.ClosedAt is not null, Etag.Of(row));
    }
}
