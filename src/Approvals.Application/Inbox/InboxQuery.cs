using Approvals.Application.Calendars;
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
    InboxTab Tab, string? Service, string? Activity, string? Region, DueState? Due, InboxClaim Claimed, string? Search, string? Cursor);

/// <summary>The tasks that reach a user, as queries that walk the candidates' index.</summary>
public sealed class InboxQuery(ApprovalsDbContext context, CalendarInForce calendar, TimeProvider clock)
{
    /// <summary>Those who vote find a case by its number alone: a search by name would tell them who applies.</summary>
    private const string Secret = nameof(TaskKind.Vote);

    /// <summary>The tasks to do: offered to one of the user's keys and open, or held by the user.</summary>
    public IQueryable<TaskItem> Todo(CurrentUser user)
    {
        var keys = TaskRights.KeysOf(user);
        var free = keys.Where(k => k.Service is null).Select(k => k.Key).Distinct().ToList();
        var offered = context.TaskCandidates.Where(c => c.IsOpen && free.Contains(c.Key));
        foreach (var service in keys.Where(k => k.Service is not null).GroupBy(k => k.Service!))
        {
            var limited = service.Select(k => k.Key).ToList();
            var code = service.Key;
            offered = offered.Union(context.TaskCandidates.Where(c => c.IsOpen && c.ServiceCode == code && limited.Contains(c.Key)));
        }

        return context.TaskItems.AsNoTracking().Where(t =>
            (t.State == TaskItemState.Open || t.State == TaskItemState.Claimed)
            && (t.OwnerUserId == user.Id || offered.Any(c => c.TaskId == t.Id)));
    }

    /// <summary>The tasks the user has finished.</summary>
    public IQueryable<TaskItem> Done(CurrentUser user) => context.TaskItems.AsNoTracking().Where(t => t.ClosedByUserId == user.Id && t.ClosedAt != null);

    /// <summary>Narrows tasks to what was asked for.</summary>
    public IQueryable<TaskItem> Narrow(IQueryable<TaskItem> tasks, InboxRequest request, CurrentUser user)
    {
        var (me, search) = (user.Id, request.Search?.Trim());
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
        tasks = request.Due is { } due ? Lit(tasks, due) : tasks;
        return string.IsNullOrEmpty(search)
            ? tasks
            : tasks.Where(t => t.CaseNumber == search || t.CaseNumber.StartsWith(search)
                || (t.Kind != Secret && (t.OrganisationName == search || context.SearchValues.Any(v => v.CaseId == t.CaseId && v.Value == search))));
    }

    /// <summary>The tasks that show a light.</summary>
    public IQueryable<TaskItem> Lit(IQueryable<TaskItem> tasks, DueState due)
    {
        var now = clock.GetUtcNow();

        // Red from the last day on: what is due before tomorrow ends.
        var soon = calendar.Current.EndOf(calendar.Today(clock));
        return due switch
        {
            DueState.Red => tasks.Where(t => t.DueAt != null && t.DueAt <= soon),
            DueState.Yellow => tasks.Where(t => t.DueAt != null && t.DueAt > soon && t.YellowAt != null && t.YellowAt <= now),
            DueState.Green => tasks.Where(t => t.DueAt != null && t.DueAt > soon && (t.YellowAt == null || t.YellowAt > now)),
            DueState.Paused => tasks.Where(t => t.DueAt == null && t.Limit != null),
            _ => tasks.Where(t => t.DueAt == null && t.Limit == null),
        };
    }
}
