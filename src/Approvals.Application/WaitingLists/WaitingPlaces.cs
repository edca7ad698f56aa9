using Approvals.Application.CaseViews;
using Approvals.Application.Database;
using Approvals.Application.Paging;
using Approvals.Application.Policies;
using Approvals.Application.Rights;
using Approvals.Application.Tasks;
using Approvals.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.WaitingLists;

/// <summary>Places in waiting lists: in their order for whoever gives out, with their history for those whose place it is.</summary>
public sealed class WaitingPlaces(ApprovalsDbContext context, CaseReader cases, ServiceCatalog catalog, MessageCatalog texts)
{
    private const int PageSize = 50;
    private static readonly Dictionary<string, string> None = [];

    /// <summary>A page of a list, first to last.</summary>
    public async Task<Result<Page<WaitingEntryDto>>> ListAsync(Guid list, string? cursor, CurrentUser user, CancellationToken cancellationToken)
    {
        var after = Cursor.Read<Key>(cursor);
        if (!after.IsSuccess)
        {
            return after.Error;
        }

        var row = await context.WaitingLists.AsNoTracking().SingleOrDefaultAsync(l => l.Id == list, cancellationToken);
        if (row is null || !AllotmentRights.Manages(user, row))
        {
            return Refusals.NotFound;
        }

        var entries = await After(WaitingOrder.In(context, list), after.Value).Take(PageSize + 1).AsNoTracking().ToListAsync(cancellationToken);
        var offers = await LastOffersAsync(entries, cancellationToken);
        var first = (after.Value?.Place ?? 0) + 1;
        var numbered = entries.Select((e, i) => (Entry: e, Place: first + i)).ToList();
        return Cursor.Cut(
            numbered, PageSize, n => Describe(n.Entry, n.Place, row.Name.In(user.Language), offers.GetValueOrDefault(n.Entry.Id), null, null),
            n => new Key(n.Entry.Section, n.Entry.OrderKey, n.Entry.Standing, n.Entry.Id, n.Place));
    }

    /// <summary>One place with its history.</summary>
    public async Task<Result<WaitingPlaceDto>> ReadAsync(Guid id, CurrentUser user, CancellationToken cancellationToken)
    {
        var entry = await context.WaitingListEntries.AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, cancellationToken);
        var list = entry is null ? null : await context.WaitingLists.AsNoTracking().SingleAsync(l => l.Id == entry.ListId, cancellationToken);
        return entry is null || list is null || (!AllotmentRights.Manages(user, list) && !(await cases.OpenAsync(entry.CaseId, user, cancellationToken)).IsSuccess)
            ? Refusals.NotFound
            : await PlaceAsync(entry, list, user, cancellationToken);
    }

    /// <summary>The places of a case, for whoever may read the case.</summary>
    public async Task<Result<IReadOnlyList<WaitingPlaceDto>>> OfCaseAsync(Guid caseId, CurrentUser user, CancellationToken cancellationToken)
    {
        if ((await cases.OpenAsync(caseId, user, cancellationToken)) is { IsSuccess: false, Error: var closed })
        {
            return closed;
        }

        var rows = await (
            from entry in context.WaitingListEntries.AsNoTracking()
            where entry.CaseId == caseId
            join list in context.WaitingLists.AsNoTracking() on entry.ListId equals list.Id
            orderby entry.JoinedAt, entry.Id
            select new { entry, list }).ToListAsync(cancellationToken);
        List<WaitingPlaceDto> places = [];
        foreach (var row in rows)
        {
            places.Add(await PlaceAsync(row.entry, row.list, user, cancellationToken));
        }

        return places;
    }

    private async Task<WaitingPlaceDto> PlaceAsync(WaitingListEntry entry, WaitingList list, CurrentUser user, CancellationToken cancellationToken)
    {
        var offers = await LastOffersAsync([entry], cancellationToken);
        var offer = offers.GetValueOrDefault(entry.Id);
        var task = offer?.TaskId is { } id ? await context.TaskItems.AsNoTracking().Include(t => t.Candidates).SingleOrDefaultAsync(t => t.Id == id, cancellationToken) : null;
        var place = entry.LeftAt is null ? await WaitingOrder.PlaceAsync(context, entry, cancellationToken) : (int?)null;
        var changes = await context.WaitingChanges.AsNoTracking().Where(c => c.EntryId == entry.Id).OrderBy(c => c.At).ThenBy(c => c.Id).ToListAsync(cancellationToken);
        var own = task is not null && TaskRights.MayAct(user, task) ? task : null;
        return new WaitingPlaceDto(
            Describe(entry, place, list.Name.In(user.Language), offer, own, own is null ? null : await CostAsync(own, changes, cancellationToken)),
            [.. changes.Select(c => new WaitingChangeDto(c.At, Lower(c.Kind), texts.Format($"waiting.change.{c.Kind}", None, user.Language), c.From, c.To, c.Reason))]);
    }

    /// <summary>What letting the open offer go costs, after those let go before.</summary>
    private async Task<Cost?> CostAsync(TaskItem task, List<WaitingChange> changes, CancellationToken cancellationToken)
    {
        var version = await context.Cases.Where(c => c.Id == task.CaseId).Select(c => c.ServiceVersionId).SingleAsync(cancellationToken);
        var rules = ListRules.Of((await catalog.FindAsync(version, cancellationToken)).Package.Workflow, task.ActivityId);
        var letGo = changes.Count(c => c.Kind == WaitingChangeKind.Refused || (c.Kind == WaitingChangeKind.Lapsed && rules?.OnLapse == "refusal"));
        return rules is null ? null : new Cost(Enum.Parse<OfferCost>(rules.AfterRefusal(letGo), ignoreCase: true), Enum.Parse<OfferCost>(rules.AfterLapse(letGo), ignoreCase: true));
    }

    private static WaitingEntryDto Describe(WaitingListEntry entry, int? place, string list, WaitingOffer? offer, TaskItem? task, Cost? cost) => new(
        entry.Id.ToString(), list, place, entry.CaseId.ToString(), entry.CaseNumber, entry.ApplicantMaskedName, entry.State, entry.JoinedAt,
        offer is null ? null : new WaitingOfferDto(
            offer.Id.ToString(), offer.What, offer.State, offer.MadeAt, offer.DueAt, offer.ClosedAt, offer.Reason, task is not null,
            cost?.IfRefused, cost?.IfLapsed,
            task is null ? Etag.Of(offer) : Etag.Of(task)),
        Etag.Of(entry));

    private async Task<Dictionary<Guid, WaitingOffer>> LastOffersAsync(List<WaitingListEntry> entries, CancellationToken cancellationToken)
    {
        var ids = entries.ConvertAll(e => e.Id);
        var offers = await context.WaitingOffers.AsNoTracking().Where(o => ids.Contains(o.EntryId)).ToListAsync(cancellationToken);
        return offers.GroupBy(o => o.EntryId).ToDictionary(g => g.Key, g => g.OrderBy(o => o.State == OfferState.Open).ThenBy(o => o.MadeAt).Last());
    }

    private static IQueryable<WaitingListEntry> After(IQueryable<WaitingListEntry> entries, Key? key)
    {
        if (key is null)
        {
            return entries;
        }

        var (section, order, standing, id) = (key.Section, key.OrderKey, key.Standing, key.Id);
        return entries.Where(e => e.Section > section || (e.Section == section && (string.Compare(e.OrderKey, order) > 0
            || (e.OrderKey == order && (e.Standing > standing || (e.Standing == standing && e.Id.CompareTo(id) > 0))))));
    }

    private static string Lower<T>(T state)
        where T : struct, Enum => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(state.ToString());

    private sealed record Cost(OfferCost IfRefused, OfferCost IfLapsed);

    private sealed record Key(int Section, string OrderKey, long Standing, Guid Id, int Place);
}
