using System.Text.Json;
using Approvals.Application.Audit;
using Approvals.Application.Calendars;
using Approvals.Application.Database;
using Approvals.Application.Rights;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Regions;

/// <summary>A region as its keepers see it.</summary>
/// <param name="Code">Its code.</param>
/// <param name="NameZh">Its Chinese name.</param>
/// <param name="NameEn">Its English name.</param>
/// <param name="Level">Its level.</param>
/// <param name="Parent">The code of the region it lies in, or null at the top.</param>
/// <param name="EndsOn">The last day on which it is offered to choose, or null.</param>
/// <param name="Ended">Whether that day has passed.</param>
/// <param name="Children">How many regions lie below it.</param>
public sealed record KeptRegionDto(string Code, string NameZh, string NameEn, RegionLevel Level, string? Parent, DateOnly? EndsOn, bool Ended, int Children);

/// <summary>Keeps the tree of regions: names change, a region that is given up is ended by a day and stays for what refers to it.</summary>
public sealed class KeepRegions(ApprovalsDbContext context, WriteTransaction transaction, AuditLog audit, CalendarInForce calendar, TimeProvider clock)
{
    /// <param name="NameZh">The Chinese name.</param>
    /// <param name="NameEn">The English name.</param>
    /// <param name="EndsOn">The last day on which it is offered to choose, or null.</param>
    public sealed record Change(string NameZh, string NameEn, DateOnly? EndsOn);

    /// <summary>The regions below one, or the top, with those that ended; the region itself first where one is named.</summary>
    public async Task<Result<IReadOnlyList<KeptRegionDto>>> ListAsync(string? parent, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!AdministrationRights.KeepsPlaces(user))
        {
            return Refusals.Forbidden;
        }

        var rows = await context.Regions.AsNoTracking().Where(r => r.ParentCode == parent || (parent != null && r.Code == parent))
            .OrderBy(r => r.Path).Select(r => new { r, Children = context.Regions.Count(c => c.ParentCode == r.Code) }).ToListAsync(cancellationToken);
        return Result<IReadOnlyList<KeptRegionDto>>.Success([.. rows.Select(row => Describe(row.r, row.Children))]);
    }

    /// <summary>Renames a region, sets its last day or takes that away.</summary>
    public async Task<Result<KeptRegionDto>> ChangeAsync(string code, Change change, CurrentUser by, CancellationToken cancellationToken)
    {
        if (!AdministrationRights.KeepsPlaces(by))
        {
            return Refusals.Forbidden;
        }

        var region = await context.Regions.SingleOrDefaultAsync(r => r.Code == code, cancellationToken);
        if (region is null)
        {
            return Refusals.NotFound;
        }

        if (change.EndsOn is { } last && last != region.EndsOn && last < calendar.Today(clock))
        {
            return new Error("rights.endsInThePast") { Fields = [new FieldError("endsOn", "rights.endsInThePast")] };
        }

        var children = await context.Regions.CountAsync(r => r.ParentCode == code, cancellationToken);
        var name = new LocalText(change.NameZh.Trim(), change.NameEn.Trim());
        if (region.Name == name && region.EndsOn == change.EndsOn)
        {
            return Describe(region, children);
        }

        (region.Name, region.EndsOn) = (name, change.EndsOn);
        audit.Add(by.Id, "regions.changed", "region", code, JsonSerializer.Serialize(new { change.NameZh, change.NameEn, change.EndsOn }, JsonSerializerOptions.Web));
        return await transaction.CommitAsync(cancellationToken) == CommitOutcome.Committed ? Describe(region, children) : Refusals.Stale;
    }

    private KeptRegionDto Describe(Region region, int children) => new(
        region.Code, region.Name.Zh, region.Name.En, region.Level, region.ParentCode, region.EndsOn, region.EndsOn < calendar.Today(clock), children);
}
