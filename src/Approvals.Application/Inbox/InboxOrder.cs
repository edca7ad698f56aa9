using Approvals.Application.Database;
using Approvals.Application.Paging;
using Approvals.Application.Rights;
using Approvals.Application.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Inbox;

/// <summary>
/// Tasks to do in another order than their due instants. The walks are gone through whole, so a page costs by how many tasks
/// wait for the reader, not by how many there are.
/// </summary>
public sealed class InboxOrder(ApprovalsDbContext context, InboxRows rows)
{
    internal async Task<Result<Page<InboxRowDto>>> ReadAsync(
        IReadOnlyList<IQueryable<WaitingTask>> walks, InboxRequest request, int size, CurrentUser user, CancellationToken cancellationToken)
    {
        var after = Cursor.Read<OrderKey>(request.Cursor);
        if (!after.IsSuccess)
        {
            return after.Error;
        }

        var waiting = walks.Aggregate((some, more) => some.Union(more)).Select(w => w.TaskId);
        var tasks = context.TaskItems.AsNoTracking().Where(t => waiting.Contains(t.Id));
        var found = await In(request.Sort, tasks, after.Value).Take(size + 1).ToListAsync(cancellationToken);
        return await rows.OfAsync(found, size, t => new OrderKey(TextOf(request.Sort, t), t.ReceivedAt, t.Id), user, cancellationToken);
    }

    private static IQueryable<TaskItem> In(InboxSort sort, IQueryable<TaskItem> tasks, OrderKey? after)
    {
        var (text, at, id) = after ?? new OrderKey("", default, default);
        var from = (after, sort) switch
        {
            (null, _) => tasks,
            (_, InboxSort.Newest) => tasks.Where(t => t.ReceivedAt < at || (t.ReceivedAt == at && t.Id.CompareTo(id) < 0)),
            (_, InboxSort.Oldest) => tasks.Where(t => t.ReceivedAt > at || (t.ReceivedAt == at && t.Id.CompareTo(id) > 0)),
            (_, InboxSort.Service) => tasks.Where(t => t.ServiceCode.CompareTo(text) > 0
                || (t.ServiceCode == text && (t.ReceivedAt > at || (t.ReceivedAt == at && t.Id.CompareTo(id) > 0)))),
            (_, InboxSort.Activity) => tasks.Where(t => t.ActivityId.CompareTo(text) > 0
                || (t.ActivityId == text && (t.ReceivedAt > at || (t.ReceivedAt == at && t.Id.CompareTo(id) > 0)))),
            _ => tasks.Where(t => t.CaseNumber.CompareTo(text) > 0 || (t.CaseNumber == text && t.Id.CompareTo(id) > 0)),
        };
        return sort switch
        {
            InboxSort.Newest => from.OrderByDescending(t => t.ReceivedAt).ThenByDescending(t => t.Id),
            InboxSort.Oldest => from.OrderBy(t => t.ReceivedAt).ThenBy(t => t.Id),
            InboxSort.Service => from.OrderBy(t => t.ServiceCode).ThenBy(t => t.ReceivedAt).ThenBy(t => t.Id),
            InboxSort.Activity => from.OrderBy(t => t.ActivityId).ThenBy(t => t.ReceivedAt).ThenBy(t => t.Id),
            _ => from.OrderBy(t => t.CaseNumber).ThenBy(t => t.Id),
        };
    }

    private static string TextOf(InboxSort sort, TaskItem task) => sort switch
    {
        InboxSort.Service => task.ServiceCode,
        InboxSort.Activity => task.ActivityId,
        _ => task.CaseNumber,
    };

    private sealed record OrderKey(string Text, DateTimeOffset At, Guid Id);
}
