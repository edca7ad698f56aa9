using Approvals.Application.Cases;
using Approvals.Application.Database;
using Approvals.Application.Tasks;
using Approvals.Application.Timers;
using Approvals.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Projections;

/// <summary>
/// Compares tasks and timers of open cases, and of cases that still have some, with their states, a stretch of cases at a time.
/// Steps go on meanwhile: what differs is looked at again, and counts only when no step came between.
/// </summary>
public sealed class ProjectionCheck(ApprovalsDbContext context)
{
    private const int Stretch = 200;
    private const int MostLooks = 5;

    /// <summary>Checks the next stretch after a case.</summary>
    /// <returns>What differs, how many cases were checked, and the last of them; null at the end.</returns>
    public async Task<(IReadOnlyList<ProjectionDifference> Differences, int Cases, Guid? Last)> NextAsync(Guid after, CancellationToken cancellationToken)
    {
        var ids = await Open().Where(c => c.Id > after).OrderBy(c => c.Id).Select(c => c.Id).Take(Stretch).ToListAsync(cancellationToken);
        List<ProjectionDifference> found = [];
        foreach (var id in await DifferingAsync(ids, cancellationToken))
        {
            found.AddRange(await ConfirmAsync(id, cancellationToken));
        }

        return (found, ids.Count, ids.Count == 0 ? null : ids[^1]);
    }

    /// <summary>How many cases there are after one.</summary>
    internal Task<long> CountAsync(Guid after, CancellationToken cancellationToken) => Open().Where(c => c.Id > after).LongCountAsync(cancellationToken);

    private IQueryable<Case> Open() => context.Cases.AsNoTracking().Where(c => c.FinishedAt == null
        || context.TaskItems.Any(t => t.CaseId == c.Id && t.State != TaskItemState.Done && t.State != TaskItemState.Closed)
        || context.Timers.Any(t => t.CaseId == c.Id && t.State == TimerState.Pending));

    private async Task<IReadOnlyList<Guid>> DifferingAsync(List<Guid> ids, CancellationToken cancellationToken)
    {
        var states = await context.CaseStates.AsNoTracking().Where(s => ids.Contains(s.CaseId)).ToListAsync(cancellationToken);
        var tasks = (await TasksAsync(ids, cancellationToken)).ToLookup(t => t.CaseId);
        var timers = (await TimersAsync(ids, cancellationToken)).ToLookup(t => t.CaseId);
        return
        [
            .. states.Where(s => Projection.Differences(WorkflowState.FromJson(s.State), [.. tasks[s.CaseId]], [.. timers[s.CaseId]]).Any())
                .Select(s => s.CaseId),
        ];
    }

    private async Task<IReadOnlyList<ProjectionDifference>> ConfirmAsync(Guid id, CancellationToken cancellationToken)
    {
        for (var look = 0; look < MostLooks; look++)
        {
            var state = await context.CaseStates.AsNoTracking().SingleAsync(s => s.CaseId == id, cancellationToken);
            var (tasks, timers) = (await TasksAsync([id], cancellationToken), await TimersAsync([id], cancellationToken));
            var differences = Projection.Differences(WorkflowState.FromJson(state.State), tasks, timers).ToList();
            var version = await context.CaseStates.Where(s => s.CaseId == id).Select(s => s.Version).SingleAsync(cancellationToken);
            if (differences.Count == 0 || version == state.Version)
            {
                var number = await context.Cases.Where(c => c.Id == id).Select(c => c.Number).SingleAsync(cancellationToken);
                return [.. differences.Select(d => d with { CaseNumber = number })];
            }
        }

        return []; // a case that moves all the time is looked at the next night
    }

    private Task<List<TaskItem>> TasksAsync(List<Guid> cases, CancellationToken cancellationToken) => context.TaskItems.AsNoTracking().Include(t => t.Candidates)
        .Where(t => cases.Contains(t.CaseId) && t.State != TaskItemState.Done && t.State != TaskItemState.Closed).ToListAsync(cancellationToken);

    private Task<List<CaseTimer>> TimersAsync(List<Guid> cases, CancellationToken cancellationToken) => context.Timers.AsNoTracking()
        .Where(t => cases.Contains(t.CaseId) && (t.State == TimerState.Pending || t.State == TimerState.Failed)).ToListAsync(cancellationToken);
}
