using Approvals.Application.Audit;
using Approvals.Application.Database;
using Approvals.Application.Rights;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Relatives;

/// <summary>A person ends the registration of a relative; nothing can be asked for on it any more.</summary>
public sealed class EndRelation(ApprovalsDbContext context, AuditLog audit, WriteTransaction transaction, TimeProvider time)
{
    /// <param name="Relation">The relation.</param>
    public sealed record Request(Guid Relation);

    public async Task<Result<Unit>> HandleAsync(Request request, CurrentUser user, CancellationToken cancellationToken)
    {
        var row = await context.FamilyRelations.SingleOrDefaultAsync(r => r.Id == request.Relation && r.CaseId != null, cancellationToken);
        if (row is null || user.PersonId is null || row.PersonId != user.PersonId)
        {
            return Refusals.NotFound;
        }

        if (row.EndedAt is not null)
        {
            return Unit.Value;
        }

        row.EndedAt = time.Now();
        audit.Add(user.Id, "family.ended", "relation", row.Id.ToString());
        if (await transaction.CommitAsync(cancellationToken) == CommitOutcome.Committed)
        {
            return Unit.Value;
        }

        // Another click was faster; whoever registered the relative anew meanwhile did not mean this one.
        context.ChangeTracker.Clear();
        return await context.FamilyRelations.AnyAsync(r => r.Id == request.Relation && r.EndedAt != null, cancellationToken)
            ? Unit.Value
            : Refusals.Stale;
    }
}
