using System.Globalization;
using Approvals.Application.Cases;
using Approvals.Application.Rights;
using Approvals.Workflows;

namespace Approvals.Application.Tasks;

/// <summary>Makes a task's limit longer with a reason (延长时限), within the statutory limit.</summary>
public sealed class ExtendLimit(TaskRunner runner)
{
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
        : room.IsNone ? new Error("tasks.noRoom", ErrorKind.Conflict)
        : request.Length > room.Most ? Wrong("tasks.beyondStatutory", room.Most)
        : request.Length <= room.Limit.Length ? Wrong("tasks.notLonger", room.Limit.Length)
        : null;

    private static async Task<Result<Unit>> ActAsync(TaskWork task, Request request, CancellationToken cancellationToken)
    {
        if (Decide(task, request) is { } refused)
        {
            return refused;
        }

        var reason = task.Add(request.IdempotencyKey, OpinionOutcomes.LimitExtended, request.Reason);
        return await task.Work.TakeAsync(new CaseAct(new LimitExtended(task.Task.Id, task.By, request.Length, reason)), cancellationToken);
    }

    private static Error Wrong(string code, int length)
    {
        var data = length.ToString(CultureInfo.InvariantCulture);
        return new Error(code) { Fields = [new FieldError("length", code).With("length", data)] }.With("length", data);
    }
}
