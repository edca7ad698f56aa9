using Approvals.Application.Audit;
using Approvals.Application.Database;
using Approvals.Application.Rights;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Administration;

/// <summary>Takes a role away at once; the row stays as proof of who held what when.</summary>
public sealed class RemoveRole(ApprovalsDbContext context, AuditLog audit, TimeProvider clock)
{
    public async Task<Result<Unit>> HandleAsync(Guid user, Guid assignment, CurrentUser by, CancellationToken cancellationToken)
    {
        if (!AdministrationRights.ManagesRoles(by))
        {
            return Refusals.Forbidden;
        }

        if (user == by.Id)
        {
            return new Error("rights.ownRoles", ErrorKind.Forbidden);
        }

        var row = await context.RoleAssignments.SingleOrDefaultAsync(a => a.Id == assignment && a.UserId == user && a.ValidTo == null, cancellationToken);
        if (row is null)
        {
            return Refusals.NotFound;
        }

        row.ValidTo = clock.GetUtcNow();
        audit.Add(by.Id, "roles.removed", "user", user.ToString(), $$"""{"assignment":"{{assignment}}"}""");
        await context.SaveChangesAsync(cancellationToken);
        return Unit.Value;
    }
}
