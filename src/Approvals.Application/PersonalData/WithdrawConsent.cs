using System.Text.Json;
using Approvals.Application.Audit;
using Approvals.Application.Database;
using Approvals.Application.Outbox;
using Approvals.Application.People;
using Approvals.Application.Represented;
using Approvals.Application.Rights;
using Approvals.Application.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.PersonalData;

/// <summary>
/// Takes a consent back. What was done on it before stays lawful; whoever has the case that rests on it is told, and decides what
/// follows.
/// </summary>
public sealed class WithdrawConsent(ApprovalsDbContext context, WriteTransaction transaction, AuditLog audit, IIdSource ids, TimeProvider clock)
{
    public async Task<Result<Unit>> HandleAsync(Guid id, CurrentUser user, CancellationToken cancellationToken)
    {
        var row = await context.Consents.SingleOrDefaultAsync(c => c.Id == id && c.PersonId == user.PersonId, cancellationToken);
        if (row is null || user.PersonId is null)
        {
            return Refusals.NotFound;
        }

        if (row.WithdrawnAt is not null)
        {
            return Unit.Value;
        }

        row.WithdrawnAt = clock.Now();
        await EndRepresentationAsync(row, cancellationToken);
        audit.Add(user.Id, "consent.withdrawn", "consent", id.ToString(), caseId: row.CaseId);
        var tasks = await context.TaskItems.AsNoTracking()
            .Where(t => t.CaseId == row.CaseId && (t.State == TaskItemState.Open || t.State == TaskItemState.Claimed) && t.OwnerUserId != null && t.OwnerUserId != user.Id)
            .ToListAsync(cancellationToken);
        context.Notifications.AddRange(tasks.Select(t => new Notification
        {
            Id = ids.Next(), UserId = t.OwnerUserId!.Value, CaseId = t.CaseId, TaskId = t.Id, Template = "personalData.news.consentWithdrawn", At = clock.Now(),
            Data = JsonSerializer.Serialize(new { number = t.CaseNumber }, JsonSerializerOptions.Web),
        }));
        return await transaction.CommitAsync(cancellationToken) == CommitOutcome.Conflict ? Refusals.Stale : Unit.Value;
    }

    /// <summary>An employer that was allowed to file may not any more.</summary>
    private async Task EndRepresentationAsync(Consent consent, CancellationToken cancellationToken)
    {
        if (await context.RepresentedPeople.SingleOrDefaultAsync(r => r.ConsentId == consent.Id, cancellationToken) is { } represented)
        {
            (represented.State, represented.AnsweredAt) = (RepresentationState.Withdrawn, consent.WithdrawnAt);
        }
    }
}
