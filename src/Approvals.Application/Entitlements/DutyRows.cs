using Approvals.Application.Cases;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Entitlements;

/// <summary>Duties whose check has ended.</summary>
internal static class DutyRows
{
    /// <summary>A check that ended well means that the duty was met.</summary>
    internal static async Task FinishedAsync(CaseWork work, bool met, CancellationToken cancellationToken)
    {
        if (!met || work.Case.FiledBy is not (FiledBy.Job or FiledBy.Agent))
        {
            return;
        }

        foreach (var duty in await work.Context.Obligations.Where(o => o.OpenedCaseId == work.Case.Id && o.State == ObligationState.Opened).ToListAsync(cancellationToken))
        {
            duty.State = ObligationState.Met;
        }
    }
}
