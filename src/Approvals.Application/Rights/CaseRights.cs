using Approvals.Application.Cases;
using Approvals.Application.Regions;

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
    public static bool IsParty(CurrentUser user, Case @case) =>
        IsOwn(user, @case) || (user.IsSignedIn && @case.FiledByUserId == user.Id) || IsAgent(user, @case);

    /// <summary>Whether the user may read the case: a party, or a reader of its region and service.</summary>
    public static bool MayRead(CurrentUser user, Case @case) => IsParty(user, @case) || MayReadByRole(user, @case);

    /// <summary>
    /// Whether an assignment lets the user read the case. Administrators of accounts and of roles read none (separation of
    /// duties, 等保三级), whatever else they hold; experts read through their tasks only.
    /// </summary>
    public static bool MayReadByRole(CurrentUser user, Case @case) => MayReadByRole(user, @case.RegionPath, @case.ServiceCode);

    /// <summary>The same of a case of a region and a service.</summary>
    public static bool MayReadByRole(CurrentUser user, string regionPath, string service) =>
        Opened(user).Any(o => RegionPath.Covers(o.RegionPath, regionPath) && (o.Service is null || o.Service == service));

    /// <summary>The parts of the region tree, each with the service it is limited to, whose cases assignments open.</summary>
    public static IEnumerable<(string RegionPath, string? Service)> Opened(CurrentUser user) =>
        user.IsAdministrator ? [] : user.Roles.Where(grant => Roles.CaseReaders.Contains(grant.Role)).Select(grant => (grant.RegionPath, grant.Service)).Distinct();

    /// <summary>
    /// Whether the user may decide on the case at all: nobody decides on an own case, and an agent does so for the own
    /// employer only.
    /// </summary>
    public static Result<Unit> MayDecide(CurrentUser user, Case @case) =>
        IsOwn(user, @case) ? new Error("rights.ownCase", ErrorKind.Forbidden) : Unit.Value;
}
