using Approvals.Application.Cases;
using Approvals.Application.Database;
using Approvals.Application.People;
using Approvals.Application.Regions;
using Approvals.Application.Rights;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Tasks;

/// <summary>
/// Whom somebody who has a task may bring in: those who work on cases of its region and service. Administrators, auditors and
/// operators do not, and nobody is brought into their own case.
/// </summary>
internal static class Colleagues
{
    internal static readonly string[] Working = [Roles.IntakeOfficer, Roles.Reviewer, Roles.Approver, Roles.Lead];

    /// <summary>The assignments that let their holders work on a case.</summary>
    internal static IQueryable<RoleAssignment> AssignmentsFor(ApprovalsDbContext context, Case @case, DateTimeOffset now)
    {
        var codes = RegionPath.Codes(@case.RegionPath);
        return context.RoleAssignments.AsNoTracking().Where(a => Working.Contains(a.Role) && codes.Contains(a.RegionCode)
            && (a.ServiceCode == null || a.ServiceCode == @case.ServiceCode) && a.ValidFrom <= now && (a.ValidTo == null || a.ValidTo > now));
    }

    /// <summary>Whether a user may be brought into a case.</summary>
    internal static bool MayJoin(CurrentUser other, Case @case) =>
        !other.IsAdministrator && !CaseRights.IsParty(other, @case) && other.Roles.Any(g => Working.Contains(g.Role)
            && RegionPath.Covers(g.RegionPath, @case.RegionPath) && (g.Service is null || g.Service == @case.ServiceCode));

    /// <summary>The colleague somebody named, or why not.</summary>
    internal static async Task<Result<CurrentUser>> FindAsync(CaseWork work, Guid id, CancellationToken cancellationToken)
    {
        var found = id == work.By?.Id ? null : await RoleGrants.ReadAsync(work.Context, id, work.Now, cancellationToken);
        return found is not null && MayJoin(found, work.Case)
            ? found
            : new Error("tasks.unknownPerson") { Fields = [new FieldError("to", "tasks.unknownPerson")] };
    }
}
