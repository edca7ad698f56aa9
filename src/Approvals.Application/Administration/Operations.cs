using Approvals.Application.Calendars;
using Approvals.Application.Database;
using Approvals.Application.Policies;
using Approvals.Application.Rights;
using Approvals.Domain.Packages;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Administration;

/// <summary>The services with their problems.</summary>
public sealed class Operations(ApprovalsDbContext context, ServiceCatalog catalog, CalendarInForce calendar, TimeProvider clock, MessageCatalog texts)
{
    /// <summary>The services in force, and the packages that could not be loaded.</summary>
    public async Task<Result<IReadOnlyList<AdministeredServiceDto>>> ServicesAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        if (!AdministrationRights.SeesServices(user))
        {
            return Refusals.Forbidden;
        }

        var open = await context.Cases.AsNoTracking().Where(c => c.FinishedAt == null).GroupBy(c => c.ServiceCode)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        var services = await catalog.AllInForceAsync(calendar.Today(clock), cancellationToken);
        List<AdministeredServiceDto> listed =
        [
            .. services.Select(s => new AdministeredServiceDto(
                s.Code, s.Service.Name.In(user.Language), s.Number, s.EffectiveFrom, open.GetValueOrDefault(s.Code), [])),
            .. catalog.Broken.Select(b => new AdministeredServiceDto(
                b.Folder, b.Folder, 0, null, 0,
                [.. b.Problems.Where(p => p.Severity == ProblemSeverity.Error).Select(p => new PackageProblemDto(p.File, p.Activity, p.Describe(texts, user.Language)))])),
        ];
        return listed;
    }
}
