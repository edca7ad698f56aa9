using Approvals.Application.Cases;
using Approvals.Application.Regions;
using Approvals.Application.Tasks;

namespace Approvals.Application.Rights;

/// <summary>Who may read a case and who may decide on it: pure answers from the assignments and the case's head.</summary>
public static class CaseRights
{
    /// <summary>Whether the case is the user's own: applied for, filed, or the application of the user's own person.</summary>
    public static bool IsOwn(CurrentUser user, Case @case) =>
        user.IsSignedIn && (@case.ApplicantUserId == user.Id || (user.PersonId is { } person && @case.ApplicantPersonId == person));

    /// <summary>Whether the user acts for the employer the case names.</summary>
    public static bool IsAgent(CurrentUser user, Case @case) =>
        @case.OrganisationId is { } organisation && user.AgentOf.Contains(organisation);

    /// <summary>Whether the user is a party: the applicant, who filed it, or the employer's agent.</summary>
    public static bool IsParty(CurrentUser user, Case @case) => PartyGrounds(user, @case).Any();

    /// <summary>
    /// Whether the user filed the case for the applicant. What an employer filed belongs to whoever holds its mandate today: it goes
    /// over to the next agent, and whose mandate has ended sees it no more. What was filed at the counter stays with its clerk while
    /// they serve there: by the assignment of then, or by one for the region of the case.
    /// </summary>
    public static bool Files(CurrentUser user, Case @case) => user.IsSignedIn && @case.FiledBy switch
    {
        FiledBy.Agent => IsAgent(user, @case),
        FiledBy.Counter => @case.FiledByUserId == user.Id
            && EmployerRights.Counters(user).Any(g => g.Since <= @case.SubmittedAt || RegionPath.Covers(g.RegionPath, @case.RegionPath)),
        _ => @case.FiledByUserId == user.Id,
    };

    /// <summary>Whether the user may act as the applicant does: it is their own case, or they file it.</summary>
    public static bool ActsAsApplicant(CurrentUser user, Case @case) => IsOwn(user, @case) || Files(user, @case);

    /// <summary>Whether the user may read the case: a party, or a reader of its region and service.</summary>
    public static bool MayRead(CurrentUser user, Case @case) => Grounds(user, @case).Any();

    /// <summary>
    /// Whether an assignment lets the user read the case. Administrators of accounts and of roles read none (separation of
    /// duties, 等保三级), whatever else they hold; experts read through their tasks only.
    /// </summary>
    public static bool MayReadByRole(CurrentUser user, Case @case) => RoleGrounds(user, @case).Any();

    /// <summary>The same of a case of a region and a service.</summary>
    public static bool MayReadByRole(CurrentUser user, string regionPath, string service) =>
        user.Roles.Any(grant => Reach(user, grant, regionPath, service) == GrantReach.Reads);

    /// <summary>The parts of the region tree, each with the service it is limited to, whose cases assignments open.</summary>
    public static IEnumerable<(string RegionPath, string? Service)> Opened(CurrentUser user) =>
        user.Roles.Where(grant => Bar(user, grant) is null).Select(grant => (grant.RegionPath, grant.Service)).Distinct();

    /// <summary>Why the user reads the case, its tasks and copies aside: as a party, or by an assignment.</summary>
    public static IEnumerable<AccessGround> Grounds(CurrentUser user, Case @case) => PartyGrounds(user, @case).Concat(RoleGrounds(user, @case));

    /// <summary>Why the user reads the case or any part of it that a task opens; copies, which end with the case, are read from their rows.</summary>
    public static IEnumerable<AccessGround> Grounds(CurrentUser user, Case @case, IEnumerable<TaskItem> tasks) =>
        Grounds(user, @case).Concat(tasks.Where(TaskRights.OpensCase).SelectMany(t => TaskRights.Grounds(user, t)));

    /// <summary>What one assignment of the user does for reading the case.</summary>
    public static GrantReach Reach(CurrentUser user, RoleGrant grant, Case @case) => Reach(user, grant, @case.RegionPath, @case.ServiceCode);

    /// <summary>
    /// Whether the user may decide on the case at all: nobody decides on an own case, and an agent does so for the own
    /// employer only.
    /// </summary>
    public static Result<Unit> MayDecide(CurrentUser user, Case @case) =>
        IsOwn(user, @case) ? new Error("rights.ownCase", ErrorKind.Forbidden) : Unit.Value;

    private static IEnumerable<AccessGround> PartyGrounds(CurrentUser user, Case @case)
    {
        if (IsOwn(user, @case))
        {
            yield return new AccessGround(AccessKind.Own);
        }
        else if (@case.FiledBy != FiledBy.Agent && Files(user, @case))
        {
            yield return new AccessGround(AccessKind.Filed);
        }

        if (IsAgent(user, @case))
        {
            yield return new AccessGround(AccessKind.Agent)
            {
                Grant = user.Roles.First(g => g.Role == Roles.EmployerAgent && g.Organisation == @case.OrganisationId),
            };
        }
    }

    private static IEnumerable<AccessGround> RoleGrounds(CurrentUser user, Case @case) =>
        user.Roles.Where(grant => Reach(user, grant, @case) == GrantReach.Reads).Select(grant => new AccessGround(AccessKind.Role) { Grant = grant });

    private static GrantReach Reach(CurrentUser user, RoleGrant grant, string regionPath, string service) =>
        Bar(user, grant)
        ?? (!RegionPath.Covers(grant.RegionPath, regionPath) ? GrantReach.OtherRegion
            : grant.Service is not null && grant.Service != service ? GrantReach.OtherService
            : GrantReach.Reads);

    /// <summary>What keeps an assignment from opening any case; null where nothing does.</summary>
    private static GrantReach? Bar(CurrentUser user, RoleGrant grant) =>
        user.IsAdministrator ? GrantReach.Administrator : Roles.CaseReaders.Contains(grant.Role) ? null : GrantReach.ReadsNoCases;
}
