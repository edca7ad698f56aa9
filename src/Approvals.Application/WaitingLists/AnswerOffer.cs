using Approvals.Application.Cases;
using Approvals.Application.Database;
using Approvals.Application.Rights;
using Approvals.Application.Tasks;
using Approvals.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.WaitingLists;

/// <summary>The applicant takes or refuses an offer; a refusal says why.</summary>
public sealed class AnswerOffer(TaskRunner runner, ApprovalsDbContext context)
{
    private const int Longest = 1000;

    /// <param name="Offer">The offer.</param>
    /// <param name="Etag">The version that was seen; null where that does not matter.</param>
    /// <param name="Accepted">Whether it is taken.</param>
    /// <param name="Reason">Why not.</param>
    /// <param name="IdempotencyKey">Made for this one click.</param>
    public sealed record Request(Guid Offer, string? Etag, bool Accepted, string? Reason, string IdempotencyKey);

    public async Task<Result<ActDone>> HandleAsync(Request request, CurrentUser user, CancellationToken cancellationToken)
    {
        var offer = await context.WaitingOffers.AsNoTracking().SingleOrDefaultAsync(o => o.Id == request.Offer, cancellationToken);
        var row = offer is null ? null : await context.Cases.AsNoTracking().SingleAsync(c => c.Id == offer.CaseId, cancellationToken);
        if (offer is null || row is null || !CaseRights.IsParty(user, row))
        {
            return Refusals.NotFound;
        }

        if (!request.Accepted && string.IsNullOrWhiteSpace(request.Reason))
        {
            return new Error("waiting.needsReason") { Fields = [new FieldError("reason", "waiting.needsReason")] };
        }

        return offer.TaskId is { } task
            ? await runner.RunAsync(task, request.Etag, request.IdempotencyKey, user, t => ActAsync(t, request, cancellationToken), cancellationToken)
            : new Error("workflow.offerGone", ErrorKind.Conflict);
    }

    private static async Task<Result<Unit>> ActAsync(TaskWork task, Request request, CancellationToken cancellationToken)
    {
        var offer = await task.Work.Context.WaitingOffers.SingleAsync(o => o.Id == request.Offer, cancellationToken);
        offer.Reason = request.Accepted || request.Reason is null ? null : request.Reason.Trim()[..Math.Min(request.Reason.Trim().Length, Longest)];
        var opinion = task.Add(request.IdempotencyKey, request.Accepted ? "Taken" : "Refused", offer.Reason);
        return await task.Work.TakeAsync(new CaseAct(new OfferAnswered(offer.Id.ToString(), task.By, request.Accepted, opinion)), cancellationToken);
    }
}
