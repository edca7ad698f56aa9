using Approvals.Application.CaseViews;
using Approvals.Application.Calendars;
using Approvals.Application.Database;
using Approvals.Application.Limits;
using Approvals.Application.Paging;
using Approvals.Application.Policies;
using Approvals.Application.Rights;
using Approvals.Application.Tasks;
using Approvals.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Inbox;

/// <summary>Tasks as rows of the inbox, from their own columns.</summary>
public sealed class InboxRows(
    ApprovalsDbContext context, ServiceCatalog catalog, DueBadge badge, CaseWords words, CalendarInForce calendar, TimeProvider clock)
{
    /// <summary>A page from one row more than it holds.</summary>
    public async Task<Page<InboxRowDto>> OfAsync<TKey>(
        List<TaskItem> found, int size, Func<TaskItem, TKey> key, CurrentUser user, CancellationToken cancellationToken)
    {
        var shown = found.Take(size).ToList();
        Guid[] owners = [.. shown.Select(t => t.OwnerUserId).OfType<Guid>().Distinct()];
        Guid[] ids = [.. shown.Select(t => t.CaseId).Distinct()];
        var names = owners.Length == 0 ? [] : await context.Users.Where(u => owners.Contains(u.Id))
            .Select(u => new { u.Id, u.DisplayName }).ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancellationToken);
        var cases = await context.Cases.AsNoTracking().Where(c => ids.Contains(c.Id))
            .Select(c => new { c.Id, c.ServiceVersionId, c.LastUrgedOn }).ToDictionaryAsync(c => c.Id, cancellationToken);
        await CandidatesAsync(shown, user, cancellationToken);
        var shares = await ProgressAsync(ids, cancellationToken);
        List<InboxRowDto> page = [];
        foreach (var task in shown)
        {
            var service = await catalog.FindAsync(cases[task.CaseId].ServiceVersionId, cancellationToken);
            var urged = cases[task.CaseId].LastUrgedOn is { } on && on >= calendar.Today(clock).AddDays(-1);
            page.Add(Row(task, service, names, urged, user) with { Progress = shares.GetValueOrDefault((task.CaseId, task.ActivityId, task.Round)) });
        }

        return new Page<InboxRowDto>(page, found.Count > size ? Cursor.Write(key(found[size - 1])) : null);
    }

    /// <summary>Whoever stands in for somebody must know which tasks are the own ones.</summary>
    private async Task CandidatesAsync(List<TaskItem> tasks, CurrentUser user, CancellationToken cancellationToken)
    {
        if (user.StandsInFor.IsEmpty)
        {
            return;
        }

        Guid[] ids = [.. tasks.Select(t => t.Id)];
        var candidates = (await context.TaskCandidates.AsNoTracking().Where(c => ids.Contains(c.TaskId)).ToListAsync(cancellationToken)).ToLookup(c => c.TaskId);
        tasks.ForEach(t => t.Candidates.AddRange(candidates[t.Id]));
    }

    /// <summary>Where several decide one round of a step, how many of them have, such as <c>1/2</c>.</summary>
    private async Task<Dictionary<(Guid Case, string Activity, int Round), string>> ProgressAsync(Guid[] cases, CancellationToken cancellationToken)
    {
        string[] kinds = [nameof(TaskKind.Review), nameof(TaskKind.Vote)];
        var counts = await context.TaskItems.AsNoTracking()
            .Where(t => cases.Contains(t.CaseId) && kinds.Contains(t.Kind) && t.State != TaskItemState.Closed)
            .GroupBy(t => new { t.CaseId, t.ActivityId, t.Round })
            .Select(g => new { g.Key, All = g.Count(), Done = g.Count(t => t.State == TaskItemState.Done) }).Where(g => g.All > 1).ToListAsync(cancellationToken);
        return counts.ToDictionary(c => (c.Key.CaseId, c.Key.ActivityId, c.Key.Round), c => $"{c.Done}/{c.All}");
    }

    private InboxRowDto Row(TaskItem task, ServiceSnapshot service, Dictionary<Guid, string> names, bool urged, CurrentUser user)
    {
        var isVote = TaskRights.IsSecret(task.Kind);
        var marks = task.Marks.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var open = task.ClosedAt is null;
        var standIn = open ? TaskRights.StandInFor(user, task) : null;
        return new InboxRowDto(
            task.Id.ToString(),
            task.CaseId.ToString(),
            task.CaseNumber,
            task.ServiceName.In(user.Language),
            isVote ? words.View("anonymousApplicant", user.Language) : task.ApplicantMaskedName,
            isVote ? null : task.OrganisationName,
            CaseWords.Highlights(task.Highlights, user.Language),
            task.ActivityId,
            task.StepName.In(user.Language),
            open ? badge.Of(task.DueAt, task.YellowAt, task.Limit is not null, task.IsProvisional) : DueDto.None,
            task.DueAt is { } due ? badge.LastDay(due) : null,
            task.OwnerUserId is { } owner ? new ClaimantDto(owner.ToString(), names.GetValueOrDefault(owner) ?? "", owner == user.Id || owner == standIn?.Principal.Id) : null,
            [
                .. Marks(marks, urged && open), .. task.Outcome == nameof(InboxMark.SetAside) ? [InboxMark.SetAside] : Array.Empty<InboxMark>(),
                .. standIn is null ? Array.Empty<InboxMark>() : [InboxMark.Substitute],
            ],
            null,
            task.ReceivedAt,
            task.ClosedAt,
            words.Outcome(service.Package.Activity(task.ActivityId), task.Outcome, user.Language),
            standIn?.Principal.Name,
            marks.Contains(TaskActs.Batch),
            Etag.Of(task));
    }

    private static IEnumerable<InboxMark> Marks(string[] marks, bool urged) =>
        (urged ? [InboxMark.Urged] : Array.Empty<InboxMark>())
            .Concat(marks.Where(m => Enum.TryParse<InboxMark>(m, ignoreCase: true, out _)).Select(m => Enum.Parse<InboxMark>(m, ignoreCase: true)));
}
