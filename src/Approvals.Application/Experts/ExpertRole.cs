using Approvals.Application.Database;
using Approvals.Application.Rights;

namespace Approvals.Application.Experts;

/// <summary>Who is an expert: whoever holds the role now.</summary>
internal static class ExpertRole
{
    /// <summary>The accounts that hold it at an instant.</summary>
    internal static IQueryable<Guid> Holders(ApprovalsDbContext context, DateTimeOffset now) =>
        context.RoleAssignments.Where(a => a.Role == Roles.Expert && a.ValidFrom <= now && (a.ValidTo == null || a.ValidTo > now)).Select(a => a.UserId);
}
