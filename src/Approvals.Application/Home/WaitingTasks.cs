using Approvals.Application.CaseViews;
using Approvals.Application.Database;
using Approvals.Application.Limits;
using Approvals.Application.Rights;
using Approvals.Application.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Home;

/// <summary>Tasks as what waits for somebody: what to do, why, and until when.</summary>
public sealed class WaitingTasks(ApprovalsDbContext context, DueBadge badge, CaseWords words)
{
    /// <summary>Those of the tasks that the user may do, in the order given.</summary>
    internal async Task<IReadOnlyList<WaitingDto>> OfAsync(IReadOnlyList<TaskItem> tasks, CurrentUser user, CancellationToken cancellationToken)
    {
        Guid[] ids = [.. tasks.Select(t => t.CaseId).Distinct()];
        var reasons = (await context.Opinions.AsNoTracking()
            .Where(o => ids.Contains(o.CaseId) && (o.Outcome == "Returned" || o.Outcome == "Correction") && o.Text != null)
            .OrderBy(o => o.At).Select(o => new { o.CaseId, o.Text }).ToListAsync(cancellationToken)).ToLookup(o => o.CaseId, o => o.Text);
        return
        [
            .. tasks.Where(t => TaskRights.MayAct(user, t)).Select(t =>
            {
                var action = OwnTasks.ActionOf(t);
                return new WaitingDto(
                    t.Id.ToString(), t.CaseId.ToString(), t.CaseNumber, t.ServiceName.In(user.Language),
                    words.View(OwnTasks.WordOf(action), user.Language, ("step", t.StepName.In(user.Language))),
                    action == OwnAction.Correct ? reasons[t.CaseId].LastOrDefault() : null,
                    action,
                    badge.Of(t.DueAt, t.YellowAt, t.Limit is not null, t.IsProvisional));
            }),
        ];
    }
}
