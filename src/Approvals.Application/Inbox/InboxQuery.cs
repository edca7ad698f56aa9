using Approvals.Application.Calendars;
using Approvals.Application.CaseViews;
using Approvals.Application.Database;
using Approvals.Application.Limits;
using Approvals.Application.Rights;
using Approvals.Application.Tasks;
using Approvals.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Inbox;

/// <summary>Whose claims a list holds.</summary>
public enum InboxClaim
{
    /// <summary>All.</summary>
    Any,

    /// <summary>Claimed by the reader.</summary>
    Me,

    /// <summary>Not claimed.</summary>
    None,

    /// <summary>Claimed by others.</summary>
    Others,
}

/// <summary>In which order tasks to do are shown; what was done is shown finished last first, or with <c>oldest</c> the other way round.</summary>
public enum InboxSort
{
    /// <summary>Due first.</summary>
    Due,

    /// <summary>Received last first.</summary>
    Newest,

    /// <summary>Received first first.</summary>
    Oldest,

    /// <summary>By number.</summary>
    Number,

    /// <summary>By service, and within one received first first.</summary>
    Service,

    /// <summary>By step, and within one received first first.</summary>
    Activity,
}

/// <summary>What an inbox is narrowed to.</summary>
/// <param name="Tab">The tab.</param>
/// <param name="Service">A service's code.</param>
/// <param name="Activity">An activity's id.</param>
/// <param name="Region">A region's code.</param>
/// <param name="Due">A light.</param>
/// <param name="Claimed">Whose claims.</param>
/// <param name="Search">A number, a name or an employer.</param>
/// <param name="Cursor">From the page before.</param>
public sealed record InboxRequest(
    InboxTab Tab, string? Service, string? Activity, string? Region, DueState? Due, InboxClaim Claimed, string? Search, string? Cursor)
{
    /// <summary>Conditions on answers of that service.</summary>
    public IReadOnlyList<string> Where { get; init; } = [];

    /// <summary>The order of tasks to do.</summary>
    public InboxSort Sort { get; init; }
}

/// <summary>A task that waits for a user, as the index of candidates holds it.</summary>
public sealed class WaitingTask
{
    public required Guid TaskId { get; init; }

    /// <summary>See <see cref="TaskCandidate.DueAt"/>.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>See <see cref="TaskCandidate.YellowAt"/>.</summary>
    public required DateTimeOffset YellowAt { get; init; }
}

/// <summary>
/// The tasks that reach a user: one walk along an index for each of the user's keys and one for what the user holds. A page or a
/// count takes of each walk no more than it shows, so it costs the same however many tasks wait.
/// </summary>
public sealed class InboxQuery(ApprovalsDbContext context, CalendarInForce calendar, TimeProvider clock)
{
    /// <summary>Those who vote find a case by its number alone: a search by name would tell them who applies.</summary>
    private static readonly IReadOnlyList<string> Secret = TaskRights.SecretKinds;

    /// <summary>The tasks to do: the user's own, and those of whom the user stands in for.</summary>
    public IReadOnlyList<IQueryable<WaitingTask>> Walks(CurrentUser user) =>
        user.StandsInFor.IsEmpty ? Own(user) : [.. Own(user), .. user.StandsInFor.SelectMany(OfTheAbsent)];

    /// <summary>What a substitute does of the tasks of somebody who is away.</summary>
    private IEnumerable<IQueryable<WaitingTask>> OfTheAbsent(StandIn standIn)
    {
        var stoodIn = StoodIn(context.TaskItems, standIn);
        return Own(standIn.Principal).Select(w => from waiting in w join task in stoodIn on waiting.TaskId equals task.Id select waiting);
    }

    private static IQueryable<TaskItem> StoodIn(IQueryable<TaskItem> tasks, StandIn standIn)
    {
        var (service, kinds) = (standIn.Service, TaskRights.StoodInKinds);
        return tasks.Where(t => (kinds.Contains(t.Kind) || (t.Kind == nameof(TaskKind.Fill) && t.Candidates.Any(c => c.Key.StartsWith(CandidateKey.RolePrefix))
                && !t.Candidates.Any(c => c.Key == CandidateKey.Party)))
            && (service == null || t.ServiceCode == service));
    }

    /// <summary>Offered to one of the user's keys and open, or held by the user; one walk each.</summary>
    public IReadOnlyList<IQueryable<WaitingTask>> Own(CurrentUser user)
    {
        var keys = TaskRights.KeysOf(user);
        var everywhere = keys.Where(k => k.Service is null).Select(k => k.Key).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. keys.Where(k => k.Service is null || !everywhere.Contains(k.Key)).Distinct().Select(Offered),
            Held(user.Id),
        ];
    }

    /// <summary>The walks, narrowed to what was asked for and to what a text finds.</summary>
    public IReadOnlyList<IQueryable<WaitingTask>> Walks(InboxRequest request, CaseMatch? match, CurrentUser user)
    {
        var walks = match is null ? Walks(user) : Found(match, user);
        walks = request.Due is { } due ? [.. walks.Select(w => Lit(w, due))] : walks;
        if (Narrow(context.TaskItems, request, user) is not { } narrowed)
        {
            return walks;
        }

        return [.. walks.Select(w => from waiting in w join task in narrowed on waiting.TaskId equals task.Id select waiting)];
    }

    /// <summary>The first so many of all walks together, due first.</summary>
    public static IOrderedQueryable<WaitingTask> First(IEnumerable<IQueryable<WaitingTask>> walks, int count) => InOrder(
        walks.Select(w => InOrder(w).Take(count)).Aggregate((some, more) => some.Union(more)));

    /// <summary>Due first.</summary>
    public static IOrderedQueryable<WaitingTask> InOrder(IQueryable<WaitingTask> walk) => walk.OrderBy(w => w.DueAt).ThenBy(w => w.TaskId);

    /// <summary>The tasks the user has finished.</summary>
    public IQueryable<TaskItem> Done(CurrentUser user) => context.TaskItems.AsNoTracking().Where(t => t.ClosedByUserId == user.Id && t.ClosedAt != null);

    /// <summary>Tasks the user has finished, narrowed to what was asked for and to what a text finds.</summary>
    public IQueryable<TaskItem> Done(InboxRequest request, CaseMatch? match, CurrentUser user)
    {
        var done = match is null ? Done(user) : from id in DoneOf(match, user) join task in context.TaskItems.AsNoTracking() on id equals task.Id select task;
        return Narrow(done, request with { Claimed = InboxClaim.Any }, user) ?? done;
    }

    /// <summary>The part of a walk that shows a light.</summary>
    public IQueryable<WaitingTask> Lit(IQueryable<WaitingTask> walk, DueState due)
    {
        // Red from the last day on: what is due before tomorrow ends.
        var (now, soon) = (clock.GetUtcNow(), calendar.Current.EndOf(calendar.Today(clock)));
        var (paused, none) = (TaskCandidate.Paused, TaskCandidate.NoLimit);
        return due switch
        {
            DueState.Red => walk.Where(w => w.DueAt <= soon),
            DueState.Yellow => walk.Where(w => w.DueAt > soon && w.DueAt < paused && w.YellowAt <= now),
            DueState.Green => walk.Where(w => w.DueAt > soon && w.DueAt < paused && w.YellowAt > now),
            DueState.Paused => walk.Where(w => w.DueAt == paused),
            _ => walk.Where(w => w.DueAt == none),
        };
    }

    /// <summary>What is claimed stays offered, so that others see who works on it.</summary>
    private IQueryable<WaitingTask> Offered(TaskKey key)
    {
        // Compared with a value, as not every database walks an index by a bare truth.
        var (name, service, open) = (key.Key, key.Service, true);
        var offered = context.TaskCandidates.Where(c => c.Key == name && c.IsOpen == open);
        offered = service is null ? offered : offered.Where(c => c.ServiceCode == service);
        return offered.Select(c => new WaitingTask { TaskId = c.TaskId, DueAt = c.DueAt, YellowAt = c.YellowAt });
    }

    /// <summary>By an index that holds tasks under way alone: of those that are done, most have no holder or the same few.</summary>
    private IQueryable<WaitingTask> Held(Guid user) =>
        Waiting(context.TaskItems.Where(t => t.OwnerUserId == user && t.ClosedAt == null && (t.State == TaskItemState.Open || t.State == TaskItemState.Claimed)));

    private static IQueryable<WaitingTask> Waiting(IQueryable<TaskItem> tasks)
    {
        var (paused, none) = (TaskCandidate.Paused, TaskCandidate.NoLimit);
        return tasks.Select(t => new WaitingTask { TaskId = t.Id, DueAt = t.DueAt ?? (t.Limit == null ? none : paused), YellowAt = t.YellowAt ?? none });
    }

    /// <summary>From the few cases that a text finds to their tasks, instead of from every task to its case.</summary>
    private IReadOnlyList<IQueryable<WaitingTask>> Found(CaseMatch match, CurrentUser user)
    {
        var found = OfCases(match).Select(tasks => tasks.Where(t => t.State == TaskItemState.Open || t.State == TaskItemState.Claimed)).ToList();
        return [.. found.Select(t => Waiting(Reaching(t, user))), .. user.StandsInFor.SelectMany(s => found.Select(t => Waiting(Reaching(StoodIn(t, s), s.Principal))))];
    }

    private IQueryable<Guid> DoneOf(CaseMatch match, CurrentUser user) =>
        OfCases(match).Select(tasks => tasks.Where(t => t.ClosedByUserId == user.Id && t.ClosedAt != null).Select(t => t.Id)).Aggregate((some, more) => some.Union(more));

    private IEnumerable<IQueryable<TaskItem>> OfCases(CaseMatch match)
    {
        var (byNumber, byContent) = (match.ByNumber, match.ByContent);
        yield return context.TaskItems.Where(t => byNumber.Contains(t.CaseId));
        yield return context.TaskItems.Where(t => !Secret.Contains(t.Kind) && byContent.Contains(t.CaseId));
    }

    private static IQueryable<TaskItem> Reaching(IQueryable<TaskItem> tasks, CurrentUser user)
    {
        var (me, keys) = (user.Id, TaskRights.KeysOf(user));
        var everywhere = keys.Where(k => k.Service is null).Select(k => k.Key).Distinct().ToList();
        var limited = keys.Where(k => k.Service is not null).Select(k => k.Key + "\n" + k.Service).Distinct().ToList();
        return tasks.Where(t => t.OwnerUserId == me
            || t.Candidates.Any(c => c.IsOpen && (everywhere.Contains(c.Key) || limited.Contains(c.Key + "\n" + c.ServiceCode))));
    }

    /// <summary>Narrowed to what was asked for; null when nothing narrows.</summary>
    private static IQueryable<TaskItem>? Narrow(IQueryable<TaskItem> all, InboxRequest request, CurrentUser user)
    {
        var (me, tasks) = (user.Id, all);
        tasks = request.Service is { Length: > 0 } service ? tasks.Where(t => t.ServiceCode == service) : tasks;
        tasks = request.Activity is { Length: > 0 } activity ? tasks.Where(t => t.ActivityId == activity) : tasks;
        tasks = request.Region is { Length: > 0 } region ? tasks.Where(t => t.RegionCode == region) : tasks;
        tasks = request.Claimed switch
        {
            InboxClaim.Me => tasks.Where(t => t.OwnerUserId == me),
            InboxClaim.None => tasks.Where(t => t.OwnerUserId == null),
            InboxClaim.Others => tasks.Where(t => t.OwnerUserId != null && t.OwnerUserId != me),
            _ => tasks,
        };
        return ReferenceEquals(tasks, all) ? null : tasks;
    }
}
