using Approvals.Application.Calendars;
using Approvals.Application.Database;
using Approvals.Application.Rights;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Administration;

/// <summary>Regions and organisations to choose from.</summary>
public sealed class Places(ApprovalsDbContext context, CalendarInForce calendar, TimeProvider clock)
{
    private const int Most = 50;

    /// <summary>The regions below one, or those at the top.</summary>
    public async Task<IReadOnlyList<RegionDto>> RegionsAsync(string? parent, string language, CancellationToken cancellationToken)
    {
        var today = calendar.Today(clock);
        var rows = await context.Regions.AsNoTracking().Where(r => r.ParentCode == parent && (r.EndsOn == null || r.EndsOn >= today)).OrderBy(r => r.Code)
            .Select(r => new { r.Code, r.Name, r.Level, HasChildren = context.Regions.Any(c => c.ParentCode == r.Code) }).ToListAsync(cancellationToken);
        return [.. rows.Select(r => new RegionDto(r.Code, r.Name.In(language), Lower(r.Level.ToString()), r.HasChildren))];
    }

    /// <summary>Organisations by a part of their name; for those who manage people.</summary>
    public async Task<Result<IReadOnlyList<OrganisationDto>>> OrganisationsAsync(
        CurrentUser user, string? search, string? kind, CancellationToken cancellationToken)
    {
        if (!AdministrationRights.SeesPeople(user))
        {
            return Refusals.Forbidden;
        }

        var rows = await (
            from organisation in context.Organisations.AsNoTracking()
            where organisation.ClosedAt == null && (kind == null || organisation.Kind == kind)
                && (string.IsNullOrEmpty(search) || organisation.Name.Contains(search) || organisation.Uscc == search)
            join region in context.Regions on organisation.RegionCode equals region.Code
            orderby organisation.Name
            select new { organisation, region.Name }).Take(Most).ToListAsync(cancellationToken);
        return Result<IReadOnlyList<OrganisationDto>>.Success(
        [
            .. rows.Select(r => new OrganisationDto(
                r.organisation.Id.ToString(), r.organisation.Name, r.organisation.Kind, r.Name.In(user.Language), r.organisation.Uscc)),
        ]);
    }

    private static string Lower(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
