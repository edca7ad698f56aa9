using System.Globalization;
using Approvals.Application.Calendars;
using Approvals.Application.Cases;
using Approvals.Application.Database;
using Approvals.Application.Quotas;
using Approvals.Application.Resources;
using Approvals.Application.Rights;
using Approvals.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.WaitingLists;

/// <summary>
/// Offers to whoever is next in a list. The share of the quota is taken in the transaction that tells the case, and the list's row
/// is written with it: of two who give out the last share at once one wins, and the other is told who.
/// </summary>
public sealed class OfferNext(CaseStepper stepper, ApprovalsDbContext context, CalendarInForce calendar)
{
    private const int MostAttempts = 20;
    private static readonly Error Again = new("waiting.moved", ErrorKind.Conflict);

    /// <param name="List">The list.</param>
    /// <param name="Quota">The quota to take from; null: the oldest with a share left.</param>
    /// <param name="Entry">Whom the caller saw as next; null: whoever is.</param>
    /// <param name="What">What is offered, for the applicant to read.</param>
    /// <param name="Resource">The very thing that is offered, of those the list gives out.</param>
    /// <param name="IdempotencyKey">Made for this one click; the same one offers once.</param>
    public sealed record Request(Guid List, Guid? Quota, Guid? Entry, string? What, string IdempotencyKey, Guid? Resource = null);

    public async Task<Result<OfferedDto>> HandleAsync(Request request, CurrentUser user, CancellationToken cancellationToken)
    {
        var list = await context.WaitingLists.AsNoTracking().SingleOrDefaultAsync(l => l.Id == request.List, cancellationToken);
        if (list is null || !AllotmentRights.Manages(user, list))
        {
            return Refusals.NotFound;
        }

        var offer = StableId.Of(user.Id, "offer", $"{request.List:N}:{request.IdempotencyKey}");
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            var offered = await OfferAsync(request, offer, user, cancellationToken);
            if (offered.Error?.Code != Again.Code)
            {
                return offered;
            }
        }

        return Again;
    }

    private async Task<Result<OfferedDto>> OfferAsync(Request request, Guid offer, CurrentUser user, CancellationToken cancellationToken)
    {
        if (await MadeAsync(context, offer, cancellationToken) is { } made)
        {
            return made;
        }

        var next = await WaitingOrder.NextAsync(context, request.List, cancellationToken);
        if (next is null || (request.Entry is { } seen && seen != next.Id))
        {
            return await NotNextAsync(request, cancellationToken);
        }

        return await stepper.RunAsync(next.CaseId, user, work => DecideAsync(work, request, next.Id, offer, user, cancellationToken), cancellationToken);
    }

    private async Task<Result<OfferedDto>> DecideAsync(
        CaseWork work, Request request, Guid next, Guid offer, CurrentUser user, CancellationToken cancellationToken)
    {
        if (await MadeAsync(work.Context, offer, cancellationToken) is { } made)
        {
            return made;
        }

        var list = await work.Context.WaitingLists.SingleAsync(l => l.Id == request.List, cancellationToken);
        var quota = await QuotaAsync(work.Context, request, cancellationToken);
        if (!quota.IsSuccess)
        {
            return quota.Error;
        }

        if (list.ClosedAt is not null || CaseRights.MayDecide(user, work.Case) is { IsSuccess: false })
        {
            return list.ClosedAt is not null ? new Error("waiting.listClosed", ErrorKind.Conflict) : new Error("rights.ownCase", ErrorKind.Forbidden);
        }

        if ((await WaitingOrder.NextAsync(work.Context, request.List, cancellationToken))?.Id != next)
        {
            return Again;
        }

        var thing = await OfferedThing.FindAsync(work.Context, list.Id, request.Resource, calendar, cancellationToken);
        if (!thing.IsSuccess)
        {
            return thing.Error;
        }

        list.Turns++;
        var entry = await work.Context.WaitingListEntries.SingleAsync(e => e.Id == next, cancellationToken);
        thing.Value?.HeldByOfferId = offer;
        return await MakeAsync(work, entry, quota.Value, Row(request, entry, quota.Value, thing.Value, offer, work.Now, user), user, cancellationToken);
    }

    private static async Task<Result<OfferedDto>> MakeAsync(
        CaseWork work, WaitingListEntry entry, Quota quota, WaitingOffer offer, CurrentUser user, CancellationToken cancellationToken)
    {
        work.Context.WaitingOffers.Add(offer);
        (quota.Taken, quota.LastTakenByUserId, quota.LastTakenAt) = (quota.Taken + 1, user.Id, work.Now);
        entry.State = WaitingState.Offered;
        var place = await WaitingOrder.PlaceAsync(work.Context, entry, cancellationToken);
        WaitingRows.Record(work, entry, WaitingChangeKind.Offered, place, place, offer, offer.What);
        work.Audit.Add(user.Id, "waiting.offered", "waitingOffer", offer.Id.ToString(), caseId: work.Case.Id);
        var taken = await work.TakeAsync(new CaseAct(new OfferMade(entry.BookmarkId, offer.Id.ToString(), new Actor(user.Id.ToString()))), cancellationToken);
        if (!taken.IsSuccess)
        {
            return taken.Error;
        }

        var bookmark = work.State.Tasks.FirstOrDefault(t => t.Kind == TaskKind.Offer && t.Subject == offer.Id.ToString())?.Id;
        var task = work.Tasks.Find(t => t.BookmarkId == bookmark);
        (offer.TaskId, offer.DueAt) = (task?.Id, task?.DueAt);
        return Told(offer, work.Case.Number);
    }

    private static WaitingOffer Row(
        Request request, WaitingListEntry entry, Quota quota, Resource? thing, Guid id, DateTimeOffset now, CurrentUser user) => new()
        {
            Id = id, EntryId = entry.Id, ListId = entry.ListId, QuotaId = quota.Id, CaseId = entry.CaseId, State = OfferState.Open,
            What = OfferedThing.Describe(thing, request.What), ResourceId = thing?.Id, MadeByUserId = user.Id, MadeAt = now,
        };

    /// <summary>The quota to take from, or why there is none: the last share has a name to it.</summary>
    private async Task<Result<Quota>> QuotaAsync(ApprovalsDbContext rows, Request request, CancellationToken cancellationToken)
    {
        var quotas = await rows.Quotas.Where(q => q.ListId == request.List && (request.Quota == null || q.Id == request.Quota))
            .OrderBy(q => q.CreatedAt).ThenBy(q => q.Id).ToListAsync(cancellationToken);
        if (quotas.Find(q => q.ClosedAt is null && q.Taken < q.Total) is { } quota)
        {
            return quota;
        }

        return request.Quota is not null && quotas.Count == 0 ? new Error("quotas.unknown", ErrorKind.NotFound)
            : quotas.Where(q => q.LastTakenAt is not null).MaxBy(q => q.LastTakenAt) is { LastTakenByUserId: { } by, LastTakenAt: { } at }
                ? await NamedAsync("waiting.noneLeft", by, at, cancellationToken)
                : new Error("waiting.noQuota", ErrorKind.Conflict);
    }

    private async Task<Error> NotNextAsync(Request request, CancellationToken cancellationToken)
    {
        if (request.Entry is not { } seen)
        {
            return new Error("waiting.nobody", ErrorKind.Conflict);
        }

        var open = await context.WaitingOffers.AsNoTracking().SingleOrDefaultAsync(o => o.EntryId == seen && o.State == OfferState.Open, cancellationToken);
        return open is null ? new Error("waiting.notNext", ErrorKind.Conflict) : await NamedAsync("waiting.offeredFirst", open.MadeByUserId, open.MadeAt, cancellationToken);
    }

    private async Task<Error> NamedAsync(string code, Guid by, DateTimeOffset at, CancellationToken cancellationToken) => new Error(code, ErrorKind.Conflict)
        .With("actor", await context.Users.Where(u => u.Id == by).Select(u => u.DisplayName).SingleOrDefaultAsync(cancellationToken) ?? "")
        .With("at", TimeZoneInfo.ConvertTime(at, calendar.Current.Zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture));

    private static async Task<OfferedDto?> MadeAsync(ApprovalsDbContext rows, Guid offer, CancellationToken cancellationToken)
    {
        var made = await rows.WaitingOffers.AsNoTracking().SingleOrDefaultAsync(o => o.Id == offer, cancellationToken);
        return made is null ? null : Told(made, await rows.Cases.Where(c => c.Id == made.CaseId).Select(c => c.Number).SingleAsync(cancellationToken));
    }

    private static OfferedDto Told(WaitingOffer offer, string number) => new(offer.Id.ToString(), offer.EntryId.ToString(), offer.CaseId.ToString(), number);
}
