using Approvals.Application.Database;
using Approvals.Application.Rights;

namespace Approvals.Application.Feedback;

/// <summary>Records that whoever rated badly was called back (回访), or whoever complained was contacted.</summary>
public sealed class ContactAbout(FeedbackDesk desk, TimeProvider clock)
{
    /// <param name="Feedback">The rating or complaint.</param>
    /// <param name="Etag">The version that was seen.</param>
    /// <param name="Note">What was said.</param>
    public sealed record Request(Guid Feedback, string Etag, string Note);

    public Task<Result<Unit>> HandleAsync(Request request, CurrentUser user, CancellationToken cancellationToken) =>
        desk.ActAsync(request.Feedback, request.Etag, "contacted", user, row => ActAsync(row, request, user, cancellationToken), cancellationToken);

    private async Task<Error?> ActAsync(CaseFeedback row, Request request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!row.NeedsAnswer || row.ContactedAt is not null || row.AnsweredAt is not null)
        {
            return new Error("feedback.doneAlready", ErrorKind.Conflict);
        }

        row.ContactNote = await desk.SealAsync(row, "contact", request.Note, cancellationToken);
        (row.ContactedAt, row.ContactedByName) = (clock.Now(), user.Name);
        return null;
    }
}
