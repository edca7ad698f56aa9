using Approvals.Application.CaseViews;
using Approvals.Application.Database;
using Approvals.Application.Rights;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Feedback;

/// <summary>Rates how a case was handled (好差评): five levels, once for each case and person, and it cannot be taken back or bettered later.</summary>
public sealed class RateCase(ApprovalsDbContext context, WriteTransaction transaction, CaseReader cases, FeedbackRows rows)
{
    private const int Levels = 5;

    /// <param name="Case">The case.</param>
    /// <param name="Level">One (worst) to five (best).</param>
    /// <param name="Text">What there is to say, or null.</param>
    /// <param name="Named">Whether the officer learns who rates; only named ones are called back.</param>
    public sealed record Request(Guid Case, int Level, string? Text, bool Named);

    public async Task<Result<Guid>> HandleAsync(Request request, CurrentUser user, CancellationToken cancellationToken)
    {
        var opened = await cases.OpenAsync(request.Case, user, cancellationToken);
        var may = opened.Bind(o => FeedbackRights.MayRate(user, o.Work.Case));
        if (!may.IsSuccess)
        {
            return may.Error;
        }

        if (request.Level is < 1 or > Levels)
        {
            return new Error("feedback.level") { Fields = [new FieldError("level", "feedback.level")] };
        }

        // One row for a case and a person: two clicks at once meet at it, and the first one stands.
        var id = StableId.Of(request.Case, "rating", $"{user.Id:N}");
        if (await context.Feedback.AnyAsync(f => f.Id == id, cancellationToken))
        {
            return id;
        }

        context.ChangeTracker.Clear();
        var written = new FeedbackRows.New(id, FeedbackKind.Rating, request.Text, request.Named) { Level = request.Level };
        var added = await rows.AddAsync(opened.Value.Work.Case, written, user, cancellationToken);
        return !added.IsSuccess ? added.Error
            : await transaction.CommitAsync(cancellationToken) == CommitOutcome.Conflict ? Refusals.Stale
            : id;
    }
}
