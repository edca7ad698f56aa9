using Approvals.Application.Cases;
using Approvals.Application.Database;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Rights;

/// <summary>The right to read that comes with a copy (抄送): the case and its documents, until it ends, and nothing to do with it.</summary>
public static class CopyRights
{
    /// <summary>Whether a case was copied to a user and has not ended yet.</summary>
    public static async Task<bool> HasAsync(ApprovalsDbContext context, Case row, CurrentUser user, CancellationToken cancellationToken) =>
        row.FinishedAt is null && user.IsSignedIn && !user.IsAdministrator
        && await context.CaseCopies.AnyAsync(c => c.CaseId == row.Id && c.UserId == user.Id, cancellationToken);

    /// <summary>The copies of running cases that a user has.</summary>
    public static IQueryable<CaseCopy> Of(ApprovalsDbContext context, CurrentUser user) =>
        from copy in context.CaseCopies.AsNoTracking()
        where copy.UserId == user.Id
        join row in context.Cases on copy.CaseId equals row.Id
        where row.FinishedAt == null
        select copy;
}
