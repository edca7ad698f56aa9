using Approvals.Application.Cases;
using Approvals.Application.Effects;
using Approvals.Application.Regions;
using Approvals.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.WaitingLists;

/// <summary>Puts a case into a list. A list that nobody set up yet begins with its first case, so that none waits outside.</summary>
internal sealed class JoinWaitingListApplier : EffectApplier<JoinWaitingList>
{
    protected override async Task ApplyAsync(JoinWaitingList effect, CaseWork work, CancellationToken cancellationToken)
    {
        var list = await ListAsync(work, effect.List, cancellationToken);
        var entry = new WaitingListEntry
        {
            Id = work.Ids.Next(), ListId = list.Id, CaseId = work.Case.Id, CaseNumber = work.Case.Number,
            BookmarkId = effect.Entry, ApplicantMaskedName = work.Case.ApplicantMaskedName, State = WaitingState.Waiting,
            Section = 0, OrderKey = OrderKeys.Of(effect.Order), Standing = work.Now.UtcTicks, JoinedAt = work.Now,
        };
        WaitingRows.Record(work, entry, WaitingChangeKind.Joined, null, await WaitingOrder.PlaceAsync(work.Context, entry, cancellationToken));
        work.Context.WaitingListEntries.Add(entry);
    }

    private static async Task<WaitingList> ListAsync(CaseWork work, string name, CancellationToken cancellationToken)
    {
        var code = work.Service.Service.ScopedKind(name);
        if (await work.Context.WaitingLists.SingleOrDefaultAsync(l => l.Code == code, cancellationToken) is { } known)
        {
            return known;
        }

        var top = RegionPath.Codes(work.Case.RegionPath)[0];
        var list = new WaitingList
        {
            Id = WaitingRows.ListId(code), Code = code, Name = new LocalText(name, name), RegionCode = top, RegionPath = RegionPath.Of("", top), CreatedAt = work.Now,
        };
        work.Context.WaitingLists.Add(list);
        return list;
    }
}

/// <summary>An offer came to nothing: its share is free, and the case keeps its place or goes behind all others.</summary>
internal sealed class ChangeWaitingPlaceApplier : EffectApplier<ChangeWaitingPlace>
{
    protected override async Task ApplyAsync(ChangeWaitingPlace effect, CaseWork work, CancellationToken cancellationToken)
    {
        var entry = await WaitingRows.EntryAsync(work, effect.Entry, cancellationToken);
        var offer = await WaitingRows.OfferAsync(work, effect.Offer, cancellationToken);
        await WaitingRows.CloseAsync(work, offer, Enum.Parse<OfferState>(effect.Reason), cancellationToken);
        var from = await WaitingOrder.PlaceAsync(work.Context, entry, cancellationToken);
        if (effect.ToEnd)
        {
            (entry.Section, entry.OrderKey, entry.Standing) = (1, "", work.Now.UtcTicks);
            await TurnAsync(work, entry, cancellationToken);
        }

        entry.State = WaitingState.Waiting;
        WaitingRows.Record(work, entry, KindOf(offer.State), from, effect.ToEnd ? await WaitingOrder.PlaceAsync(work.Context, entry, cancellationToken) : from, offer, offer.Reason);
    }

    internal static WaitingChangeKind KindOf(OfferState state) => state switch
    {
        OfferState.Refused => WaitingChangeKind.Refused,
        OfferState.Lapsed => WaitingChangeKind.Lapsed,
        OfferState.Taken => WaitingChangeKind.Taken,
        _ => WaitingChangeKind.OfferWithdrawn,
    };

    private static async Task TurnAsync(CaseWork work, WaitingListEntry entry, CancellationToken cancellationToken)
    {
        var list = await work.Context.WaitingLists.SingleAsync(l => l.Id == entry.ListId, cancellationToken);
        list.Turns++;
    }
}

/// <summary>Takes a case out of a list: with what was offered, or without.</summary>
internal sealed class LeaveWaitingListApplier : EffectApplier<LeaveWaitingList>
{
    protected override async Task ApplyAsync(LeaveWaitingList effect, CaseWork work, CancellationToken cancellationToken)
    {
        var entry = await WaitingRows.EntryAsync(work, effect.Entry, cancellationToken);
        var from = await WaitingOrder.PlaceAsync(work.Context, entry, cancellationToken);
        var offer = effect.Offer is null
            ? await WaitingRows.OpenOfferAsync(work, entry.Id, cancellationToken)
            : await WaitingRows.OfferAsync(work, effect.Offer, cancellationToken);
        if (offer is not null)
        {
            await WaitingRows.CloseAsync(work, offer, Enum.TryParse<OfferState>(effect.Reason, out var state) ? state : OfferState.Withdrawn, cancellationToken);
        }

        (entry.State, entry.LeftAt) = (offer?.State == OfferState.Taken ? WaitingState.Taken : WaitingState.Removed, work.Now);
        var kind = effect.Offer is null || offer is null ? WaitingChangeKind.Left : ChangeWaitingPlaceApplier.KindOf(offer.State);
        WaitingRows.Record(work, entry, kind, from, null, offer, offer?.Reason);
    }
}
