using Approvals.Application.Database;
using Approvals.Application.Rights;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Documents;

/// <summary>Takes a document out again while it is not part of a submission.</summary>
public sealed class RemoveDocument(ApprovalsDbContext context, WriteTransaction transaction, TimeProvider clock)
{
    public async Task<Result<Unit>> HandleAsync(Guid id, CurrentUser user, CancellationToken cancellationToken)
    {
        var document = await context.Documents.SingleOrDefaultAsync(d => d.Id == id && d.UploadedByUserId == user.Id && d.RemovedAt == null, cancellationToken);
        if (document is null)
        {
            return new Error("documents.unknown", ErrorKind.NotFound);
        }

        var lastSubmission = document.CaseId is { } caseId
            ? await context.Submissions.Where(s => s.CaseId == caseId).MaxAsync(s => (DateTimeOffset?)s.SubmittedAt, cancellationToken)
            : null;
        if (document.UploadedAt <= lastSubmission)
        {
            return new Error("documents.submitted", ErrorKind.Conflict);
        }

        document.RemovedAt = clock.GetUtcNow();
        await transaction.CommitAsync(cancellationToken);
        return Unit.Value;
    }
}
