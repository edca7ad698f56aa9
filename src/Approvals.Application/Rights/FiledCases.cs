using System.Linq.Expressions;
using Approvals.Application.Cases;

namespace Approvals.Application.Rights;

/// <summary>The cases that somebody filed and may still look at.</summary>
internal static class FiledCases
{
    /// <summary>What was filed for an employer, only while the mandate for it lasts.</summary>
    internal static Expression<Func<Case, bool>> By(CurrentUser user)
    {
        var (id, employers) = (user.Id, user.AgentOf.Cast<Guid?>().ToList());
        return c => c.FiledByUserId == id && (c.FiledBy != FiledBy.Agent || employers.Contains(c.OrganisationId));
    }
}
