using Approvals.Application.Database;
using Approvals.Application.Rights;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Resources;

/// <summary>What somebody keeps, by code, with the list that gives it out and the case that has it.</summary>
public sealed class ResourceView(ApprovalsDbContext context)
{
    private const int Most = 1000;
    private const int LongestText = 100;

    /// <summary>The resources the user keeps, narrowed by a search.</summary>
    public async Task<Result<ResourcesDto>> ListAsync(ResourceSearch search, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!AllotmentRights.Any(user))
        {
            return Refusals.Forbidden;
        }

        var asked = search.Text?.Trim() ?? "";
        if (asked.Length > LongestText)
        {
            return new Error("request.fields") { Fields = [new FieldError("q", "request.tooLong").With("max", $"{LongestText}")] };
        }

        var own = AllotmentRights.OrganisationsOf(user).ToList();
        var wanted = Wanted(search, asked);
        var rows = await First(wanted.Where(r => own.Contains(r.OrganisationId))).ToListAsync(cancellationToken);
        foreach (var path in user.Roles.Where(g => g.Role == Roles.Lead).Select(g => g.RegionPath).Distinct())
        {
            rows.AddRange(await First(wanted.Where(r => r.RegionPath.StartsWith(path))).ToListAsync(cancellationToken));
        }

        List<Resource> found = [.. rows.DistinctBy(r => r.Id).OrderBy(r => r.Code, StringComparer.Ordinal)];
        return new ResourcesDto(await DescribeAsync([.. found.Take(Most)], user.Language, cancellationToken), found.Count > Most);
    }

    private IQueryable<Resource> Wanted(ResourceSearch search, string text)
    {
        var (list, free) = (search.List, search.Free);
        return context.Resources.AsNoTracking().Where(r => (list == null || r.ListId == list) && (!free || (r.ClosedAt == null && r.HeldByOfferId == null)))
            .Where(r => text == "" || r.Code.Contains(text) || ((string)(object)r.Name).Contains(text) || (r.About != null && r.About.Contains(text)));
    }

    private static IQueryable<Resource> First(IQueryable<Resource> resources) => resources.OrderBy(r => r.Code).Take(Most + 1);

    internal async Task<ResourceDto> DescribeAsync(Resource row, string language, CancellationToken cancellationToken) =>
        (await DescribeAsync([row], language, cancellationToken))[0];

    private async Task<List<ResourceDto>> DescribeAsync(List<Resource> rows, string language, CancellationToken cancellationToken)
    {
        var owners = rows.ConvertAll(r => r.OrganisationId).Distinct().ToList();
        var lists = rows.Select(r => r.ListId).OfType<Guid>().Distinct().ToList();
        var offers = rows.Select(r => r.HeldByOfferId).OfType<Guid>().ToList();
        var names = await context.Organisations.Where(o => owners.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, cancellationToken);
        var listed = await context.WaitingLists.Where(l => lists.Contains(l.Id)).ToDictionaryAsync(l => l.Id, l => l.Name, cancellationToken);
        var held = await context.WaitingOffers.Where(o => offers.Contains(o.Id))
            .Join(context.WaitingListEntries, o => o.EntryId, e => e.Id, (o, e) => new { o.Id, e.CaseNumber })
            .ToDictionaryAsync(h => h.Id, h => h.CaseNumber, cancellationToken);
        return rows.ConvertAll(row => new ResourceDto(
            row.Id.ToString(), row.Code, row.Name.In(language), row.Name, row.OrganisationId.ToString(), names[row.OrganisationId], row.Capacity, row.SlotMinutes,
            row.ClosedAt is not null, row.ListId?.ToString(), row.ListId is { } list ? listed[list].In(language) : null, row.About,
            row.HeldByOfferId is { } offer ? held.GetValueOrDefault(offer) : null, Etag.Of(row)));
    }
}
