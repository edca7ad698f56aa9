namespace Approvals.Application.Rights;

/// <summary>Who makes lists of cases for a meeting: those who decide on cases and those who lead them, of the regions and services of their assignments.</summary>
public static class MeetingRights
{
    /// <summary>Whether the user makes such lists.</summary>
    public static bool Makes(CurrentUser user) => Parts(user).Any();

    /// <summary>The parts of the region tree, each with the service it is limited to, whose cases may be on a list.</summary>
    public static IEnumerable<(string RegionPath, string? Service)> Parts(CurrentUser user) => user.IsAdministrator
        ? []
        : user.Roles.Where(g => g.Role == Roles.Lead || TeamRights.Led.Contains(g.Role)).Select(g => (g.RegionPath, g.Service)).Distinct();
}
