using System.Text.Json;
using Approvals.Application.Cases;
using Approvals.Application.Effects;
using Approvals.Application.Outbox;
using Approvals.Application.Participants;
using Approvals.Domain.Calendars;
using Approvals.Workflows;

namespace Approvals.Application.Tasks;

/// <summary>Opens a task.</summary>
internal sealed class CreateTaskApplier : EffectApplier<CreateTask>
{
    protected override async Task ApplyAsync(CreateTask effect, CaseWork work, CancellationToken cancellationToken)
    {
        var task = effect.Task;
        var row = new TaskItem
        {
            Id = work.Ids.Next(),
            CaseId = work.Case.Id,
            CaseNumber = work.Case.Number,
            BookmarkId = task.Id,
            ActivityId = task.Activity,
            Kind = task.Kind.ToString(),
            Round = task.Round,
            StepName = TaskNames.Of(work, task),
            ServiceCode = work.Case.ServiceCode,
            ServiceName = work.Case.ServiceName,
            RegionCode = work.Case.RegionCode,
            RegionPath = work.Case.RegionPath,
            ApplicantMaskedName = work.Case.ApplicantMaskedName,
            OrganisationId = work.Case.OrganisationId,
            OrganisationName = work.Case.OrganisationName,
            Highlights = work.Case.Highlights,
            Marks = TaskMarks.Of(task, work.State),
            State = TaskItemState.Open,
            ReceivedAt = work.Now,
        };
        work.Tasks.Add(row);
        work.Context.TaskItems.Add(row);
        await TaskRows.PlaceAsync(row, task, work, cancellationToken);
        Announce(row, work);
    }

    /// <summary>Who alone is meant hears of it; a queue is looked at, not announced.</summary>
    private static void Announce(TaskItem row, CaseWork work)
    {
        if (row.OwnerUserId is { } owner && owner != work.By?.Id)
        {
            work.Context.Notifications.Add(new Notification
            {
                Id = work.Ids.Next(), UserId = owner, CaseId = row.CaseId, TaskId = row.Id, Template = "tasks.opened",
                Data = JsonSerializer.Serialize(new { number = row.CaseNumber, step = row.StepName }, JsonSerializerOptions.Web), At = work.Now,
            });
        }
    }
}

/// <summary>Changes a task's candidates, holder or limit.</summary>
internal sealed class ChangeTaskApplier : EffectApplier<ChangeTask>
{
    protected override async Task ApplyAsync(ChangeTask effect, CaseWork work, CancellationToken cancellationToken)
    {
        var row = work.Tasks.Single(t => t.BookmarkId == effect.Task.Id);
        var holder = row.OwnerUserId;
        (row.ActivityId, row.StepName) = (effect.Task.Activity, TaskNames.Of(work, effect.Task));
        await TaskRows.PlaceAsync(row, effect.Task, work, cancellationToken);
        row.ClaimedAt = row.State != TaskItemState.Claimed ? null : row.OwnerUserId == holder ? row.ClaimedAt ?? work.Now : work.Now;
    }
}

/// <summary>Closes a task.</summary>
internal sealed class CloseTaskApplier : EffectApplier<CloseTask>
{
    protected override Task ApplyAsync(CloseTask effect, CaseWork work, CancellationToken cancellationToken)
    {
        var row = work.Tasks.Single(t => t.BookmarkId == effect.Task);
        var done = effect.Reason is CloseReason.Completed or CloseReason.Returned;
        row.State = done ? TaskItemState.Done : TaskItemState.Closed;
        row.Outcome = effect.Outcome ?? effect.Reason.ToString();
        row.ClosedAt = work.Now;
        row.ClosedByUserId = Guid.TryParse(effect.By?.User, out var user) ? user : null;
        row.Candidates.ForEach(c => c.Follow(row));
        return Task.CompletedTask;
    }
}

/// <summary>Puts a task into the inboxes it belongs to, with its limit resolved.</summary>
internal static class TaskRows
{
    internal static async Task PlaceAsync(TaskItem row, TaskBookmark task, CaseWork work, CancellationToken cancellationToken)
    {
        SetLimit(row, task, work);
        SetOwner(row, task, work);
        // Whose task somebody else prepares goes on seeing it, and who has it.
        var waiting = task.Delegation is { Proposed: null } delegation ? new[] { Candidate.OfUser(delegation.By) } : [];
        var keys = await CandidateKeys.OfAsync(work, task.Candidates.Concat(waiting), cancellationToken);
        row.Candidates.RemoveAll(c => !keys.Contains(c.Key));
        row.Candidates.AddRange(keys.Where(k => row.Candidates.TrueForAll(c => c.Key != k)).Select(k => new TaskCandidate
        {
            TaskId = row.Id, Key = k, ServiceCode = row.ServiceCode, IsOpen = true, DueAt = TaskCandidate.NoLimit, YellowAt = TaskCandidate.NoLimit,
        }));
        row.Candidates.ForEach(c => c.Follow(row));
    }

    private static void SetLimit(TaskItem row, TaskBookmark task, CaseWork work)
    {
        var due = task.Limit is { } limit ? work.Calendar.Resolve(limit) : null;
        row.Limit = PendingLimits.Write(task.Limit);
        row.DueAt = due?.At?.ToUniversalTime();
        row.YellowAt = due?.YellowAt?.ToUniversalTime();
        row.IsProvisional = due?.IsProvisional ?? false;
    }

    /// <summary>A task for one person is theirs at once; one that two accounts may do for the same person stays free.</summary>
    private static void SetOwner(TaskItem row, TaskBookmark task, CaseWork work)
    {
        var named = task.Holder ?? (task.Candidates is [UserCandidate single] ? single.Id : null);
        row.OwnerUserId = named is null ? null : CandidateKeys.Only(work, named);
        row.State = task.Frozen ? TaskItemState.Frozen
            : task.Holder is not null && row.OwnerUserId is not null && task.Candidates is not [UserCandidate]
            ? TaskItemState.Claimed
            : TaskItemState.Open;
    }
}

/// <summary>What an inbox marks a task with.</summary>
internal static class TaskMarks
{
    internal static string Of(TaskBookmark task, WorkflowState state) => string.Join(' ', Words(task, state));

    private static IEnumerable<string> Words(TaskBookmark task, WorkflowState state)
    {
        if (task.Return is not null) yield return "returned";
        if (state.Rounds.Values.Any(r => r.Corrected) && task.Kind is TaskKind.Accept) yield return "corrected";
        if (state.Tasks.Any(t => t.Kind == TaskKind.Promise)) yield return "conditional";
        if (task.Acts.Contains("batch")) yield return "batch";
    }
}
