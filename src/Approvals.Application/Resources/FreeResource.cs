using System.Text.Json;
using Approvals.Application.Audit;
using Approvals.Application.Database;
using Approvals.Application.Rights;
using Approvals.Application.WaitingLists;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Resources;

/// <summary>Makes something free again that a case had taken, such as when its term is over; what is still offered or being arranged stays.</summary>
public sealed class FreeResource(ApprovalsDbContext context, WriteTransaction transaction, AuditLog audit, ResourceView view)
{
    /// <param name="Id">The resource.</param>
    /// <param name="Etag">The version that was seen.</param>
    /// <param name="Reason">Why; it stands in the audit.</param>
    public sealed record Request(Guid Id, string Etag, string Reason);

    public async Task<Result<ResourceDto>> HandleAsync(Request request, CurrentUser user, CancellationToken cancellationToken)
    {
        var row = await context.Resources.SingleOrDefaultAsync(r => r.Id == request.Id, cancellationToken);
        if (row is null || !AllotmentRights.Manages(user, row))
        {
            return Refusals.NotFound;
        }

        if (!Etag.Matches(row, request.Etag))
        {
            return Refusals.Stale;
        }

        if (row.HeldByOfferId is not { } held)
        {
            return await view.DescribeAsync(row, user.Language, cancellationToken);
        }

        var offer = await context.WaitingOffers.AsNoTracking().SingleAsync(o => o.Id == held, cancellationToken);
        var going = await context.Cases.AnyAsync(c => c.Id == offer.CaseId && c.FinishedAt == null, cancellationToken);
        if (offer.State == OfferState.Open || going)
        {
            return new Error("resources.stillGivenOut", ErrorKind.Conflict);
        }

        row.HeldByOfferId = null;
        audit.Add(user.Id, "resources.freed", "resource", row.Id.ToString(), JsonSerializer.Serialize(new { reason = request.Reason.Trim() }));
        return await transaction.CommitAsync(cancellationToken) == CommitOutcome.Committed ? await view.DescribeAsync(row, user.Language, cancellationToken) : Refusals.Stale;
    }
}
