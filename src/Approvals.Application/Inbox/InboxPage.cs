using Approvals.Application.CaseViews;
using Approvals.Application.Cases;
using Approvals.Application.Database;
using Approvals.Application.Limits;
using Approvals.Application.Paging;
using Approvals.Application.Policies;
using Approvals.Application.Rights;
using Approvals.Application.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Inbox;

/// <summary>A page of the inbox with its counts, lights and filters; in keyset order, counts stop at a thousand.</summary>
public sealed class InboxPage(
    ApprovalsDbContext context, InboxQuery query, InboxRows rows, ServiceCatalog catalog, Offices offices, CaseWords words, TimeProvider clock)
{
    private const int PageSize = 30;
    private static readonly TimeSpan OneClick = TimeSpan.FromSeconds(2);

    /// <summary>The page.</summary>
    public async Task<Result<InboxDto>> ReadAsync(InboxRequest request, CurrentUser user, CancellationToken cancellationToken)
    {
        var after = Cursor.Read<Key>(request.Cursor);
        if (!after.IsSuccess)
        {
            return after.Error;
        }

        var page = request.Tab switch
        {
            InboxTab.Todo => await TodoAsync(request, user, after.Value, cancellationToken),
            InboxTab.Done => await DoneAsync(request, user, after.Value, cancellationToken),
            InboxTab.Copied => await CopiedAsync(user, after.Value, cancellationToken),
            _ => await StartedAsync(user, after.Value, cancellationToken),
        };
        var todo = query.Todo(user);
        return new InboxDto(
            page.Items,
            page.Next,
            new InboxCountsDto(
                await CountAsync(todo, cancellationToken),
                await CountAsync(query.Done(user), cancellationToken),
                CountDto.Of(await context.Cases.Where(c => c.FiledByUserId == user.Id).Take(CountDto.Ceiling).CountAsync(cancellationToken)),
                CountDto.Of(await context.CaseCopies.Where(c => c.UserId == user.Id).Take(CountDto.Ceiling).CountAsync(cancellationToken))),
            await LightsAsync(todo, cancellationToken),
            await FiltersAsync(todo, user.Language, cancellationToken));
    }

    /// <summary>The free task that is due first, within the filters; one that the same click has taken already is that one.</summary>
    public async Task<Guid?> NextFreeAsync(InboxRequest request, CurrentUser user, CancellationToken cancellationToken)
    {
        var (me, since) = (user.Id, clock.GetUtcNow() - OneClick);
        var tasks = query.Narrow(query.Todo(user), request with { Claimed = InboxClaim.Any }, user);
        return await tasks.Where(t => t.OwnerUserId == me && t.ClaimedAt > since).OrderByDescending(t => t.ClaimedAt).Select(t => (Guid?)t.Id)
            .FirstOrDefaultAsync(cancellationToken) ?? await FirstFreeAsync(tasks, cancellationToken);
    }

    private static Task<Guid?> FirstFreeAsync(IQueryable<TaskItem> tasks, CancellationToken cancellationToken) =>
        Ordered(tasks.Where(t => t.OwnerUserId == null)).Select(t => (Guid?)t.Id).FirstOrDefaultAsync(cancellationToken);

    /// <summary>The ids of the tasks to do, in order, up to the ceiling of counts.</summary>
    public Task<List<Guid>> OrderAsync(CurrentUser user, CancellationToken cancellationToken) =>
        Ordered(query.Todo(user)).Select(t => t.Id).Take(CountDto.Ceiling - 1).ToListAsync(cancellationToken);

    private static IOrderedQueryable<TaskItem> Ordered(IQueryable<TaskItem> tasks) => tasks.OrderBy(t => t.DueAt == null).ThenBy(t => t.DueAt).ThenBy(t => t.Id);

    private async Task<Page<InboxRowDto>> TodoAsync(InboxRequest request, CurrentUser user, Key? after, CancellationToken cancellationToken)
    {
        var tasks = query.Narrow(query.Todo(user), request, user);
        if (after is { At: { } at } key)
        {
            tasks = tasks.Where(t => t.DueAt == null || t.DueAt > at || (t.DueAt == at && t.Id.CompareTo(key.Id) > 0));
        }
        else if (after is { } last)
        {
            tasks = tasks.Where(t => t.DueAt == null && t.Id.CompareTo(last.Id) > 0);
        }

        var found = await Ordered(tasks).Take(PageSize + 1).ToListAsync(cancellationToken);
        return await rows.OfAsync(found, PageSize, t => new Key(t.DueAt, t.Id), user, cancellationToken);
    }

    private async Task<Page<InboxRowDto>> DoneAsync(InboxRequest request, CurrentUser user, Key? after, CancellationToken cancellationToken)
    {
        var tasks = query.Narrow(query.Done(user), request with { Claimed = InboxClaim.Any, Due = null }, user);
        tasks = after is { At: { } at } key ? tasks.Where(t => t.ClosedAt < at || (t.ClosedAt == at && t.Id.CompareTo(key.Id) < 0)) : tasks;
        var found = await tasks.OrderByDescending(t => t.ClosedAt).ThenByDescending(t => t.Id).Take(PageSize + 1).ToListAsync(cancellationToken);
        return await rows.OfAsync(found, PageSize, t => new Key(t.ClosedAt, t.Id), user, cancellationToken);
    }

    private async Task<Page<InboxRowDto>> StartedAsync(CurrentUser user, Key? after, CancellationToken cancellationToken)
    {
        var cases = context.Cases.AsNoTracking().Where(c => c.FiledByUserId == user.Id);
        cases = after is { } key ? cases.Where(c => c.Id.CompareTo(key.Id) < 0) : cases;
        var found = await cases.OrderByDescending(c => c.Id).Take(PageSize + 1).ToListAsync(cancellationToken);
        return Cursor.Cut(found, PageSize, c => Row(c, user.Language), c => new Key(null, c.Id));
    }

    private async Task<Page<InboxRowDto>> CopiedAsync(CurrentUser user, Key? after, CancellationToken cancellationToken)
    {
        var copies = context.CaseCopies.AsNoTracking().Where(c => c.UserId == user.Id);
        copies = after is { At: { } at } key ? copies.Where(c => c.At < at || (c.At == at && c.CaseId.CompareTo(key.Id) < 0)) : copies;
        var found = await copies.OrderByDescending(c => c.At).ThenByDescending(c => c.CaseId)
            .Join(context.Cases.AsNoTracking(), c => c.CaseId, c => c.Id, (copy, row) => new { copy.At, Case = row }).Take(PageSize + 1).ToListAsync(cancellationToken);
        return Cursor.Cut(found, PageSize, f => Row(f.Case, user.Language) with { ReceivedAt = f.At }, f => new Key(f.At, f.Case.Id));
    }

    private InboxRowDto Row(Case row, string language) => new(
        row.Id.ToString(), row.Id.ToString(), row.Number, row.ServiceName.In(language), row.ApplicantMaskedName, row.OrganisationName,
        CaseWords.Highlights(row.Highlights, language), "", row.StepName?.In(language) ?? words.State(row.State, language), DueDto.None, null, null, [], null,
        row.SubmittedAt, row.FinishedAt, words.Result(row.Result, language), false, "");

    private async Task<InboxLightsDto> LightsAsync(IQueryable<TaskItem> todo, CancellationToken cancellationToken) => new(
        (await CountAsync(query.Lit(todo, DueState.Red), cancellationToken)).Count,
        (await CountAsync(query.Lit(todo, DueState.Yellow), cancellationToken)).Count,
        (await CountAsync(query.Lit(todo, DueState.Green), cancellationToken)).Count,
        (await CountAsync(query.Lit(todo, DueState.Paused), cancellationToken)).Count);

    private static async Task<CountDto> CountAsync(IQueryable<TaskItem> tasks, CancellationToken cancellationToken) =>
        CountDto.Of(await tasks.Take(CountDto.Ceiling).CountAsync(cancellationToken));

    private async Task<InboxFiltersDto> FiltersAsync(IQueryable<TaskItem> todo, string language, CancellationToken cancellationToken)
    {
        var seen = await todo.Select(t => new { t.ServiceCode, t.ActivityId, t.RegionCode, t.CaseId }).Take(CountDto.Ceiling).ToListAsync(cancellationToken);
        List<OptionDto> services = [], activities = [], regions = [];
        foreach (var code in seen.Select(s => s.ServiceCode).Distinct().Order(StringComparer.Ordinal))
        {
            var some = seen.First(s => s.ServiceCode == code).CaseId;
            var version = await context.Cases.Where(c => c.Id == some).Select(c => c.ServiceVersionId).SingleAsync(cancellationToken);
            var service = await catalog.FindAsync(version, cancellationToken);
            services.Add(new OptionDto(code, service.Service.Name.In(language)));
            activities.AddRange(seen.Where(s => s.ServiceCode == code).Select(s => s.ActivityId).Distinct()
                .Select(a => new OptionDto(a, service.Package.Activity(a)?.DisplayName.In(language) ?? a)));
        }

        foreach (var code in seen.Select(s => s.RegionCode).Distinct().Order(StringComparer.Ordinal))
        {
            regions.Add(new OptionDto(code, await offices.RegionAsync(code, language, cancellationToken) ?? code));
        }

        return new InboxFiltersDto(services, [.. activities.DistinctBy(a => a.Value)], regions);
    }

    private sealed record Key(DateTimeOffset? At, Guid Id);
}
