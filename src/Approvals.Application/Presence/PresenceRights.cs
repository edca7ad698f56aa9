using Approvals.Application.Database;
using Approvals.Application.Entitlements;
using Approvals.Application.Regions;
using Approvals.Application.Represented;
using Approvals.Application.Rights;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Presence;

/// <summary>How far somebody reaches into a ledger.</summary>
/// <param name="IsOwn">It is the reader's own.</param>
/// <param name="IsOffice">The reader's office looks after the person.</param>
/// <param name="Employers">The person's employers for which the reader acts.</param>
internal sealed record PresenceReach(bool IsOwn, bool IsOffice, IReadOnlyList<Guid> Employers)
{
    /// <summary>Whether every entry may be read; an employer's agent reads those of the own employer alone.</summary>
    public bool ReadsAll => IsOwn || IsOffice;

    /// <summary>Whether an entry may be read.</summary>
    public bool Reads(PresenceInterval entry) => ReadsAll || Writes(entry.OrganisationId);

    /// <summary>Whether entries for an employer may be written.</summary>
    public bool Writes(Guid? employer) => IsOwn || (employer is { } id && Employers.Contains(id));
}

/// <summary>Who reads and writes ledgers: people their own, agents what concerns their employer, officers what lies in their region; officers write nothing.</summary>
public static class PresenceRights
{
    private static readonly string[] Readers = [Roles.IntakeOfficer, Roles.Reviewer, Roles.Approver, Roles.Lead, Roles.Auditor];

    /// <summary>The assignments by which a user reads ledgers of a region.</summary>
    internal static IReadOnlyList<RoleGrant> Grants(CurrentUser user) => user.IsAdministrator ? [] : [.. user.Roles.Where(g => Readers.Contains(g.Role))];

    /// <summary>Whether there may be anybody whose ledger the user reads, besides the own.</summary>
    public static bool ReadsOthers(CurrentUser user) => Grants(user).Count > 0 || user.AgentOf.Any();

    /// <summary>How far a user reaches into a person's ledger; null where nobody may know that there is one.</summary>
    internal static async Task<PresenceReach?> OfAsync(ApprovalsDbContext context, CurrentUser user, Guid person, CancellationToken cancellationToken)
    {
        if (user.PersonId == person)
        {
            return new PresenceReach(true, false, []);
        }

        if (!ReadsOthers(user))
        {
            return null;
        }

        var held = await context.Entitlements.AsNoTracking().Where(e => e.PersonId == person)
            .Select(e => new Held(e.RegionPath, e.ServiceCode, e.OrganisationId)).ToListAsync(cancellationToken);
        var agreed = await context.RepresentedPeople.AsNoTracking().Where(r => r.PersonId == person && r.State == RepresentationState.Agreed)
            .Select(r => r.OrganisationId).ToListAsync(cancellationToken);
        var office = Grants(user).Any(g => held.Exists(h => RegionPath.Covers(g.RegionPath, h.RegionPath) && (g.Service is null || g.Service == h.Service)));
        Guid[] employers = [.. user.AgentOf.Where(o => agreed.Contains(o) || held.Exists(h => h.Organisation == o))];
        return office || employers.Length > 0 ? new PresenceReach(false, office, employers) : null;
    }

    /// <summary>The rights whose holders' ledgers a user reads.</summary>
    internal static IQueryable<Entitlement> Within(ApprovalsDbContext context, CurrentUser user)
    {
        Guid[] employers = [.. user.AgentOf];
        var rows = context.Entitlements.AsNoTracking();
        var grants = Grants(user);
        var mine = rows.Where(e => e.OrganisationId != null && employers.Contains(e.OrganisationId.Value)).Select(e => e.Id);
        var office = rows.Where(CaseScope.Within<Entitlement>(grants.Select(g => (g.RegionPath, g.Service)))).Select(e => e.Id);
        return grants.Count == 0 ? rows.Where(e => mine.Contains(e.Id)) : rows.Where(e => mine.Contains(e.Id) || office.Contains(e.Id));
    }

    private sealed record Held(string RegionPath, string Service, Guid? Organisation);
}
