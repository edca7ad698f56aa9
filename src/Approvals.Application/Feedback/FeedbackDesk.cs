using System.Text.Json;
using Approvals.Application.Audit;
using Approvals.Application.Database;
using Approvals.Application.Outbox;
using Approvals.Application.Rights;
using Approvals.Application.Secrets;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Feedback;

/// <summary>What every act of an officer on a rating or complaint has in common: the right, the version, the audit entry, the news.</summary>
public sealed class FeedbackDesk(ApprovalsDbContext context, WriteTransaction transaction, Vault vault, AuditLog audit, IIdSource ids, TimeProvider clock)
{
    /// <summary>Acts on a row as the officer has seen it.</summary>
    /// <param name="id">The row.</param>
    /// <param name="etag">The version that was seen.</param>
    /// <param name="action">The name of the audit entry and, with <c>.news</c>, of the line in the news.</param>
    /// <param name="user">Who acts.</param>
    /// <param name="act">Changes the row, or says why not.</param>
    /// <param name="cancellationToken">Stops.</param>
    internal async Task<Result<Unit>> ActAsync(
        Guid id, string etag, string action, CurrentUser user, Func<CaseFeedback, Task<Error?>> act, CancellationToken cancellationToken)
    {
        var row = await context.Feedback.SingleOrDefaultAsync(f => f.Id == id, cancellationToken);
        if (row is null || !FeedbackRights.MayRead(user, row))
        {
            return Refusals.NotFound;
        }

        if (await HandledAsync(row, user, cancellationToken))
        {
            return new Error("feedback.ownWork", ErrorKind.Forbidden);
        }

        if (!Etag.Matches(row, etag))
        {
            return Refusals.Stale;
        }

        if (await act(row) is { } refused)
        {
            return refused;
        }

        audit.Add(user.Id, $"feedback.{action}", "feedback", id.ToString(), caseId: row.CaseId);
        context.Notifications.Add(new Notification
        {
            Id = ids.Next(), UserId = row.ByUserId, CaseId = row.CaseId, Template = $"feedback.news.{action}", At = clock.Now(),
            Data = JsonSerializer.Serialize(new { number = row.CaseNumber }, JsonSerializerOptions.Web),
        });
        return await transaction.CommitAsync(cancellationToken) == CommitOutcome.Committed ? Unit.Value : Refusals.Stale;
    }

    /// <summary>Encrypts what an officer wrote, under the key of whoever it is for.</summary>
    internal ValueTask<byte[]> SealAsync(CaseFeedback row, string part, string text, CancellationToken cancellationToken) =>
        vault.SealJsonAsync(row.KeyId, text.Trim(), CaseFeedback.Place(row.Id, part), cancellationToken);

    /// <summary>Nobody answers for their own work: whoever decided a step of the case does not see to complaints about it.</summary>
    private Task<bool> HandledAsync(CaseFeedback row, CurrentUser user, CancellationToken cancellationToken) =>
        context.TaskItems.AnyAsync(t => t.CaseId == row.CaseId && (t.ClosedByUserId == user.Id || t.OwnerUserId == user.Id), cancellationToken);
}
