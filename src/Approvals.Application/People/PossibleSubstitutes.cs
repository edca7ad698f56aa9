using Approvals.Application.Database;
using Approvals.Application.Rights;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.People;

/// <summary>Who could act for somebody: colleagues who work on cases in the same region or organisation, and keep neither accounts nor rights.</summary>
public sealed class PossibleSubstitutes(ApprovalsDbContext context, RoleNames names, TimeProvider clock)
{
    private const int Most = 50;

    /// <summary>Colleagues of somebody by a part of their name.</summary>
    public async Task<IReadOnlyList<ColleagueDto>> SearchAsync(CurrentUser person, string? search, string language, CancellationToken cancellationToken)
    {
        var found = Of(person);
        found = string.IsNullOrWhiteSpace(search) ? found : found.Where(u => u.DisplayName.Contains(search.Trim()) || u.UserName!.StartsWith(search.Trim()));
        var people = await found.OrderBy(u => u.UserName).Take(Most).Select(u => new { u.Id, u.DisplayName }).ToListAsync(cancellationToken);
        return await DescribeAsync([.. people.Select(p => (p.Id, p.DisplayName))], language, cancellationToken);
    }

    /// <summary>Whether somebody is such a colleague.</summary>
    public Task<bool> IsOneAsync(CurrentUser person, Guid other, CancellationToken cancellationToken) => Of(person).AnyAsync(u => u.Id == other, cancellationToken);

    /// <summary>People with their first role and its place.</summary>
    public async Task<IReadOnlyList<ColleagueDto>> DescribeAsync(IReadOnlyList<(Guid Id, string Name)> people, string language, CancellationToken cancellationToken)
    {
        var roles = await names.OfAsync([.. people.Select(p => p.Id)], language, cancellationToken);
        return [.. people.Select(p => new ColleagueDto(p.Id.ToString(), p.Name, string.Join(" · ", roles[p.Id].Take(1).Select(r => $"{r.RoleName} {r.OrganisationName ?? r.RegionName}"))))];
    }

    private IQueryable<User> Of(CurrentUser person)
    {
        var now = clock.GetUtcNow();
        var exercised = person.Roles.Where(r => StandIns.Exercised.Contains(r.Role)).ToList();
        var regions = exercised.Select(r => r.Region).Distinct().ToList();
        var organisations = exercised.Select(r => r.Organisation).OfType<Guid>().Distinct().ToList();
        string[] administrators = [Roles.SystemAdmin, Roles.SecurityAdmin];
        var held = context.RoleAssignments.Where(a => a.ValidFrom <= now && (a.ValidTo == null || a.ValidTo > now));
        var working = held.Where(a => StandIns.Exercised.Contains(a.Role)
            && (regions.Contains(a.RegionCode) || (a.OrganisationId != null && organisations.Contains(a.OrganisationId.Value))));
        return context.Users.AsNoTracking().Where(u => u.DisabledAt == null && u.Id != person.Id && working.Any(a => a.UserId == u.Id)
            && !held.Any(a => a.UserId == u.Id && administrators.Contains(a.Role)));
    }
}
