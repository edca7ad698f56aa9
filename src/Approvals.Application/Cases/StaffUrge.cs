using System.Globalization;
using System.Text.Json;
using Approvals.Application.Database;
using Approvals.Application.Outbox;
using Approvals.Application.Participants;
using Approvals.Application.Regions;
using Approvals.Application.Rights;
using Approvals.Application.Tasks;
using Approvals.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Cases;

/// <summary>
/// A lead or a clerk of the case's region asks whoever has its steps to hurry: each step once a day, whoever asks. The steps keep a line of it,
/// which the parties do not see; whoever holds a step is told, or everybody whose queue it lies in.
/// </summary>
internal static class StaffUrge
{
    private const int MostTold = 50;

    private static readonly HashSet<string> Urging = [Roles.Lead, Roles.IntakeOfficer];

    /// <summary>Whether a user may urge a case that is not their own.</summary>
    internal static bool May(CurrentUser user, Case row) => !CaseRights.IsParty(user, row) && !user.IsAdministrator && user.Roles.Any(g =>
        Urging.Contains(g.Role) && RegionPath.Covers(g.RegionPath, row.RegionPath) && (g.Service is null || g.Service == row.ServiceCode));

    /// <summary>The open steps of offices that lie with somebody else.</summary>
    internal static IReadOnlyList<TaskItem> Steps(IEnumerable<TaskItem> tasks, CurrentUser user) =>
    [
        .. tasks.Where(t => t.State is TaskItemState.Open or TaskItemState.Claimed && TaskRights.IsOfAnOffice(t)
            && t.OwnerUserId != user.Id),
    ];

    /// <summary>Which of them were not urged today.</summary>
    internal static async Task<IReadOnlyList<TaskItem>> OpenTodayAsync(
        ApprovalsDbContext context, IReadOnlyList<TaskItem> steps, DateOnly today, CancellationToken cancellationToken)
    {
        Guid[] ids = [.. steps.Select(t => Id(t, today))];
        var urged = await context.Opinions.AsNoTracking().Where(o => ids.Contains(o.Id)).Select(o => o.Id).ToListAsync(cancellationToken);
        return [.. steps.Where(t => !urged.Contains(Id(t, today)))];
    }

    internal static async Task<Result<UrgeCase.Urged>> ActAsync(CaseWork work, CurrentUser user, CancellationToken cancellationToken)
    {
        var steps = Steps(work.Tasks, user);
        var open = await OpenTodayAsync(work.Context, steps, work.Today, cancellationToken);
        if (Decide(work.Case, user, steps.Count, open.Count) is { } refused)
        {
            return refused;
        }

        var told = 0;
        foreach (var step in open)
        {
            Note(work, step, user);
            told += await TellAsync(work, step, user, cancellationToken);
        }

        work.Audit.Add(user.Id, "case.urgedByStaff", "case", work.Case.Id.ToString(), JsonSerializer.Serialize(new { tasks = open.Select(t => t.Id) }), work.Case.Id);
        return new UrgeCase.Urged(told);
    }

    internal static Error? Decide(Case row, CurrentUser user, int steps, int open) =>
        !May(user, row) ? new Error("cases.notYours", ErrorKind.Forbidden)
        : row.FinishedAt is not null ? new Error("cases.finished", ErrorKind.Conflict)
        : steps == 0 ? new Error("cases.nobodyToUrge", ErrorKind.Conflict)
        : open == 0 ? new Error("cases.alreadyUrged", ErrorKind.TooMany)
        : null;

    private static void Note(CaseWork work, TaskItem step, CurrentUser user) => work.Context.Opinions.Add(new Opinion
    {
        Id = Id(step, work.Today), CaseId = work.Case.Id, TaskId = step.Id, ActivityId = step.ActivityId, Round = step.Round, StepName = step.StepName,
        AuthorUserId = user.Id, AuthorName = user.Name, Outcome = OpinionOutcomes.Urged, At = work.Now,
    });

    private static async Task<int> TellAsync(CaseWork work, TaskItem step, CurrentUser user, CancellationToken cancellationToken)
    {
        var people = step.OwnerUserId is { } owner ? [owner] : await QueueAsync(work, step, cancellationToken);
        people.Remove(user.Id);
        work.Context.Notifications.AddRange(people.Select(person => new Notification
        {
            Id = work.Ids.Next(), UserId = person, CaseId = work.Case.Id, TaskId = step.Id, Template = "tasks.urgedByStaff",
            Data = JsonSerializer.Serialize(new { number = work.Case.Number, actor = user.Name }, JsonSerializerOptions.Web), At = work.Now,
        }));
        return people.Count;
    }

    private static async Task<HashSet<Guid>> QueueAsync(CaseWork work, TaskItem step, CancellationToken cancellationToken)
    {
        HashSet<Guid> people = [];
        foreach (var candidate in work.State.Tasks.FirstOrDefault(t => t.Id == step.BookmarkId)?.Candidates ?? [])
        {
            people.UnionWith(candidate is RoleCandidate role
                ? await FactLoader.HoldersAsync(work.Context, role, work.Now, MostTold, cancellationToken)
                : await CandidateKeys.UsersAsync(work, ((UserCandidate)candidate).Id, cancellationToken));
        }

        return people;
    }

    /// <summary>One a step and day: whoever comes second meets the row.</summary>
    private static Guid Id(TaskItem step, DateOnly today) => StableId.Of(step.Id, "urged", today.ToString("O", CultureInfo.InvariantCulture));
}
