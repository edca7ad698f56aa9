using Approvals.Application.CaseViews;
using Approvals.Application.Database;
using Approvals.Application.Limits;
using Approvals.Application.Paging;
using Approvals.Application.Rights;
using Approvals.Application.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Inbox;

/// <summary>A page of the inbox with its counts, lights and filters; in keyset order, counts stop at a thousand.</summary>
public sealed class InboxPage(
    ApprovalsDbContext context, InboxQuery query, CaseMatches matches, InboxRows rows, InboxFilters filters, InboxOrder order, InboxDrafts drafts, InboxCases cases,
    TimeProvider clock)
{
    private const int PageSize = 30;
    private static readonly TimeSpan OneClick = TimeSpan.FromSeconds(2);

    /// <summary>The page.</summary>
    public async Task<Result<InboxDto>> ReadAsync(InboxRequest request, CurrentUser user, CancellationToken cancellationToken)
    {
        await using var connection = await HeldConnection.OpenAsync(context, cancellationToken);
        var page = await RowsAsync(request, PageSize, user, cancellationToken);
        if (!page.IsSuccess)
        {
            return page.Error;
        }

        var lights = await LightsAsync(user, cancellationToken);
        return new InboxDto(
            page.Value.Items,
            page.Value.Next,
            await CountsAsync(lights.Values.Sum(), user, cancellationToken),
            new InboxLightsDto(Shown(lights, DueState.Red), Shown(lights, DueState.Yellow), Shown(lights, DueState.Green), Shown(lights, DueState.Paused)),
            await filters.ReadAsync(user, lights.Values.Sum(), cancellationToken));
    }

    /// <summary>The rows alone, so many at once.</summary>
    internal async Task<Result<Page<InboxRowDto>>> RowsAsync(InboxRequest request, int size, CurrentUser user, CancellationToken cancellationToken)
    {
        var match = await MatchAsync(request, cancellationToken);
        if (!match.IsSuccess)
        {
            return match.Error;
        }

        if (request.Tab == InboxTab.Drafts)
        {
            return await drafts.ReadAsync(request.Cursor, size, user, cancellationToken);
        }

        if (request is { Tab: InboxTab.Todo, Sort: not InboxSort.Due })
        {
            return await order.ReadAsync(query.Walks(request, match.Value, user), request, size, user, cancellationToken);
        }

        var after = Cursor.Read<Key>(request.Cursor);
        return !after.IsSuccess ? after.Error : request.Tab switch
        {
            InboxTab.Todo => await TodoAsync(query.Walks(request, match.Value, user), size, user, after.Value, cancellationToken),
            InboxTab.Done => await DoneAsync(query.Done(request, match.Value, user), request.Sort == InboxSort.Oldest, size, user, after.Value, cancellationToken),
            InboxTab.Copied => await cases.CopiedAsync(request, match.Value, size, user, after.Value, cancellationToken),
            _ => await cases.StartedAsync(request, match.Value, size, user, after.Value, cancellationToken),
        };
    }

    /// <summary>What the search finds; null without one, and among applications in preparation, which are no cases yet.</summary>
    private async Task<Result<CaseMatch?>> MatchAsync(InboxRequest request, CancellationToken cancellationToken) =>
        request.Tab == InboxTab.Drafts
            ? Result<CaseMatch?>.Success(null)
            : await matches.FindAsync(request.Search, request.Service, request.Where, cancellationToken);

    private async Task<InboxCountsDto> CountsAsync(int todo, CurrentUser user, CancellationToken cancellationToken) => new(
        CountDto.Of(todo),
        CountDto.Of(await query.Done(user).Take(CountDto.Ceiling).CountAsync(cancellationToken)),
        CountDto.Of(await context.Cases.Where(FiledCases.By(user)).Take(CountDto.Ceiling).CountAsync(cancellationToken)),
        CountDto.Of(await CopyRights.Of(context, user).Take(CountDto.Ceiling).CountAsync(cancellationToken)),
        CountDto.Of(await drafts.Of(user).Take(CountDto.Ceiling).CountAsync(cancellationToken)));

    /// <summary>The free task that is due first, within the filters; one that the same click has taken already is that one.</summary>
    public async Task<Result<Guid?>> NextFreeAsync(InboxRequest request, CurrentUser user, CancellationToken cancellationToken)
    {
        var match = await MatchAsync(request, cancellationToken);
        if (!match.IsSuccess)
        {
            return match.Error;
        }

        // What is free is looked up first: what the other of two clicks claims afterwards is seen when one's own are looked up.
        var since = clock.GetUtcNow() - OneClick;
        var free = await FirstAsync(query.Walks(request with { Claimed = InboxClaim.None }, match.Value, user), cancellationToken);
        var mine = query.Walks(request with { Claimed = InboxClaim.Me }, match.Value, user);
        return await (from waiting in mine.Aggregate((some, more) => some.Union(more))
                      join task in context.TaskItems on waiting.TaskId equals task.Id
                      where task.ClaimedAt > since
                      orderby task.ClaimedAt descending
                      select (Guid?)task.Id).FirstOrDefaultAsync(cancellationToken) ?? free;
    }

    /// <summary>The ids of the tasks to do, in order, up to the ceiling of counts.</summary>
    public Task<List<Guid>> OrderAsync(CurrentUser user, CancellationToken cancellationToken) =>
        InboxQuery.First(query.Walks(user), CountDto.Ceiling - 1).Select(w => w.TaskId).Take(CountDto.Ceiling - 1).ToListAsync(cancellationToken);

    /// <summary>The task to do that is due first, but for one.</summary>
    public Task<Guid?> NextAsync(Guid except, CurrentUser user, CancellationToken cancellationToken) =>
        FirstAsync(query.Walks(user).Select(w => w.Where(t => t.TaskId != except)), cancellationToken);

    private static Task<Guid?> FirstAsync(IEnumerable<IQueryable<WaitingTask>> walks, CancellationToken cancellationToken) =>
        InboxQuery.First(walks, 1).Select(w => (Guid?)w.TaskId).FirstOrDefaultAsync(cancellationToken);

    private async Task<Page<InboxRowDto>> TodoAsync(IReadOnlyList<IQueryable<WaitingTask>> walks, int size, CurrentUser user, Key? after, CancellationToken cancellationToken)
    {
        if (after is { At: { } at, Id: var id })
        {
            walks = [.. walks.Select(walk => walk.Where(w => w.DueAt > at || (w.DueAt == at && w.TaskId.CompareTo(id) > 0)))];
        }

        var found = await (from waiting in InboxQuery.First(walks, size + 1).Take(size + 1)
                           join task in context.TaskItems.AsNoTracking() on waiting.TaskId equals task.Id
                           orderby waiting.DueAt, waiting.TaskId
                           select new { task, waiting.DueAt }).ToListAsync(cancellationToken);
        var due = found.ToDictionary(f => f.task.Id, f => f.DueAt);
        return await rows.OfAsync([.. found.Select(f => f.task)], size, t => new Key(due[t.Id], t.Id), user, cancellationToken);
    }

    private async Task<Page<InboxRowDto>> DoneAsync(
        IQueryable<TaskItem> tasks, bool oldest, int size, CurrentUser user, Key? after, CancellationToken cancellationToken)
    {
        if (after is { At: { } at, Id: var id })
        {
            tasks = oldest
                ? tasks.Where(t => t.ClosedAt > at || (t.ClosedAt == at && t.Id.CompareTo(id) > 0))
                : tasks.Where(t => t.ClosedAt < at || (t.ClosedAt == at && t.Id.CompareTo(id) < 0));
        }

        var ordered = oldest ? tasks.OrderBy(t => t.ClosedAt).ThenBy(t => t.Id) : tasks.OrderByDescending(t => t.ClosedAt).ThenByDescending(t => t.Id);
        return await rows.OfAsync(await ordered.Take(size + 1).ToListAsync(cancellationToken), size, t => new Key(t.ClosedAt, t.Id), user, cancellationToken);
    }

    /// <summary>How many tasks show each light, each counted up to the ceiling; a task that two walks meet is one.</summary>
    private async Task<Dictionary<DueState, int>> LightsAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        var lit = from walk in query.Walks(user)
                  from light in Enum.GetValues<DueState>()
                  select query.Lit(walk, light).Take(CountDto.Ceiling).Select(w => new { w.TaskId, Light = (int)light });
        return await lit.Aggregate((some, more) => some.Union(more)).GroupBy(l => l.Light).Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => (DueState)g.Key, g => g.Count, cancellationToken);
    }

    private static int Shown(Dictionary<DueState, int> lights, DueState light) => CountDto.Of(lights.GetValueOrDefault(light)).Count;

    /// <summary>Where a page ended.</summary>
    internal sealed record Key(DateTimeOffset? At, Guid Id);
}
