using Approvals.Application.Tasks;
using Approvals.Application.Timers;
using Approvals.Workflows;

namespace Approvals.Application.Projections;

/// <summary>Compares the rows of a case with its state, which is the truth.</summary>
internal static class Projection
{
    /// <summary>Everything that differs; rows of closed tasks and fired timers are no part of it.</summary>
    /// <param name="state">The state.</param>
    /// <param name="tasks">The case's task rows that are not done.</param>
    /// <param name="timers">The case's timer rows that are pending or were given up.</param>
    internal static IEnumerable<ProjectionDifference> Differences(WorkflowState state, IReadOnlyList<TaskItem> tasks, IReadOnlyList<CaseTimer> timers) =>
        Tasks(state, tasks).Concat(Timers(state, timers));

    private static IEnumerable<ProjectionDifference> Tasks(WorkflowState state, IReadOnlyList<TaskItem> rows)
    {
        var bookmarks = state.Tasks.ToDictionary(t => t.Id, StringComparer.Ordinal);
        foreach (var row in rows.Where(r => !bookmarks.ContainsKey(r.BookmarkId)))
        {
            yield return new ProjectionDifference("projections.taskLeft", row.BookmarkId);
        }

        foreach (var twice in rows.GroupBy(r => r.BookmarkId).Where(g => g.Count() > 1))
        {
            yield return new ProjectionDifference("projections.taskTwice", twice.Key);
        }

        foreach (var task in bookmarks.Values)
        {
            if (Difference(task, rows.FirstOrDefault(r => r.BookmarkId == task.Id)) is { } code)
            {
                yield return new ProjectionDifference(code, task.Id);
            }
        }
    }

    private static string? Difference(TaskBookmark task, TaskItem? row) =>
        row is null ? "projections.taskMissing"
        : task.Frozen != (row.OwnerUserId is null && row.Candidates.TrueForAll(c => !c.IsOpen)) ? "projections.taskShown"
        : Text(task.Limit) != row.Limit ? "projections.taskLimit"
        : null;

    private static IEnumerable<ProjectionDifference> Timers(WorkflowState state, IReadOnlyList<CaseTimer> rows)
    {
        var bookmarks = state.Timers.ToDictionary(t => t.Id, StringComparer.Ordinal);
        foreach (var row in rows.Where(r => r.State == TimerState.Pending && !bookmarks.ContainsKey(r.BookmarkId)))
        {
            yield return new ProjectionDifference("projections.timerLeft", row.BookmarkId);
        }

        foreach (var timer in bookmarks.Values.Where(t => !Stopped(state).Contains(t.Id)))
        {
            var row = rows.FirstOrDefault(r => r.BookmarkId == timer.Id);
            var code = row is null ? "projections.timerMissing"
                : row.State == TimerState.Failed ? "projections.timerGivenUp"
                : Text(timer.Limit) != row.Limit ? "projections.timerLimit"
                : null;
            if (code is not null)
            {
                yield return new ProjectionDifference(code, timer.Id);
            }
        }
    }

    /// <summary>Timers that fired for a step that stands still, by a fault or a return: the state keeps the event.</summary>
    private static HashSet<string> Stopped(WorkflowState state) => state.Held.Concat(state.Incidents.Select(i => i.Event))
        .OfType<TimerElapsed>().Select(e => e.Timer).ToHashSet(StringComparer.Ordinal);

    private static string? Text(PendingLimit? limit) => PendingLimits.Write(limit);
}
