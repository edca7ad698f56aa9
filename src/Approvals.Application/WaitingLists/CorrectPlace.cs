using System.Text.Json;
using Approvals.Application.Cases;
using Approvals.Application.Database;
using Approvals.Application.Outbox;
using Approvals.Application.Rights;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.WaitingLists;

/// <summary>Puts a case at another place of its list, with a reason that its applicant reads.</summary>
public sealed class CorrectPlace(CaseStepper stepper, ApprovalsDbContext context)
{
    /// <param name="Entry">The entry.</param>
    /// <param name="Etag">The version that was seen.</param>
    /// <param name="Place">The new place, from 1; one beyond the end is the end.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="IdempotencyKey">Made for this one click; the same one moves once.</param>
    public sealed record Request(Guid Entry, string Etag, int Place, string Reason, string IdempotencyKey);

    public async Task<Result<Unit>> HandleAsync(Request request, CurrentUser user, CancellationToken cancellationToken)
    {
        var entry = await context.WaitingListEntries.AsNoTracking().SingleOrDefaultAsync(e => e.Id == request.Entry, cancellationToken);
        var list = entry is null ? null : await context.WaitingLists.AsNoTracking().SingleAsync(l => l.Id == entry.ListId, cancellationToken);
        if (entry is null || list is null || !AllotmentRights.Manages(user, list))
        {
            return Refusals.NotFound;
        }

        return Wrong(request) is { } wrong ? wrong : await stepper.RunAsync(entry.CaseId, user, work => ActAsync(work, request, user, cancellationToken), cancellationToken);
    }

    private static Error? Wrong(Request request) =>
        request.Place < 1 ? new Error("waiting.noSuchPlace") { Fields = [new FieldError("place", "waiting.noSuchPlace")] }
        : string.IsNullOrWhiteSpace(request.Reason) ? new Error("waiting.needsReason") { Fields = [new FieldError("reason", "waiting.needsReason")] }
        : null;

    private static async Task<Result<Unit>> ActAsync(CaseWork work, Request request, CurrentUser user, CancellationToken cancellationToken)
    {
        var change = StableId.Of(user.Id, "place", $"{request.Entry:N}:{request.IdempotencyKey}");
        if (await work.Context.WaitingChanges.AnyAsync(c => c.Id == change, cancellationToken))
        {
            return Unit.Value;
        }

        var entry = await work.Context.WaitingListEntries.SingleAsync(e => e.Id == request.Entry, cancellationToken);
        if (Decide(entry, work, user, request.Etag) is { } refused)
        {
            return refused;
        }

        var list = await work.Context.WaitingLists.SingleAsync(l => l.Id == entry.ListId, cancellationToken);
        list.Turns++;
        var from = await WaitingOrder.PlaceAsync(work.Context, entry, cancellationToken);
        var count = await WaitingOrder.In(work.Context, entry.ListId).CountAsync(cancellationToken);
        await WaitingOrder.MoveAsync(work.Context, entry, request.Place, cancellationToken);
        WaitingRows.Record(work, entry, WaitingChangeKind.Corrected, from, Math.Min(request.Place, count), reason: request.Reason.Trim(), id: change);
        work.Audit.Add(user.Id, "waiting.corrected", "waitingEntry", entry.Id.ToString(), caseId: work.Case.Id);
        Tell(work);
        return Unit.Value;
    }

    private static Error? Decide(WaitingListEntry entry, CaseWork work, CurrentUser user, string etag) =>
        entry.State is WaitingState.Taken or WaitingState.Removed ? new Error("waiting.leftList", ErrorKind.Conflict)
        : CaseRights.MayDecide(user, work.Case) is { IsSuccess: false, Error: { } own } ? own
        : !Etag.Matches(entry, etag) ? Refusals.Stale
        : null;

    private static void Tell(CaseWork work)
    {
        if (work.Case.ApplicantUserId is { } applicant)
        {
            work.Context.Notifications.Add(new Notification
            {
                Id = work.Ids.Next(), UserId = applicant, CaseId = work.Case.Id, Template = "waiting.corrected.news",
                Data = JsonSerializer.Serialize(new { number = work.Case.Number }, JsonSerializerOptions.Web), At = work.Now,
            });
        }
    }
}
