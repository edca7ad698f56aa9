using Approvals.Application.Cases;
using Approvals.Application.Database;
using Approvals.Application.Rights;
using Approvals.Application.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.CaseViews;

/// <summary>Opens a case for whoever may read it; for everybody else there is none.</summary>
public sealed class CaseReader(ApprovalsDbContext context, CaseWorkLoader works)
{
    /// <summary>The case with all its tasks, or <c>rights.notFound</c>. Who only votes on it reads its task, not the case.</summary>
    public Task<Result<OpenedCase>> OpenAsync(Guid id, CurrentUser user, CancellationToken cancellationToken) =>
        OpenAsync(id, (row, tasks) => CaseRights.Grounds(user, row, tasks).Any(), user, cancellationToken, throughCopy: true);

    /// <summary>The case of a task, for whoever may read the task.</summary>
    public Task<Result<OpenedCase>> OpenAsync(TaskItem task, CurrentUser user, CancellationToken cancellationToken) =>
        OpenAsync(
            task.CaseId, (row, tasks) => CaseRights.MayRead(user, row) || tasks.Exists(t => t.Id == task.Id && TaskRights.MayRead(user, t, row)), user, cancellationToken);

    private async Task<Result<OpenedCase>> OpenAsync(
        Guid id, Func<Case, List<TaskItem>, bool> mayRead, CurrentUser user, CancellationToken cancellationToken, bool throughCopy = false)
    {
        var row = await context.Cases.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, cancellationToken);
        if (row is null)
        {
            return Refusals.NotFound;
        }

        var tasks = await TasksAsync(id, cancellationToken);
        var byRight = mayRead(row, tasks);
        if (!byRight && !(throughCopy && await CopyRights.HasAsync(context, row, user, cancellationToken)))
        {
            return Refusals.NotFound;
        }

        return (await works.LoadAsync(id, user, cancellationToken)).Map(work => new OpenedCase(work, tasks) { IsCopy = !byRight });
    }

    private async Task<List<TaskItem>> TasksAsync(Guid id, CancellationToken cancellationToken) =>
        [.. (await context.TaskItems.AsNoTracking().Include(t => t.Candidates).Where(t => t.CaseId == id).ToListAsync(cancellationToken)).InOrder()];
}

/// <summary>A case to read.</summary>
/// <param name="Work">The case.</param>
/// <param name="Tasks">Every task it ever had, oldest first.</param>
public sealed record OpenedCase(CaseWork Work, IReadOnlyList<TaskItem> Tasks)
{
    /// <summary>Whether the reader sees it only because it was copied to them.</summary>
    public bool IsCopy { get; init; }
}
