using Approvals.Application.CaseViews;
using Approvals.Application.Database;
using Approvals.Application.Rights;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Feedback;

/// <summary>Complains about how a case is handled (投诉), at any time; it never enters the engine and holds nothing up.</summary>
public sealed class FileComplaint(ApprovalsDbContext context, WriteTransaction transaction, CaseReader cases, FeedbackRows rows)
{
    /// <summary>More complaints than these about one case without an answer are one complaint too many.</summary>
    private const int MostOpen = 3;

    /// <param name="Case">The case.</param>
    /// <param name="Topic">What it is about.</param>
    /// <param name="Text">What happened.</param>
    /// <param name="IdempotencyKey">Made for this one click.</param>
    public sealed record Request(Guid Case, ComplaintTopic Topic, string Text, string IdempotencyKey);

    public async Task<Result<Guid>> HandleAsync(Request request, CurrentUser user, CancellationToken cancellationToken)
    {
        var opened = await cases.OpenAsync(request.Case, user, cancellationToken);
        if (!opened.IsSuccess)
        {
            return opened.Error;
        }

        var about = opened.Value.Work.Case;
        if (!CaseRights.IsParty(user, about))
        {
            return Refusals.Forbidden;
        }

        var id = StableId.Of(user.Id, "complaint", request.IdempotencyKey);
        if (await context.Feedback.AnyAsync(f => f.Id == id, cancellationToken))
        {
            return id;
        }

        var open = await context.Feedback.CountAsync(
            f => f.CaseId == about.Id && f.ByUserId == user.Id && f.Kind == FeedbackKind.Complaint && f.AnsweredAt == null, cancellationToken);
        if (open >= MostOpen)
        {
            return new Error("feedback.enoughOpen", ErrorKind.TooMany).With("max", $"{MostOpen}");
        }

        context.ChangeTracker.Clear();
        var added = await rows.AddAsync(
            about, new FeedbackRows.New(id, FeedbackKind.Complaint, request.Text, IsNamed: true) { Topic = request.Topic }, user, cancellationToken);
        return !added.IsSuccess ? added.Error
            : await transaction.CommitAsync(cancellationToken) == CommitOutcome.Conflict ? Refusals.Stale
            : id;
    }
}
