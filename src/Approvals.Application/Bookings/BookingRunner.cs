using System.Globalization;
using System.Text.Json;
using Approvals.Application.Cases;
using Approvals.Application.Database;
using Approvals.Application.Outbox;
using Approvals.Application.Rights;
using Approvals.Application.Tasks;
using Approvals.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Bookings;

/// <summary>A booking somebody acts on, within its case's transaction.</summary>
/// <param name="Work">The case.</param>
/// <param name="Row">The booking.</param>
/// <param name="User">Who acts.</param>
internal sealed record BookingWork(CaseWork Work, Booking Row, CurrentUser User);

/// <summary>One act on a booking.</summary>
/// <param name="Booking">The booking.</param>
/// <param name="Etag">The version that was seen; null where that does not matter.</param>
/// <param name="IdempotencyKey">Made for this one click.</param>
/// <param name="ByOwner">Whether the owner acts, else the applicant.</param>
internal sealed record BookingAct(Guid Booking, string? Etag, string IdempotencyKey, bool ByOwner);

/// <summary>
/// The frame of every act on a booking: whose it is to do, whether it was done already by the same click, whether somebody was
/// faster; then the row and the case change in one transaction.
/// </summary>
public sealed class BookingRunner(CaseStepper stepper, ApprovalsDbContext context)
{
    internal async Task<Result<Unit>> RunAsync(
        BookingAct act, CurrentUser user, Func<Booking, DateTimeOffset, BookingState?> next, Func<BookingWork, Task<Error?>> prepare, CancellationToken cancellationToken)
    {
        var caseId = await context.Bookings.Where(b => b.Id == act.Booking).Select(b => (Guid?)b.CaseId).SingleOrDefaultAsync(cancellationToken);
        return caseId is { } id
            ? await stepper.RunAsync(id, user, work => ActAsync(work, act, user, next, prepare, cancellationToken), cancellationToken)
            : Refusals.NotFound;
    }

    private static async Task<Result<Unit>> ActAsync(
        CaseWork work, BookingAct act, CurrentUser user, Func<Booking, DateTimeOffset, BookingState?> next, Func<BookingWork, Task<Error?>> prepare,
        CancellationToken cancellationToken)
    {
        var row = await work.Context.Bookings.SingleAsync(b => b.Id == act.Booking, cancellationToken);
        var task = TaskOf(work, row);
        if (await RefusedAsync(work, row, task, act, user, cancellationToken) is { } refused)
        {
            return refused;
        }

        var opinion = TaskRunner.OpinionId(user, row.Id, act.IdempotencyKey);
        if (await work.Context.Opinions.AnyAsync(o => o.Id == opinion, cancellationToken))
        {
            return Unit.Value;
        }

        if (next(row, work.Now) is not { } state)
        {
            return await ChangedFirstAsync(work, row, cancellationToken);
        }

        if (act.Etag is not null && !Etag.Matches(row, act.Etag))
        {
            return Refusals.Stale;
        }

        return await prepare(new BookingWork(work, row, user)) is { } wrong ? wrong : await TakeAsync(work, row, state, opinion, act, user, cancellationToken);
    }

    private static async Task<Result<Unit>> TakeAsync(
        CaseWork work, Booking row, BookingState state, Guid opinion, BookingAct act, CurrentUser user, CancellationToken cancellationToken)
    {
        Record(work, row, state, opinion, user);
        var waits = work.State.Bookmarks.Any(b => b.Id == row.BookmarkId);
        if (!waits && !BookingMoves.Outlives(state))
        {
            return new Error("bookings.caseWentOn", ErrorKind.Conflict);
        }

        if (act.ByOwner)
        {
            Tell(work, state);
        }

        if (!waits)
        {
            BookingRows.Change(work, row, state);
            work.Audit.Add(user.Id, "bookings.changed", "booking", row.Id.ToString(), caseId: work.Case.Id);
            return Unit.Value;
        }

        var by = new Actor(user.Id.ToString(), act.ByOwner || user.Id.ToString() == work.Applicant.FlowId ? null : work.Applicant.FlowId);
        return await work.TakeAsync(new CaseAct(new BookingChanged(row.BookmarkId, state, by, opinion.ToString())), cancellationToken);
    }

    private static async Task<Error?> RefusedAsync(
        CaseWork work, Booking row, TaskItem? task, BookingAct act, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!act.ByOwner)
        {
            return CaseRights.ActsAsApplicant(user, work.Case) ? null : Refusals.NotFound;
        }

        if (!AllotmentRights.Answers(user, row) && !(task is not null && TaskRights.IsCandidate(user, task)))
        {
            return Refusals.NotFound;
        }

        return CaseRights.MayDecide(user, work.Case) is { IsSuccess: false, Error: { } own } ? own
            : task is { State: TaskItemState.Claimed } && task.OwnerUserId != user.Id
                ? await TaskRunner.NamedAsync(work, task, new Error("tasks.claimedByOther", ErrorKind.Conflict), cancellationToken)
            : null;
    }

    /// <summary>The owner's open task, when the booking lies with the owner.</summary>
    private static TaskItem? TaskOf(CaseWork work, Booking row) =>
        work.State.Tasks.FirstOrDefault(t => t.Kind == TaskKind.Booking && t.Subject == row.BookmarkId) is { } open ? work.Tasks.Find(t => t.BookmarkId == open.Id) : null;

    private static async Task<Error> ChangedFirstAsync(CaseWork work, Booking row, CancellationToken cancellationToken)
    {
        var actor = await work.Context.Users.Where(u => u.Id == row.ChangedByUserId).Select(u => u.DisplayName).SingleOrDefaultAsync(cancellationToken);
        return new Error(row is { State: BookingState.Confirmed } && row.StartsAt > work.Now ? "bookings.notNow" : "bookings.changedFirst", ErrorKind.Conflict)
            .With("actor", actor ?? "—")
            .With("at", TimeZoneInfo.ConvertTime(row.ChangedAt, work.Calendar.Zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture));
    }

    /// <summary>Who did what, without what was written: that lies encrypted with the booking.</summary>
    private static void Record(CaseWork work, Booking row, BookingState state, Guid opinion, CurrentUser user) => work.Context.Opinions.Add(new Opinion
    {
        Id = opinion, CaseId = work.Case.Id, TaskId = TaskOf(work, row)?.Id, ActivityId = row.ActivityId, Round = 1, StepName = work.StepName(row.ActivityId),
        AuthorUserId = user.Id, AuthorName = user.Name, Outcome = state.ToString(), At = work.Now,
    });

    private static void Tell(CaseWork work, BookingState state)
    {
        if (work.Case.ApplicantUserId is { } applicant)
        {
            work.Context.Notifications.Add(new Notification
            {
                Id = work.Ids.Next(), UserId = applicant, CaseId = work.Case.Id, Template = $"bookings.news.{state}",
                Data = JsonSerializer.Serialize(new { number = work.Case.Number }, JsonSerializerOptions.Web), At = work.Now,
            });
        }
    }
}
