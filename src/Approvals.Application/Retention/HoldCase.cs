using System.Text.Json;
using Approvals.Application.Audit;
using Approvals.Application.Database;
using Approvals.Application.Jobs;
using Approvals.Application.Rights;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Retention;

/// <summary>Places a legal hold on a case, and lifts it: while it holds, retention destroys nothing of the case.</summary>
public sealed class HoldCase(ApprovalsDbContext context, WriteTransaction transaction, AuditLog audit, IIdSource ids, TimeProvider clock)
{
    /// <param name="Number">The case's number; whoever holds it learns nothing else of it.</param>
    /// <param name="Reason">Why, such as the court's reference.</param>
    public sealed record Request(string Number, string Reason);

    public async Task<Result<Unit>> PlaceAsync(Request request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!JobRights.Acts(user))
        {
            return Refusals.Forbidden;
        }

        var number = request.Number.Trim();
        var row = await context.Cases.AsNoTracking().Where(c => c.Number == number).Select(c => new { c.Id, c.ErasedAt }).SingleOrDefaultAsync(cancellationToken);
        if (row is null || row.ErasedAt is not null)
        {
            return new Error(row is null ? "retention.unknown" : "retention.erasedAlready", ErrorKind.Conflict).With("number", number);
        }

        var hold = new LegalHold { Id = ids.Next(), CaseId = row.Id, OpenKey = row.Id, Reason = request.Reason.Trim(), PlacedAt = clock.Now(), PlacedByUserId = user.Id };
        context.LegalHolds.Add(hold);
        audit.Add(user.Id, "retention.held", "case", row.Id.ToString(), JsonSerializer.Serialize(new { hold = hold.Id }), row.Id);
        return await transaction.CommitAsync(cancellationToken) switch
        {
            CommitOutcome.Committed => Unit.Value,
            CommitOutcome.Duplicate => new Error("retention.heldAlready", ErrorKind.Conflict).With("number", number),
            _ => Refusals.Stale,
        };
    }

    public async Task<Result<Unit>> LiftAsync(string number, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!JobRights.Acts(user))
        {
            return Refusals.Forbidden;
        }

        if (await context.LegalHolds.SingleOrDefaultAsync(h => h.OpenKey != null && context.Cases.Any(c => c.Id == h.CaseId && c.Number == number.Trim()), cancellationToken) is not { } hold)
        {
            return new Error("retention.notHeld", ErrorKind.Conflict).With("number", number);
        }

        (hold.LiftedAt, hold.LiftedByUserId, hold.OpenKey) = (clock.Now(), user.Id, null);
        audit.Add(user.Id, "retention.released", "case", hold.CaseId.ToString(), JsonSerializer.Serialize(new { hold = hold.Id }), hold.CaseId);
        return await transaction.CommitAsync(cancellationToken) == CommitOutcome.Committed ? Unit.Value : Refusals.Stale;
    }
}
