using Approvals.Application.Bookings;
using Approvals.Application.Regions;
using Approvals.Application.Resources;
using Approvals.Application.WaitingLists;

namespace Approvals.Application.Rights;

/// <summary>Who gives out what is scarce: providers of the organisation it belongs to, and the leads of its region.</summary>
public static class AllotmentRights
{
    /// <summary>Whether the user manages what an organisation gives out for a service; a service of null is any.</summary>
    public static bool Manages(CurrentUser user, Guid? organisation, string regionPath, string? service) => user.Roles.Any(grant =>
        (service is null || grant.Service is null || grant.Service == service)
        && (IsProvider(grant, organisation) || (grant.Role == Roles.Lead && RegionPath.Covers(grant.RegionPath, regionPath))));

    /// <summary>Whether the user makes offers from a list and corrects its order.</summary>
    public static bool Manages(CurrentUser user, WaitingList list) => Manages(user, list.OrganisationId, list.RegionPath, ServiceOf(list.Code));

    /// <summary>Whether the user keeps a resource.</summary>
    public static bool Manages(CurrentUser user, Resource resource) => Manages(user, resource.OrganisationId, resource.RegionPath, null);

    /// <summary>Whether the user answers bookings of the organisation that was asked.</summary>
    public static bool Answers(CurrentUser user, Booking booking) => user.Roles.Any(grant =>
        IsProvider(grant, booking.OrganisationId) && (grant.Service is null || grant.Service == booking.ServiceCode));

    /// <summary>Whether the user gives out anything at all.</summary>
    public static bool Any(CurrentUser user) => user.Has(Roles.Lead) || OrganisationsOf(user).Any();

    /// <summary>The organisations the user is a provider of.</summary>
    public static IEnumerable<Guid> OrganisationsOf(CurrentUser user) =>
        user.Roles.Where(grant => IsProvider(grant, grant.Organisation)).Select(grant => grant.Organisation!.Value).Distinct();

    /// <summary>The service in a list's code.</summary>
    public static string ServiceOf(string listCode) => listCode.Split('/')[0];

    private static bool IsProvider(RoleGrant grant, Guid? organisation) =>
        grant.Role == Roles.Provider && organisation is not null && grant.Organisation == organisation;
}
