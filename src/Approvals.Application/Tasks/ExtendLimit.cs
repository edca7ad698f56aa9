using System.Globalization;
using Approvals.Application.Cases;
using Approvals.Application.Letters;
using Approvals.Application.Rights;
using Approvals.Domain.Calendars;
using Approvals.Workflows;

namespace Approvals.Application.Tasks;

/// <summary>Makes a task's limit longer with a reason (延长时限), within the statutory limit.</summary>
public sealed class ExtendLimit(TaskRunner runner)
{
    private const string Letter = "extension-notice";

    /// <param name="Task">The task.</param>
    /// <param name="Etag">The version that was seen.</param>
    /// <param name="Length">The new length, in the limit's own unit.</param>
    /// <param name="Reason">Why; the applicant reads it.</param>
    /// <param name="IdempotencyKey">Made for this one click.</param>
    public sealed record Request(Guid Task, string? Etag, int Length, string? Reason, string IdempotencyKey);

    public Task<Result<ActDone>> HandleAsync(Request request, CurrentUser user, CancellationToken cancellationToken) =>
        runner.RunAsync(request.Task, request.Etag, request.IdempotencyKey, user, task => ActAsync(task, request, cancellationToken), cancellationToken);

    internal static Error? Decide(TaskWork task, Request request) =>
        task.Refusal(TaskActs.Extend) is { } refusal ? refusal
        : string.IsNullOrWhiteSpace(request.Reason) ? new Error("tasks.needsReason") { Fields = [new FieldError("reason", "tasks.needsReason")] }
        : ExtensionRoom.Of(task.Work, task.Task) is not { } room ? new Error("tasks.noLimit", ErrorKind.Conflict)
        : room.IsNone ? new Error(room.Latest is null ? "tasks.noRoomStanding" : "tasks.noRoom", ErrorKind.Conflict).With("latest", Day(room.Latest))
        : request.Length > room.Most ? Beyond(room)
        : request.Length <= room.Limit.Length ? Wrong("tasks.notLonger", room.Limit.Length)
        : null;

    private static async Task<Result<Unit>> ActAsync(TaskWork task, Request request, CancellationToken cancellationToken)
    {
        if (Decide(task, request) is { } refused)
        {
            return refused;
        }

        var reason = task.Add(request.IdempotencyKey, OpinionOutcomes.LimitExtended, request.Reason);
        var taken = await task.Work.TakeAsync(new CaseAct(new LimitExtended(task.Task.Id, task.By, request.Length, reason)), cancellationToken);
        if (taken.IsSuccess)
        {
            await TellAsync(task, request.Reason!, cancellationToken);
        }

        return taken;
    }

    /// <summary>The applicant is told of the extension and its reason (行政许可法 art. 42), by the letter the package or all services have for it.</summary>
    private static Task TellAsync(TaskWork task, string reason, CancellationToken cancellationToken)
    {
        var work = task.Work;
        var limit = work.State.Tasks.FirstOrDefault(t => t.Id == task.Task.Id)?.Limit;
        return LetterRows.SendAsync(work, task.Task.Activity, Letter, new LetterSubjectMatter
        {
            Opinion = reason.Trim(), Step = work.StepName(task.Task.Activity), Due = limit is null ? null : work.Calendar.Resolve(limit).On,
            Latest = CaseDue.Statutory(work)?.On,
        }, cancellationToken);
    }

    private static Error Beyond(ExtensionRoom room)
    {
        var wrong = Wrong(room.Until is null || room.Latest is null ? "tasks.beyondRoom" : "tasks.beyondStatutory", room.Most);
        return wrong.With("until", Day(room.Until)).With("latest", Day(room.Latest)) with
        {
            Fields = [wrong.Fields[0].With("until", Day(room.Until)).With("latest", Day(room.Latest))],
        };
    }

    internal static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static Error Wrong(string code, int length)
    {
        var data = length.ToString(CultureInfo.InvariantCulture);
        return new Error(code) { Fields = [new FieldError("length", code).With("length", data)] }.With("length", data);
    }
}
