using Approvals.Application.Audit;
using Approvals.Application.Cases;
using Approvals.Application.Database;
using Approvals.Application.Regions;
using Approvals.Application.Rights;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Letters;

/// <summary>The counter hands a letter over and records who signed for it (送达回证).</summary>
public sealed class ConfirmPickUp(ApprovalsDbContext context, WriteTransaction transaction, AuditLog audit, TimeProvider clock)
{
    /// <param name="Letter">The letter.</param>
    /// <param name="ReceivedBy">Who signed, as they stand to the applicant: the applicant, or an agent.</param>
    public sealed record Request(Guid Letter, string ReceivedBy);

    public async Task<Result<Unit>> HandleAsync(Request request, CurrentUser user, CancellationToken cancellationToken)
    {
        var letter = await context.Letters.AsNoTracking().SingleOrDefaultAsync(l => l.Id == request.Letter, cancellationToken);
        var about = letter is null ? null : await context.Cases.AsNoTracking().SingleAsync(c => c.Id == letter.CaseId, cancellationToken);
        if (about is null || !CaseRights.MayRead(user, about))
        {
            return Refusals.NotFound;
        }

        if (!MayHandOver(user, about))
        {
            return Refusals.Forbidden;
        }

        // One row for a letter and the counter: two clicks at once meet at it.
        var id = StableId.Of(request.Letter, "delivery", nameof(DeliveryChannel.Counter));
        var row = await context.Deliveries.SingleOrDefaultAsync(d => d.LetterId == request.Letter && d.Channel == DeliveryChannel.Counter, cancellationToken);
        if (row?.ReceivedAt is not null)
        {
            return new Error("letters.handedOver", ErrorKind.Conflict);
        }

        if (row is null)
        {
            row = new Delivery { Id = id, LetterId = request.Letter, CaseId = about.Id, Channel = DeliveryChannel.Counter, At = clock.Now() };
            context.Deliveries.Add(row);
        }

        (row.SentAt, row.ReceivedAt, row.ReceivedBy) = (clock.Now(), clock.Now(), request.ReceivedBy.Trim());
        audit.Add(user.Id, "letter.handedOver", "letter", request.Letter.ToString(), caseId: about.Id);
        return await transaction.CommitAsync(cancellationToken) switch
        {
            CommitOutcome.Committed => Unit.Value,
            CommitOutcome.Duplicate => new Error("letters.handedOver", ErrorKind.Conflict),
            _ => Refusals.Stale,
        };
    }

    /// <summary>Whether somebody works at a counter of the case's region.</summary>
    public static bool MayHandOver(CurrentUser user, Case about) =>
        !user.IsAdministrator && !CaseRights.IsOwn(user, about) && user.Roles.Any(g => g.Role == Roles.IntakeOfficer
            && (RegionPath.Covers(g.RegionPath, about.RegionPath) || RegionPath.Covers(about.RegionPath, g.RegionPath)) && (g.Service is null || g.Service == about.ServiceCode));
}
