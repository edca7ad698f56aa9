using Approvals.Application.Cases;
using Approvals.Application.Regions;

namespace Approvals.Application.Rights;

/// <summary>Who keeps the pool of experts, and who sees how panels were drawn.</summary>
public static class ExpertRights
{
    /// <summary>Whether the user keeps entries of the pool: leads do, each for the own region and below.</summary>
    public static bool Keeps(CurrentUser user) => TeamRights.Leads(user);

    /// <summary>Whether the user keeps the entries of a region.</summary>
    public static bool Keeps(CurrentUser user, string regionPath) => TeamRights.Grants(user).Any(g => RegionPath.Covers(g.RegionPath, regionPath));

    /// <summary>Whether the user sees the pool: who keeps it, and auditors, each of the own region and below.</summary>
    public static bool Sees(CurrentUser user) => Keeps(user) || user.Has(Roles.Auditor);

    /// <summary>The parts of the region tree whose entries the user sees.</summary>
    public static IEnumerable<string> Seen(CurrentUser user) =>
        TeamRights.Grants(user).Concat(user.Roles.Where(g => g.Role == Roles.Auditor)).Select(g => g.RegionPath).Distinct();

    /// <summary>Whether the user may be in the pool: experts enter the days away of the own entry, and nothing else.</summary>
    public static bool MayBeDrawn(CurrentUser user) => user.Has(Roles.Expert) && !user.IsAdministrator;

    /// <summary>
    /// Whether the user sees how the panels of a case were drawn, and why somebody could not be: leads and auditors who read the case. Those who
    /// were drawn do not, nor do the parties.
    /// </summary>
    public static bool SeesDraws(CurrentUser user, Case @case) =>
        CaseRights.MayReadByRole(user, @case) && !CaseRights.IsParty(user, @case) && Sees(user);
}
