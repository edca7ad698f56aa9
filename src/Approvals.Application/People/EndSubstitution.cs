using Approvals.Application.Audit;
using Approvals.Application.Database;
using Approvals.Application.Rights;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.People;

/// <summary>Ends a substitution before its time: the person, a lead of theirs, or the substitute who cannot do it.</summary>
public sealed class EndSubstitution(ApprovalsDbContext context, WriteTransaction transaction, AuditLog audit, TimeProvider clock)
{
    public async Task<Result<Unit>> HandleAsync(Guid id, CurrentUser by, CancellationToken cancellationToken)
    {
        var row = await context.Substitutions.SingleOrDefaultAsync(s => s.Id == id, cancellationToken);
        if (row is null || !await MayEndAsync(row, by, cancellationToken))
        {
            return Refusals.NotFound;
        }

        if (row.EndedAt is not null)
        {
            return Unit.Value;
        }

        (row.EndedAt, row.EndedByUserId) = (clock.GetUtcNow(), by.Id);
        audit.Add(by.Id, "substitutes.ended", "user", row.PersonUserId.ToString(), $$"""{"substitution":"{{row.Id}}"}""");

        // Somebody who ended it in the same moment wanted the same.
        await transaction.CommitAsync(cancellationToken);
        return Unit.Value;
    }

    private async Task<bool> MayEndAsync(Substitution row, CurrentUser by, CancellationToken cancellationToken) =>
        by.Id == row.PersonUserId || by.Id == row.SubstituteUserId
        || (TeamRights.Leads(by) && TeamRights.Leads(by, await RoleGrants.OfAsync(context, row.PersonUserId, clock.GetUtcNow(), cancellationToken)));
}
