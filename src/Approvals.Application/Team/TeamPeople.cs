using Approvals.Application.Database;
using Approvals.Application.Rights;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Team;

/// <summary>One of a lead's people.</summary>
/// <param name="Id">The user.</param>
/// <param name="Name">The name.</param>
/// <param name="IsCurrent">Whether they still hold an assignment there and may sign in; whoever left may still hold tasks.</param>
public sealed record LedPerson(Guid Id, string Name, bool IsCurrent);

/// <summary>Whom a lead leads: those who hold a working role in the lead's own office, and those who held one.</summary>
public sealed class TeamPeople(ApprovalsDbContext context, TimeProvider clock)
{
    /// <summary>The people, by name.</summary>
    public async Task<IReadOnlyList<LedPerson>> OfAsync(CurrentUser lead, CancellationToken cancellationToken)
    {
        if (!TeamRights.Leads(lead))
        {
            return [];
        }

        var regions = TeamRights.Grants(lead).Select(g => g.Region).Distinct().ToList();
        var rows = await context.RoleAssignments.AsNoTracking().Where(a => TeamRights.Led.Contains(a.Role) && regions.Contains(a.RegionCode))
            .Select(a => new { a.UserId, a.Role, a.RegionCode, a.RegionPath, a.OrganisationId, a.ServiceCode, a.ValidTo }).ToListAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var led = rows.Where(a => TeamRights.Leads(lead, [new RoleGrant(a.Role, a.RegionCode, a.RegionPath, a.OrganisationId, a.ServiceCode)]))
            .GroupBy(a => a.UserId).ToDictionary(g => g.Key, g => g.Any(a => a.ValidTo is null || a.ValidTo > now));
        Guid[] ids = [.. led.Keys];
        var users = await context.Users.AsNoTracking().Where(u => ids.Contains(u.Id)).OrderBy(u => u.UserName)
            .Select(u => new { u.Id, u.DisplayName, u.DisabledAt }).ToListAsync(cancellationToken);
        return [.. users.Select(u => new LedPerson(u.Id, u.DisplayName, led[u.Id] && u.DisabledAt is null))];
    }
}
