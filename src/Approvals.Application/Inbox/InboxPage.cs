using Approvals.Application.CaseViews;
using Approvals.Application.Cases;
using Approvals.Application.Database;
using Approvals.Application.Limits;
using Approvals.Application.Paging;
using Approvals.Application.Rights;
using Approvals.Application.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Inbox;

/// <summary>A page of the inbox with its counts, lights and filters; in keyset order, counts stop at a thousand.</summary>
public sealed class InboxPage(
    ApprovalsDbContext context, InboxQuery query, CaseMatches matches, InboxRows rows, InboxFilters filters, InboxOrder order, CaseWords words, TimeProvider clock)
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

        if (request is { Tab: InboxTab.Todo, Sort: not InboxSort.Due })
        {
            return await order.ReadAsync(query.Walks(request, match.Value, user), request, size, user, cancellationToken);
        }

        var after = Cursor.Read<Key>(request.Cursor);
        return !after.IsSuccess ? after.Error : request.Tab switch
        {
            InboxTab.Todo => await TodoAsync(query.Walks(request, match.Value, user), size, user, after.Value, cancellationToken),
            InboxTab.Done => await DoneAsync(query.Done(request, match.Value, user), size, user, after.Value, cancellationToken),
            InboxTab.Copied => await CopiedAsync(size, user, after.Value, cancellationToken),
            _ => await StartedAsync(size, user, after.Value, cancellationToken),
        };
    }

    /// <summary>What the search finds; null without one, and on tabs that are not searched.</summary>
    private async Task<Result<CaseMatch?>> MatchAsync(InboxRequest request, CancellationToken cancellationToken) =>
        request.Tab is InboxTab.Todo or InboxTab.Done
            ? await matches.FindAsync(request.Search, request.Service, request.Where, cancellationToken)
            : Result<CaseMatch?>.Success(null);

    private async Task<InboxCountsDto> CountsAsync(int todo, CurrentUser user, CancellationToken cancellationToken) => new(
        CountDto.Of(todo),
        CountDto.Of(await query.Done(user).Take(CountDto.Ceiling).CountAsync(cancellationToken)),
        CountDto.Of(await context.Cases.Where(FiledCases.By(user)).Take(CountDto.Ceiling).CountAsync(cancellationToken)),
        CountDto.Of(await CopyRights.Of(context, user).Take(CountDto.Ceiling).CountAsync(cancellationToken)));

    /// <summary>The free task that is due first, within the filters; one that the same click has taken already is that one.</summary>
    public async Task<Result<Guid?>> NextFreeAsync(InboxRequest request, CurrentUser user, CancellationToken cancellationToken)
    {
        var match = await MatchAsync(request, cancellationToken);
        if (!match.IsSuccess)
        {
            return match.Error;
        }

        var since = clock.GetUtcNow() - OneClick;
        var mine = query.Walks(request with { Claimed = InboxClaim.Me }, match.Value, user);
        return await (from waiting in mine.Aggregate((some, more) => some.Union(more))
                      join task in context.TaskItems on waiting.TaskId equals task.Id
                      where task.ClaimedAt > since
                      orderby task.ClaimedAt descending
                      select (Guid?)task.Id).FirstOrDefaultAsync(cancellationToken)
            ?? await FirstAsync(query.Walks(request with { Claimed = InboxClaim.None }, match.Value, user), cancellationToken);
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

    private async Task<Page<InboxRowDto>> DoneAsync(IQueryable<TaskItem> tasks, int size, CurrentUser user, Key? after, CancellationToken cancellationToken)
    {
        tasks = after is { At: { } at } key ? tasks.Where(t => t.ClosedAt < at || (t.ClosedAt == at && t.Id.CompareTo(key.Id) < 0)) : tasks;
        var found = await tasks.OrderByDescending(t => t.ClosedAt).ThenByDescending(t => t.Id).Take(size + 1).ToListAsync(cancellationToken);
        return await rows.OfAsync(found, size, t => new Key(t.ClosedAt, t.Id), user, cancellationToken);
    }

    private async Task<Page<InboxRowDto>> StartedAsync(int size, CurrentUser user, Key? after, CancellationToken cancellationToken)
    {
        var cases = context.Cases.AsNoTracking().Where(FiledCases.By(user));
        cases = after is { } key ? cases.Where(c => c.Id.CompareTo(key.Id) < 0) : cases;
        var found = await cases.OrderByDescending(c => c.Id).Take(size + 1).ToListAsync(cancellationToken);
        return Cursor.Cut(found, size, c => Row(c, user.Language), c => new Key(null, c.Id));
    }

    private async Task<Page<InboxRowDto>> CopiedAsync(int size, CurrentUser user, Key? after, CancellationToken cancellationToken)
    {
        var copies = CopyRights.Of(context, user);
        copies = after is { At: { } at } key ? copies.Where(c => c.At < at || (c.At == at && c.CaseId.CompareTo(key.Id) < 0)) : copies;
        var found = await copies.OrderByDescending(c => c.At).ThenByDescending(c => c.CaseId)
            .Join(context.Cases.AsNoTracking(), c => c.CaseId, c => c.Id, (copy, row) => new { copy.At, Case = row }).Take(size + 1).ToListAsync(cancellationToken);
        return Cursor.Cut(found, size, f => Row(f.Case, user.Language) with { ReceivedAt = f.At }, f => new Key(f.At, f.Case.Id));
    }

    private InboxRowDto Row(Case row, string language) => new(
        row.Id.ToString(), row.Id.ToString(), row.Number, row.ServiceName.In(language), row.ApplicantMaskedName, row.OrganisationName,
        CaseWords.Highlights(row.Highlights, language), "", row.StepName?.In(language) ?? words.State(row.State, language), DueDto.None, null, null, [], null,
        row.SubmittedAt, row.FinishedAt, words.Result(row.Result, language), null, false, "");

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

    private sealed record Key(DateTimeOffset? At, Guid Id);
}
