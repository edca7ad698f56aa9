using System.Text.Json;
using Approvals.Application.Calendars;
using Approvals.Application.Database;
using Approvals.Application.Policies;
using Approvals.Application.Rights;
using Approvals.Domain.Packages;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Administration;

/// <summary>What has stopped cases, and the services with their problems.</summary>
public sealed class Operations(ApprovalsDbContext context, ServiceCatalog catalog, CalendarInForce calendar, TimeProvider clock, MessageCatalog texts)
{
    private const int Most = 200;

    /// <summary>The open incidents, oldest first.</summary>
    public async Task<Result<IReadOnlyList<IncidentDto>>> IncidentsAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        if (!AdministrationRights.MendsIncidents(user))
        {
            return Refusals.Forbidden;
        }

        var rows = await (
            from incident in context.Incidents.AsNoTracking()
            where incident.ResolvedAt == null
            join row in context.Cases.AsNoTracking() on incident.CaseId equals row.Id
            orderby incident.At, incident.Id
            select new { incident, row.Number, row.ServiceName, row.ServiceVersionId }).Take(Most).ToListAsync(cancellationToken);
        List<IncidentDto> incidents = [];
        foreach (var r in rows)
        {
            var service = await catalog.FindAsync(r.ServiceVersionId, cancellationToken);
            var data = JsonSerializer.Deserialize<Dictionary<string, string>>(r.incident.Data) ?? [];
            incidents.Add(new IncidentDto(
                r.incident.Id.ToString(), r.incident.CaseId.ToString(), r.Number, r.ServiceName.In(user.Language),
                service.Package.Activity(r.incident.ActivityId)?.DisplayName.In(user.Language) ?? r.incident.ActivityId,
                texts.Format(r.incident.Code, data, user.Language),
                data.GetValueOrDefault("expression") is { Length: > 0 } expression ? expression : null,
                r.incident.At));
        }

        return incidents;
    }

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
