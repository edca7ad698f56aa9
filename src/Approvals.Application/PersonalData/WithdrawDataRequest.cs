using Approvals.Application.Audit;
using Approvals.Application.Database;
using Approvals.Application.Rights;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.PersonalData;

/// <summary>Takes a request back before it is decided; nobody is erased who has thought better of it.</summary>
public sealed class WithdrawDataRequest(ApprovalsDbContext context, WriteTransaction transaction, AuditLog audit, TimeProvider clock)
{
    public async Task<Result<Unit>> HandleAsync(Guid id, CurrentUser user, CancellationToken cancellationToken)
    {
        var row = await context.DataRequests.SingleOrDefaultAsync(r => r.Id == id && r.ByUserId == user.Id, cancellationToken);
        if (row is null)
        {
            return Refusals.NotFound;
        }

        if (row.DecidedAt is not null)
        {
            return new Error("personalData.decided", ErrorKind.Conflict);
        }

        if (row.WithdrawnAt is null)
        {
            row.WithdrawnAt = clock.Now();
            audit.Add(user.Id, "personalData.withdrawn", "person", row.PersonId.ToString());
            if (await transaction.CommitAsync(cancellationToken) == CommitOutcome.Conflict)
            {
                // Somebody decided it, or the same click withdrew it, in the same moment.
                context.ChangeTracker.Clear();
                return await HandleAsync(id, user, cancellationToken);
            }
        }

        return Unit.Value;
    }
}
