using Approvals.Application.Tasks;
using Approvals.Workflows;

namespace Approvals.Application.Rights;

/// <summary>Whom a lead leads and whose tasks a lead hands on: those of the own office, by organisation, region and service.</summary>
public static class TeamRights
{
    /// <summary>Roles whose holders are led.</summary>
    public static IReadOnlyList<string> Led { get; } = [Roles.IntakeOfficer, Roles.Reviewer, Roles.Approver];

    /// <summary>The assignments by which a user leads.</summary>
    public static IEnumerable<RoleGrant> Grants(CurrentUser user) => user.IsAdministrator ? [] : user.Roles.Where(g => g.Role == Roles.Lead);

    /// <summary>Whether the user leads anybody.</summary>
    public static bool Leads(CurrentUser user) => Grants(user).Any();

    /// <summary>Whether somebody who holds these assignments is one of the lead's people.</summary>
    public static bool Leads(CurrentUser lead, IEnumerable<RoleGrant> held) => held.Any(h => Grants(lead).Any(g => Covers(g, h)));

    /// <summary>Whether an assignment lies in a lead's office.</summary>
    public static bool Covers(RoleGrant lead, RoleGrant held) =>
        Led.Contains(held.Role) && held.Region == lead.Region && (lead.Organisation is null || held.Organisation == lead.Organisation)
        && (lead.Service is null || held.Service is null || held.Service == lead.Service);

    /// <summary>
    /// Whether a lead may hand a task on: it was offered to the own office, or one of the own people holds it. Votes are the voter's own,
    /// and what an applicant does is the applicant's.
    /// </summary>
    public static bool MayAssign(CurrentUser lead, TaskItem task, bool ownerIsLed) =>
        IsAssignable(task) && Grants(lead).Any(g => (g.Service is null || g.Service == task.ServiceCode)
            && (ownerIsLed || task.Candidates.Any(c => IsOffered(g, c.Key))));

    private static readonly IReadOnlyList<string> HandedOn = TaskKinds.Names(TaskKinds.IsHandedOn);

    /// <summary>Whether a task of this kind is ever handed on by somebody else than whoever has it.</summary>
    public static bool IsAssignable(TaskItem task) => HandedOn.Contains(task.Kind) || TaskRights.IsFormOfAnOffice(task);

    /// <summary>Whether somebody could do a task: it was offered to one of their offices, or they share one with whoever holds it by name.</summary>
    public static bool MayReceive(CurrentUser receiver, TaskItem task, IEnumerable<RoleGrant> holder) =>
        TaskRights.IsCandidate(receiver, task)
        || (task.Candidates.TrueForAll(c => !CandidateKey.IsRole(c.Key))
            && holder.Any(h => Led.Contains(h.Role) && receiver.Roles.Any(r => (h.Role, h.Region, h.OrganisationKind) == (r.Role, r.Region, r.OrganisationKind))));

    private static bool IsOffered(RoleGrant lead, string key) =>
        key.Split(':') is ["r", var role, var region, var kind, var organisation]
        && (Led.Contains(role) || role == Roles.Lead) && region == lead.Region
        && (lead.Organisation is not { } own || (organisation == "-" ? kind == "-" || kind == lead.OrganisationKind : organisation == own.ToString("N")));
}
