namespace Approvals.Application.Tasks;

/// <summary>The order in which tasks came: by the instant, and within one event as the engine counted them.</summary>
internal static class TaskOrder
{
    internal static IEnumerable<TaskItem> InOrder(this IEnumerable<TaskItem> tasks) =>
        tasks.OrderBy(t => t.ReceivedAt).ThenBy(t => t.BookmarkId.Length).ThenBy(t => t.BookmarkId, StringComparer.Ordinal);
}
