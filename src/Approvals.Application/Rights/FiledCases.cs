using System.Linq.Expressions;
using Approvals.Application.Cases;

namespace Approvals.Application.Rights;

/// <summary>The cases that somebody filed and may still look at (see <see cref="CaseRights.Files"/>).</summary>
internal static class FiledCases
{
    /// <summary>What was filed for an employer only while the mandate for it lasts, what was filed at the counter only while the clerk serves there.</summary>
    internal static Expression<Func<Case, bool>> By(CurrentUser user)
    {
        var (id, employers) = (user.Id, user.AgentOf.Cast<Guid?>().ToList());
        var counters = EmployerRights.Counters(user).ToList();
        var regions = counters.Select(g => g.RegionPath).Distinct().ToList();
        var since = counters.Min(g => g.Since) ?? DateTimeOffset.UnixEpoch;
        var serves = counters.Exists(g => g.Since is not null);
        return c => c.FiledByUserId == id
            && (c.FiledBy != FiledBy.Agent || employers.Contains(c.OrganisationId))
            && (c.FiledBy != FiledBy.Counter || (serves && c.SubmittedAt >= since) || regions.Any(r => c.RegionPath.StartsWith(r)));
    }
}
