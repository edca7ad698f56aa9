using Approvals.Application.Cases;
using Approvals.Application.Database;
using Approvals.Application.People;
using Approvals.Application.Regions;
using Approvals.Application.Rights;
using Approvals.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Tasks;

/// <summary>
/// To whom a task is handed for good: who holds the same role for cases of its region and service, in whatever office; of employers' agents,
/// experts and providers only somebody of the same organisation. The search and the act both ask this.
/// </summary>
internal static class Receivers
{
    /// <summary>The people to whom a task of a case may be handed by whoever has it.</summary>
    internal static IQueryable<User> Of(ApprovalsDbContext context, CaseWork work, TaskItem row, TaskBookmark task, CurrentUser user)
    {
        var holder = TaskRights.StandInFor(user, row)?.Principal ?? user;
        var asked = task.Candidates.OfType<RoleCandidate>().Select(c => c.Role).ToList();
        var roles = (asked.Count > 0 ? asked : holder.Roles.Select(r => r.Role)).Distinct().ToList();
        string[] offices = [.. roles.Where(Colleagues.Working.Contains)];
        string[] others = [.. roles.Except(offices)];
        Guid?[] organisations = [.. holder.Roles.Where(r => r.Organisation is not null).Select(r => r.Organisation)];
        Guid[] barred = [.. task.Barred.Append(work.Applicant.FlowId).Select(id => Guid.TryParse(id, out var known) ? known : Guid.Empty), user.Id, holder.Id];
        var (codes, service, now) = (RegionPath.Codes(work.Case.RegionPath), work.Case.ServiceCode, work.Now);
        return context.Users.AsNoTracking().Where(u => u.DisabledAt == null && !barred.Contains(u.Id) && u.Id != work.Case.ApplicantUserId && u.Id != work.Case.FiledByUserId)
            .Where(u => context.RoleAssignments.Any(a => a.UserId == u.Id && a.ValidFrom <= now && (a.ValidTo == null || a.ValidTo > now)
                && (a.ServiceCode == null || a.ServiceCode == service)
                && ((offices.Contains(a.Role) && codes.Contains(a.RegionCode)) || (others.Contains(a.Role) && organisations.Contains(a.OrganisationId)))));
    }
}
