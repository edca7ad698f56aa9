using Approvals.Application.Database;
using Approvals.Application.Rights;

namespace Approvals.Application.Feedback;

/// <summary>Answers a complaint with what came out of it, or a bad rating with what was put right.</summary>
public sealed class AnswerFeedback(FeedbackDesk desk, TimeProvider clock)
{
    /// <param name="Feedback">The rating or complaint.</param>
    /// <param name="Etag">The version that was seen.</param>
    /// <param name="Text">The answer, as whoever wrote reads it.</param>
    /// <param name="Outcome">What came out of a complaint; null for a rating.</param>
    public sealed record Request(Guid Feedback, string Etag, string Text, ComplaintOutcome? Outcome);

    public Task<Result<Unit>> HandleAsync(Request request, CurrentUser user, CancellationToken cancellationToken) =>
        desk.ActAsync(request.Feedback, request.Etag, "answered", user, row => ActAsync(row, request, user, cancellationToken), cancellationToken);

    internal static Error? Decide(CaseFeedback row, Request request) =>
        !row.NeedsAnswer || row.AnsweredAt is not null ? new Error("feedback.doneAlready", ErrorKind.Conflict)
        : row.ContactedAt is null ? new Error("feedback.contactFirst", ErrorKind.Conflict)
        : (row.Kind == FeedbackKind.Complaint) != request.Outcome.HasValue
            ? new Error("feedback.outcome") { Fields = [new FieldError("outcome", "feedback.outcome")] }
            : null;

    private async Task<Error?> ActAsync(CaseFeedback row, Request request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (Decide(row, request) is { } refused)
        {
            return refused;
        }

        row.Answer = await desk.SealAsync(row, "answer", request.Text, cancellationToken);
        (row.AnsweredAt, row.AnsweredByUserId, row.AnsweredByName, row.Outcome) = (clock.Now(), user.Id, user.Name, request.Outcome);
        return null;
    }
}
