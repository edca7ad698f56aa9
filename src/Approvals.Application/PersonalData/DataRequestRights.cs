using Approvals.Application.Regions;
using Approvals.Application.Rights;

namespace Approvals.Application.PersonalData;

/// <summary>Who decides what becomes of somebody's data: a lead of all services whose region holds all of the person's cases.</summary>
public static class DataRequestRights
{
    /// <summary>The assignments by which a user decides.</summary>
    public static IEnumerable<RoleGrant> Grants(CurrentUser user) =>
        user.IsAdministrator ? [] : user.Roles.Where(g => g.Role == Roles.Lead && g.Service is null);

    /// <summary>Whether the user decides at all.</summary>
    public static bool Decides(CurrentUser user) => Grants(user).Any();

    /// <summary>Whether a request is the user's to decide; nobody decides an own one.</summary>
    public static bool MayDecide(CurrentUser user, DataRequest row) =>
        row.ByUserId != user.Id && row.PersonId != user.PersonId && Grants(user).Any(g => RegionPath.Covers(g.RegionPath, row.RegionPath));

    /// <summary>The smallest region that holds all of them; the first one's root when they have nothing in common.</summary>
    public static string Common(IReadOnlyList<string> paths)
    {
        var codes = paths.Select(RegionPath.Codes).ToList();
        var shared = codes[0].TakeWhile((code, i) => codes.TrueForAll(c => c.Count > i && c[i] == code)).ToList();
        return $"/{string.Join('/', shared.Count > 0 ? shared : codes[0].Take(1))}/";
    }
}
