using Approvals.Application.Rights;
using Approvals.Application.Tasks;

namespace Approvals.Application.Notices;

/// <summary>Rules on an objection: upheld, or dismissed (驳回).</summary>
public sealed class RuleObjection(CompleteTask complete)
{
    /// <param name="Task">The task of ruling.</param>
    /// <param name="Etag">The version that was seen.</param>
    /// <param name="Upheld">Whether it was found right.</param>
    /// <param name="Opinion">Why.</param>
    /// <param name="IdempotencyKey">Made for this one click.</param>
    public sealed record Request(Guid Task, string? Etag, bool Upheld, string? Opinion, string IdempotencyKey);

    public Task<Result<ActDone>> HandleAsync(Request request, CurrentUser user, CancellationToken cancellationToken) =>
        complete.HandleAsync(
            new CompleteTask.Request(request.Task, request.Etag, request.Upheld ? "uphold" : "dismiss", request.IdempotencyKey) { Opinion = request.Opinion },
            user,
            cancellationToken);
}
