using Approvals.Application.Database;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Administration;

/// <summary>
/// Keeps an administrator of each kind. The rows of all who hold the role are written together with whatever takes one away, so that
/// of two who take each other's role away at once one is refused.
/// </summary>
public sealed class LastAdministrators(ApprovalsDbContext context, TimeProvider clock)
{
    /// <summary>
    /// The error when nobody who can sign in would hold a role without an end any more; else marks the holders' rows to be written.
    /// </summary>
    /// <param name="role">The administrator's role.</param>
    /// <param name="without">An assignment that goes, or null.</param>
    /// <param name="account">An account that is disabled, or null.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    public async Task<Error?> KeepOneAsync(string role, Guid? without, Guid? account, CancellationToken cancellationToken)
    {
        var now = clock.Now();
        var holders = await (
            from assignment in context.RoleAssignments
            where assignment.Role == role && assignment.ValidFrom <= now && assignment.ValidTo == null
            join user in context.Users on assignment.UserId equals user.Id
            where user.DisabledAt == null
            orderby assignment.Id
            select assignment).ToListAsync(cancellationToken);
        if (!holders.Exists(h => h.Id != without && h.UserId != account && h.ValidTo is null))
        {
            context.ChangeTracker.Clear();
            return new Error("rights.lastAdministrator", ErrorKind.Conflict);
        }

        foreach (var holder in holders)
        {
            context.Entry(holder).State = EntityState.Modified;
        }

        return null;
    }

    /// <summary>The administrators' roles that an account holds without an end.</summary>
    public async Task<IReadOnlyList<string>> HeldAsync(Guid account, CancellationToken cancellationToken)
    {
        var now = clock.Now();
        var held = await context.RoleAssignments.AsNoTracking().Where(a => a.UserId == account && a.ValidFrom <= now && a.ValidTo == null)
            .Select(a => a.Role).Distinct().ToListAsync(cancellationToken);
        return [.. held.Where(Rights.Roles.IsAdministrator).Order(StringComparer.Ordinal)];
    }
}
