using Approvals.Application.Cases;
using Approvals.Application.Database;
using Approvals.Application.Regions;
using Approvals.Application.Rights;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Incidents;

/// <summary>Which cases an operator mends: those of the own region subtree and service, never an own one.</summary>
internal static class IncidentRights
{
    /// <summary>Whether the user may mend, skip or move this case; one out of reach is not known to exist.</summary>
    internal static Result<Unit> MayMend(CurrentUser user, Case row) =>
        !AdministrationRights.MendsIncidents(user) ? Refusals.Forbidden
        : !Grants(user).Any(g => RegionPath.Covers(g.RegionPath, row.RegionPath) && (g.Service is null || g.Service == row.ServiceCode)) ? Refusals.NotFound
        : CaseRights.MayDecide(user, row);

    /// <summary>The open incidents within reach.</summary>
    internal static IQueryable<Reached> Within(ApprovalsDbContext context, CurrentUser user)
    {
        IQueryable<Reached>? reached = null;
        foreach (var (root, service) in Grants(user).Select(g => (g.RegionPath, g.Service)).Distinct())
        {
            var to = RegionPath.End(root);
            var range =
                from incident in context.Incidents.AsNoTracking()
                where incident.ResolvedAt == null
                join row in context.Cases.AsNoTracking() on incident.CaseId equals row.Id
                where row.RegionPath.CompareTo(root) >= 0 && row.RegionPath.CompareTo(to) < 0 && (service == null || row.ServiceCode == service)
                select new Reached
                {
                    Id = incident.Id, CaseId = row.Id, Number = row.Number, Version = row.ServiceVersionId, Activity = incident.ActivityId, Code = incident.Code, At = incident.At,
                };
            reached = reached is null ? range : reached.Union(range);
        }

        return reached ?? context.Incidents.Where(i => false).Select(i => new Reached());
    }

    private static IEnumerable<RoleGrant> Grants(CurrentUser user) => user.IsAdministrator ? [] : user.Roles.Where(g => g.Role == Roles.Operator);
}

/// <summary>An open incident with the head of its case.</summary>
internal sealed record Reached
{
    public Guid Id { get; init; }

    public Guid CaseId { get; init; }

    public string Number { get; init; } = "";

    public Guid Version { get; init; }

    public string Activity { get; init; } = "";

    public string Code { get; init; } = "";

    public DateTimeOffset At { get; init; }
}
