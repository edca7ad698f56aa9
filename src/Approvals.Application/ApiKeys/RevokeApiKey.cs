using Approvals.Application.Audit;
using Approvals.Application.Database;
using Approvals.Application.Rights;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.ApiKeys;

/// <summary>Takes a key out of force at once: by its owner, or by an administrator of accounts.</summary>
public sealed class RevokeApiKey(ApprovalsDbContext context, WriteTransaction transaction, AuditLog audit, TimeProvider clock)
{
    public async Task<Result<Unit>> HandleAsync(Guid id, CurrentUser user, CancellationToken cancellationToken)
    {
        var row = await context.ApiKeys.SingleOrDefaultAsync(k => k.Id == id, cancellationToken);
        if (row is null || (row.UserId != user.Id && !AdministrationRights.ManagesAccounts(user)))
        {
            return Refusals.NotFound;
        }

        if (row.RevokedAt is null)
        {
            (row.RevokedAt, row.RevokedByUserId) = (clock.GetUtcNow(), user.Id);
            audit.Add(user.Id, "keys.revoked", "apiKey", row.Id.ToString());
            if (await transaction.CommitAsync(cancellationToken) == CommitOutcome.Conflict)
            {
                context.ChangeTracker.Clear();
                return await HandleAsync(id, user, cancellationToken);
            }
        }

        return Unit.Value;
    }

    /// <summary>
    /// Marks every key of an account as out of force, for the caller to commit: whoever sets a new password may do so because somebody knew
    /// the old one, and who knew it could make keys.
    /// </summary>
    /// <returns>How many there were.</returns>
    public async Task<int> AddAllAsync(Guid account, CancellationToken cancellationToken)
    {
        var rows = await context.ApiKeys.Where(k => k.UserId == account && k.RevokedAt == null).ToListAsync(cancellationToken);
        foreach (var row in rows)
        {
            (row.RevokedAt, row.RevokedByUserId) = (clock.GetUtcNow(), account);
            audit.Add(account, "keys.revoked", "apiKey", row.Id.ToString());
        }

        return rows.Count;
    }
}
