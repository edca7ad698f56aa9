using Approvals.Application.Database;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Entitlements;

/// <summary>The duties that come with an entitlement.</summary>
internal static class Duties
{
    /// <summary>Takes back those that have not been opened yet, to be committed by the caller.</summary>
    public static async Task CancelAsync(ApprovalsDbContext context, Guid entitlement, CancellationToken cancellationToken)
    {
        await context.Obligations.Where(o => o.EntitlementId == entitlement && o.State == ObligationState.Pending).LoadAsync(cancellationToken);
        foreach (var duty in context.Obligations.Local.Where(o => o.EntitlementId == entitlement && o.State == ObligationState.Pending))
        {
            duty.State = ObligationState.Cancelled;
        }
    }
}
