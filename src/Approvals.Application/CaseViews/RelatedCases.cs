using Approvals.Application.Cases;
using Approvals.Application.Children;
using Approvals.Application.Database;
using Approvals.Application.Policies;
using Approvals.Application.Rights;
using Approvals.Application.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.CaseViews;

/// <summary>The case that started this one and those it started: each as far as the reader may open it by a right of its own.</summary>
public sealed class RelatedCases(ApprovalsDbContext context, ServiceCatalog catalog, CaseWords words)
{
    private const int Most = 50;

    /// <summary>The parent first, then the children in the order they were started.</summary>
    internal async Task<IReadOnlyList<RelatedCaseDto>> OfAsync(CaseWork work, CurrentUser user, CancellationToken cancellationToken)
    {
        var id = work.Case.Id;
        var links = await context.ChildCases.AsNoTracking().Where(l => (l.ChildCaseId == id || l.ParentCaseId == id) && l.State != ChildCaseState.Asked)
            .OrderByDescending(l => l.ChildCaseId == id).ThenBy(l => l.At).ThenBy(l => l.Key).Take(Most).ToListAsync(cancellationToken);
        if (links.Count == 0)
        {
            return [];
        }

        Guid[] others = [.. links.Select(l => Other(l, id))];
        var rows = await context.Cases.AsNoTracking().Where(c => others.Contains(c.Id)).ToDictionaryAsync(c => c.Id, cancellationToken);
        var tasks = (await context.TaskItems.AsNoTracking().Include(t => t.Candidates).Where(t => others.Contains(t.CaseId)).ToListAsync(cancellationToken)).ToLookup(t => t.CaseId);
        List<RelatedCaseDto> related = [];
        foreach (var link in links)
        {
            var row = rows[Other(link, id)];
            if (await MayOpenAsync(row, tasks[row.Id], user, cancellationToken))
            {
                related.Add(Describe(link, row, work, await catalog.FindAsync(row.ServiceVersionId, cancellationToken), user.Language));
            }
        }

        return related;
    }

    private async Task<bool> MayOpenAsync(Case row, IEnumerable<TaskItem> tasks, CurrentUser user, CancellationToken cancellationToken) =>
        CaseRights.Grounds(user, row, tasks).Any() || await CopyRights.HasAsync(context, row, user, cancellationToken);

    /// <summary>A step is named where it lies in the case that is read.</summary>
    private RelatedCaseDto Describe(ChildCase link, Case row, CaseWork work, ServiceSnapshot service, string language)
    {
        var isParent = link.ParentCaseId == row.Id;
        return new RelatedCaseDto(
            row.Id.ToString(), row.Number, row.ServiceName.In(language), isParent ? CaseRelation.StartedBy : CaseRelation.Started,
            isParent ? null : work.StepName(link.ActivityId).In(language), words.State(row, service.Service, language),
            words.Result(row.Result, service.Service, language), link.IsAwaited);
    }

    private static Guid Other(ChildCase link, Guid id) => link.ChildCaseId == id ? link.ParentCaseId : link.ChildCaseId;
}
