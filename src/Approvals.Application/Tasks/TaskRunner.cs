using System.Globalization;
using Approvals.Application.Cases;
using Approvals.Application.CaseViews;
using Approvals.Application.Database;
using Approvals.Application.Rights;
using Approvals.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Tasks;

/// <summary>A task somebody acts on, with its case.</summary>
/// <param name="Work">The case.</param>
/// <param name="Row">The row.</param>
/// <param name="Task">The task as the state holds it.</param>
/// <param name="By">Who acts, and for whom.</param>
internal sealed record TaskWork(CaseWork Work, TaskItem Row, TaskBookmark Task, Actor By);

/// <summary>A task of somebody who waits for another: somebody else prepares it, or it is set aside, closed.</summary>
/// <param name="Work">The case.</param>
/// <param name="Row">The row.</param>
/// <param name="By">Who acts.</param>
internal sealed record WaitingTask(CaseWork Work, TaskItem Row, Actor By);

/// <summary>
/// The frame of every act on a task: find it, see whether it is the user's to do and as the user saw it, act, commit. When
/// somebody was faster it says who and when; an act that was done already by the same click is done.
/// </summary>
public sealed class TaskRunner(CaseStepper stepper, ApprovalsDbContext context, CaseWords words)
{
    private static readonly Compiled<Func<ApprovalsDbContext, Guid, Guid, Task<FoundTask?>>> Found = new(() => EF.CompileAsyncQuery(
        (ApprovalsDbContext context, Guid task, Guid opinion) => context.TaskItems.Where(t => t.Id == task)
            .Select(t => new FoundTask(t.CaseId, context.Opinions.Any(o => o.Id == opinion))).SingleOrDefault()));

    /// <summary>Runs an act.</summary>
    /// <param name="task">The task's row.</param>
    /// <param name="etag">The version the user saw; null where that does not matter.</param>
    /// <param name="key">The idempotency key of the click; null where doing it twice is the same as once.</param>
    /// <param name="user">Who acts.</param>
    /// <param name="act">Takes the events.</param>
    /// <param name="cancellationToken">Stops before the commit.</param>
    internal async Task<Result<ActDone>> RunAsync(
        Guid task, string? etag, string? key, CurrentUser user, Func<TaskWork, Task<Result<Unit>>> act, CancellationToken cancellationToken)
    {
        var opinion = key is null ? Guid.Empty : OpinionId(user, task, key);
        if (await Found.On(context)(context, task, opinion) is not { } found)
        {
            return new Error("tasks.unknown", ErrorKind.NotFound);
        }

        // Whatever happened since is seen by looking again before anything is refused, and at each further attempt.
        var (isDone, attempts) = (found.IsDone, 0);
        return await stepper.RunAsync(found.CaseId, user, async work =>
        {
            isDone = isDone || (attempts++ > 0 && await IsDoneAsync(work, key, opinion, cancellationToken));
            var done = isDone ? new ActDone(work.Case.Id) : await ActAsync(work, task, etag, user, act, cancellationToken);
            return done.IsSuccess || !await IsDoneAsync(work, key, opinion, cancellationToken) ? done : new ActDone(work.Case.Id);
        }, cancellationToken);
    }

    private static async Task<bool> IsDoneAsync(CaseWork work, string? key, Guid opinion, CancellationToken cancellationToken) =>
        key is not null && await work.Context.Opinions.AnyAsync(o => o.Id == opinion, cancellationToken);

    /// <summary>Runs an act of somebody who waits for another; whether they may do it rests on what they did before, which the act looks at.</summary>
    internal async Task<Result<ActDone>> RunWaitingAsync(
        Guid task, string key, CurrentUser user, Func<WaitingTask, Task<Result<Unit>>> act, CancellationToken cancellationToken)
    {
        var caseId = await context.TaskItems.Where(t => t.Id == task).Select(t => (Guid?)t.CaseId).SingleOrDefaultAsync(cancellationToken);
        return caseId is not { } id
            ? new Error("tasks.unknown", ErrorKind.NotFound)
            : await stepper.RunAsync(id, user, work => WaitingAsync(work, task, key, user, act, cancellationToken), cancellationToken);
    }

    private static async Task<Result<ActDone>> WaitingAsync(
        CaseWork work, Guid task, string key, CurrentUser user, Func<WaitingTask, Task<Result<Unit>>> act, CancellationToken cancellationToken)
    {
        if (await work.Context.Opinions.AnyAsync(o => o.Id == OpinionId(user, task, key), cancellationToken))
        {
            return new ActDone(work.Case.Id);
        }

        var row = work.Tasks.Find(t => t.Id == task) ?? await work.Context.TaskItems.Include(t => t.Candidates).SingleAsync(t => t.Id == task, cancellationToken);
        if (!TaskRights.MayRead(user, row, work.Case))
        {
            return new Error("tasks.notYours", ErrorKind.Forbidden);
        }

        var done = await act(new WaitingTask(work, row, new Actor(user.Id.ToString())));
        return done.Map(_ => new ActDone(work.Case.Id));
    }

    /// <summary>The id of the opinion that an act leaves behind; the same click on the same task always gives the same.</summary>
    internal static Guid OpinionId(CurrentUser user, Guid task, string key) => StableId.Of(user.Id, "act", $"{task:N}:{key}");

    private async Task<Result<ActDone>> ActAsync(
        CaseWork work, Guid task, string? etag, CurrentUser user, Func<TaskWork, Task<Result<Unit>>> act, CancellationToken cancellationToken)
    {
        var row = work.Tasks.Find(t => t.Id == task);
        if (row is null || work.State.Tasks.FirstOrDefault(t => t.Id == row.BookmarkId) is not { } bookmark)
        {
            return await ClosedAsync(work, task, user, cancellationToken);
        }

        if (Decide(work, row, bookmark, etag, user) is { } refused)
        {
            return await MeanwhileAsync(work, row, etag, user, cancellationToken) ?? await NamedAsync(work, row, refused, cancellationToken);
        }

        var done = await act(new TaskWork(work, row, bookmark, ActorOf(work, row, bookmark, user)));
        return done.Map(_ => new ActDone(work.Case.Id));
    }

    /// <summary>Whether a user may act on a task that is open.</summary>
    internal static Error? Decide(CaseWork work, TaskItem row, TaskBookmark task, string? etag, CurrentUser user) =>
        row is { State: TaskItemState.Claimed } && !TaskRights.MayAct(user, row) && TaskRights.IsCandidate(user, row)
            ? new Error("tasks.claimedByOther", ErrorKind.Conflict)
        : task.Frozen && CaseRights.MayReadByRole(user, work.Case) ? new Error("workflow.taskFrozen", ErrorKind.Conflict)
        : !TaskRights.MayAct(user, row) ? new Error("tasks.notYours", ErrorKind.Forbidden)
        : TaskKinds.Decides(task.Kind) && CaseRights.MayDecide(user, work.Case) is { IsSuccess: false, Error: { } own } ? own
        : etag is not null && !Etag.Matches(row, etag) ? new Error("tasks.changed", ErrorKind.Conflict)
        : null;

    /// <summary>The applicant's agent acts for the applicant, a substitute for whoever is away; everybody else for themselves.</summary>
    internal static Actor ActorOf(CaseWork work, TaskItem row, TaskBookmark task, CurrentUser user)
    {
        if (TaskRights.StandInFor(user, row) is { } standIn)
        {
            return new Actor(user.Id.ToString(), standIn.Principal.Id.ToString()) { Substitution = standIn.Substitution.ToString() };
        }

        var (self, applicant) = (user.Id.ToString(), work.Applicant.FlowId);
        var isApplicants = task.Candidates.OfType<UserCandidate>().Any(c => c.Id == applicant);
        return new Actor(self, isApplicants && self != applicant ? applicant : null);
    }

    /// <summary>Who changed the task since the user saw it, and how; null when nobody did, or when the user must not know.</summary>
    private async Task<Error?> MeanwhileAsync(CaseWork work, TaskItem row, string? etag, CurrentUser user, CancellationToken cancellationToken)
    {
        if (etag is null || Etag.Matches(row, etag) || row.State == TaskItemState.Claimed || !TaskRights.MayRead(user, row, work.Case))
        {
            return null;
        }

        var last = await work.Context.Opinions.AsNoTracking().Where(o => o.TaskId == row.Id).OrderByDescending(o => o.At).ThenByDescending(o => o.Id)
            .FirstOrDefaultAsync(cancellationToken);
        return last is null || last.AuthorUserId == user.Id
            ? null
            : new Error("tasks.changedBy", ErrorKind.Conflict).With("actor", last.AuthorName).With("outcome", OutcomeName(work, row, last.Outcome, user)).With("at", Local(work, last.At));
    }

    private string OutcomeName(CaseWork work, TaskItem row, string? outcome, CurrentUser user) =>
        words.Outcome(work.Service.Package.Activity(row.ActivityId), outcome, user.Language) ?? "—";

    private static string Local(CaseWork work, DateTimeOffset at) =>
        TimeZoneInfo.ConvertTime(at, work.Calendar.Zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private async Task<Result<ActDone>> ClosedAsync(CaseWork work, Guid task, CurrentUser user, CancellationToken cancellationToken)
    {
        var row = await work.Context.TaskItems.AsNoTracking().Include(t => t.Candidates).SingleAsync(t => t.Id == task, cancellationToken);
        if (!TaskRights.MayRead(user, row, work.Case) && !CaseRights.IsParty(user, work.Case))
        {
            return new Error("tasks.notYours", ErrorKind.Forbidden);
        }

        var closed = ClosedTasks.Of(work, row);
        return closed.Code != ClosedTasks.ActedFirst || row.ClosedByUserId is not { } by
            ? closed
            : await NamedAsync(
                work, by, closed.With("outcome", OutcomeName(work, row, row.Outcome, user)), cancellationToken);
    }

    /// <summary>The same error with the name of whoever has the task, where it speaks of them.</summary>
    internal static async Task<Error> NamedAsync(CaseWork work, TaskItem row, Error error, CancellationToken cancellationToken) =>
        error.Code == "tasks.claimedByOther" && row.OwnerUserId is { } owner ? await NamedAsync(work, owner, error, cancellationToken) : error;

    private static async Task<Error> NamedAsync(CaseWork work, Guid user, Error error, CancellationToken cancellationToken) =>
        error.With("actor", await work.Context.Users.Where(u => u.Id == user).Select(u => u.DisplayName).SingleOrDefaultAsync(cancellationToken) ?? "");
}

/// <summary>Where a task belongs, and whether the same click was answered before.</summary>
internal sealed record FoundTask(Guid CaseId, bool IsDone);

/// <summary>An act was done.</summary>
/// <param name="CaseId">The case.</param>
public sealed record ActDone(Guid CaseId);
