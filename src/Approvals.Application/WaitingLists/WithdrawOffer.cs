using Approvals.Application.Cases;
using Approvals.Application.Database;
using Approvals.Application.Rights;
using Approvals.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.WaitingLists;

/// <summary>A provider takes an offer back, with a reason; the case keeps its place.</summary>
public sealed class WithdrawOffer(CaseStepper stepper, ApprovalsDbContext context)
{
    /// <param name="Offer">The offer.</param>
    /// <param name="Reason">Why, for the applicant to read.</param>
    public sealed record Request(Guid Offer, string Reason);

    public async Task<Result<Unit>> HandleAsync(Request request, CurrentUser user, CancellationToken cancellationToken)
    {
        var offer = await context.WaitingOffers.AsNoTracking().SingleOrDefaultAsync(o => o.Id == request.Offer, cancellationToken);
        var list = offer is null ? null : await context.WaitingLists.AsNoTracking().SingleAsync(l => l.Id == offer.ListId, cancellationToken);
        if (offer is null || list is null || !AllotmentRights.Manages(user, list))
        {
            return Refusals.NotFound;
        }

        return string.IsNullOrWhiteSpace(request.Reason)
            ? new Error("waiting.needsReason") { Fields = [new FieldError("reason", "waiting.needsReason")] }
            : await stepper.RunAsync(offer.CaseId, user, work => ActAsync(work, request, user, cancellationToken), cancellationToken);
    }

    private static async Task<Result<Unit>> ActAsync(CaseWork work, Request request, CurrentUser user, CancellationToken cancellationToken)
    {
        var offer = await work.Context.WaitingOffers.SingleAsync(o => o.Id == request.Offer, cancellationToken);
        if (offer.State != OfferState.Open)
        {
            return offer is { State: OfferState.Withdrawn } && offer.ClosedByUserId == user.Id ? Unit.Value
                : new Error("waiting.offerClosed", ErrorKind.Conflict);
        }

        offer.Reason = request.Reason.Trim();
        work.Audit.Add(user.Id, "waiting.offerWithdrawn", "waitingOffer", offer.Id.ToString(), caseId: work.Case.Id);
        return await work.TakeAsync(new CaseAct(new OfferWithdrawn(offer.Id.ToString(), new Actor(user.Id.ToString()))), cancellationToken);
    }
}
